"""A claim as pages of judging show it: its words, whose they are, its figures, and what people ruled."""

from __future__ import annotations

from typing import NamedTuple

from sayso.core.claim import Casualty, Claim
from sayso.core.decided import rejected, standings
from sayso.core.document import Document
from sayso.core.judgement import Standing
from sayso.core.report import Report
from sayso.publish import phrase
from sayso.publish.segments import Part, paragraphs, segments
from sayso.web.snapshot import Snapshot

_RANK: tuple[Part, ...] = ("detail", "content", "cue", "source")  # of marks that meet the last is shown


class Shown(NamedTuple):
    """A claim with its report; `speaker` is empty where the report speaks itself, `event` where it is in none."""

    claim: Claim
    report: Report
    short: str
    words: str
    speaker: str
    figures: tuple[tuple[str, str, str], ...]  # effect, how many, who
    event: str
    ruling: Standing | None


class Piece(NamedTuple):
    """Some words of a report, and what they are to the claim that is looked at; empty for the rest."""

    text: str
    part: str


def shown(snapshot: Snapshot, one: str) -> Shown:
    """The claim of an id that is live in the snapshot."""
    claim, report = snapshot.claims[one]
    return Shown(
        claim=claim,
        report=report,
        short=snapshot.claim_ids.short(one),
        words=words_of(snapshot.release.state.documents[report.key], claim),
        speaker=phrase.chain(claim) if claim.attribution else "",
        figures=tuple((each.effect, bounds_of(each), phrase.people(each)) for each in claim.casualties),
        event=snapshot.event_of.get(one, ""),
        ruling=snapshot.made(_rulings).get(one),
    )


def words_of(document: Document, claim: Claim) -> str:
    """What a claim says, in quotation marks."""
    return phrase.quoted(phrase.content(document, claim))


def rejected_beside(snapshot: Snapshot, reports: frozenset[str]) -> list[str]:
    """The claims of some reports, by their ids in the input, that were rejected."""
    out = rejected(snapshot.release.state)
    return [one for one in out if one in snapshot.claims and snapshot.claims[one].report.id in reports]


def text_of(snapshot: Snapshot, report: Report, *claims: Claim) -> list[list[Piece]]:
    """The paragraphs of a report, cut where the words of claims begin and end."""
    return pieces(snapshot.release.state.documents[report.key].text, claims)


def pieces(text: str, claims: tuple[Claim, ...]) -> list[list[Piece]]:
    """The paragraphs of a text, cut where the words of claims begin and end."""
    cut = segments(claims, paragraphs(text))
    return [[Piece(one.span.of(text), _part([mark.part for mark in one.marks])) for one in some] for some in cut]


def _rulings(snapshot: Snapshot) -> dict[str, Standing]:
    return dict(standings(snapshot.release.state))


def _part(parts: list[Part]) -> str:
    return max(parts, key=_RANK.index, default="")


def bounds_of(one: Casualty) -> str:
    """Bounds in signs that are the same in every language: 12, ≥ 12, ≤ 12, 10–15, ≈ 100."""
    about = "≈ " if one.approximate else ""
    if one.low == one.high:
        return "?" if one.low is None else f"{about}{one.low}"
    if one.high is None:
        return f"≥ {about}{one.low}"
    return f"≤ {about}{one.high}" if one.low is None else f"{about}{one.low}–{one.high}"
