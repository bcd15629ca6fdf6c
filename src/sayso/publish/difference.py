"""What two moments of a ledger differ in, as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.core.claim import Claim
from sayso.core.difference import Changed, Difference
from sayso.core.event import Event
from sayso.core.judgement import Correction, Decision, Judgement
from sayso.core.release import Release
from sayso.publish import phrase
from sayso.publish.account.figures import high
from sayso.publish.account.heading import counted, heading
from sayso.publish.account.known import told
from sayso.publish.decision import decided, reason
from sayso.publish.sheet import Block, Entry, Part, Section, Sheet, line

FIGURE = 3  # low, best, high
NONE = "–"


def differing(before: Release, after: Release, found: Difference) -> Sheet:
    """The page: events first, since they are what a reader looks for, then what made them change."""
    old, new = _Side(before), _Side(after)
    sections = [
        _section(
            "Events new",
            [new.event(one.id, "out of " + one.out_of if one.out_of else None) for one in found.events_new],
        ),
        _section(
            "Events gone", [old.event(one.id, "now in " + one.into if one.into else None) for one in found.events_gone]
        ),
        _section("Events changed", [_change(new, one) for one in found.events_changed]),
        _section("Documents new", [new.document(key) for key in found.documents_new]),
        _section("Documents gone", [old.document(key) for key in found.documents_gone]),
        _section("Read otherwise", [new.document(key) for key in found.readings]),
        _section("Claims new", [new.claim(one) for one in found.claims_new]),
        _section("Claims gone", [old.claim(one) for one in found.claims_gone]),
        _section(
            "Decided",
            [*_judged(found.judgements_new), *_corrected(found.corrections_new), *_decided(found.decisions_new)],
        ),
        _section(
            "Decided no longer",
            [*_judged(found.judgements_gone), *_corrected(found.corrections_gone), *_decided(found.decisions_gone)],
        ),
    ]
    there = tuple(section for section in sections if section.blocks)
    return Sheet(
        title=f"From row {found.before} to row {found.after} of the ledger",
        about=(line(Part(f"{_moment(before)} to {_moment(after)}", "quiet")),),
        blocks=() if there else (line("Nothing differs."),),
        sections=there,
    )


class _Side:
    """What there is at one moment."""

    def __init__(self, release: Release) -> None:
        self._events: dict[str, Event] = {event.id: event for event in release.events}
        self._documents = release.state.documents
        self._reports = {report.key: report for report in release.state.reports}
        self._claims: dict[str, tuple[str, Claim]] = {}
        for report in release.state.reports:
            for claim in report.claims:
                self._claims.setdefault(claim.id, (report.key, claim))

    def event(self, one: str, more: str | None = None) -> Entry:
        event = self._events[one]
        size = f"{counted(len(event.documents), 'report')}, {counted(len(event.voices), 'voice')}"
        return Entry(mark=one, lines=(line(Part(heading(event), "strong")), line(size, event.grade, more)))

    def document(self, key: str) -> Entry:
        report = self._reports.get(key)
        document = self._documents[key]
        size = counted(len(report.claims), "claim") if report is not None else None
        title = " ".join(document.title.split()) if document.title else None
        where = told(report) if report is not None else document.publisher
        return Entry(mark=key, lines=(line(where, title, Part(document.id, "id"), size),))

    def claim(self, one: str) -> Entry:
        key, claim = self._claims[one]
        said = Part(phrase.quoted(phrase.content(self._documents[key], claim)), "quote")
        return Entry(mark=one, lines=(line(said), line(phrase.chain(claim), Part(told(self._reports[key]), "quiet"))))


def _section(title: str, blocks: Sequence[Block]) -> Section:
    return Section(heading=f"{title}: {len(blocks)}", blocks=tuple(blocks))


def _change(new: _Side, one: Changed) -> Entry:
    entry = new.event(one.id, f"before, {one.former}" if one.former else None)
    changes = tuple(line(f"{each.field}: {_value(each.before)} → {_value(each.after)}") for each in one.changes)
    return Entry(mark=entry.mark, lines=(*entry.lines, *changes))


def _value(value: object) -> str:
    if isinstance(value, list) and len(value) == FIGURE:
        return f"{value[0]}–{value[1]}–{high(value[2])}"
    return NONE if value is None else phrase.words(str(value))


def _judged(judgements: Iterable[Judgement]) -> Iterator[Entry]:
    for one in judgements:
        about = line(Part(f"row {one.row}, by {one.by}", "quiet"), one.why)
        yield Entry(lines=(line(f"{one.left} and {one.right}: {one.verdict}"), about))


def _corrected(corrections: Iterable[Correction]) -> Iterator[Entry]:
    for one in corrections:
        value = msgspec.json.encode(one.value).decode()
        about = line(Part(f"row {one.row}, by {one.by}", "quiet"), one.why)
        yield Entry(lines=(line(f"{one.claim}: {one.field} is {value}"), about))


def _decided(decisions: Iterable[Decision]) -> Iterator[Entry]:
    for one in decisions:
        about = line(Part(f"row {one.row}, by {one.by}", "quiet"), reason(one))
        yield Entry(lines=(line(decided(one)), about))


def _moment(release: Release) -> str:
    return release.state.at or "before the first row"
