"""What is said to have occurred: the event's type and who took part, then its date and place, lent across the report."""

from __future__ import annotations

import datetime as dt

import msgspec

from sayso.claim.draft import Draft, Index
from sayso.claim.when import Anchors, days, resolve
from sayso.core import when as edtf
from sayso.core.claim import Basis, Happening, Participant, When, Where
from sayso.core.reading import PlaceName
from sayso.core.span import Span, joined

# events that a date and place told elsewhere in the report can be of: violence, not talk about it
LENT = frozenset(
    "attack counterattack armed_clash air_strike drone_strike shelling missile_strike bombing suicide_bombing mine_or_ied "
    "chemical_attack assassination killing execution abduction capture destruction arson occupation displacement other".split()
)


def settle(drafts: list[Draft], index: Index) -> None:
    """Give every claim its event: type and parts first, dates and places own before lent."""
    for draft in drafts:
        _own_event(draft, index)
    for draft in drafts:
        _explicit_when(draft, index, event=None)
    main = _main_days(drafts)
    for draft in drafts:
        if draft.event and draft.event.when is None:
            _explicit_when(draft, index, event=main)
    _lend_when(drafts)
    _lend_where(drafts)


def _own_event(draft: Draft, index: Index) -> None:
    triggers = [t for k in index.sentences_of(draft.content) for t in index.triggers.get(k, ()) if draft.holds(t.span)]
    best = max(triggers, key=lambda t: (t.rank, -t.span.start), default=None)
    draft.trigger = best
    text = index.reading.document.text
    if best is None:
        draft.event = Happening(type="other", span=None, where=_place(draft, index))
        return
    draft.reasons.append(("event", best.reason, (best.span,)))
    draft.event = Happening(
        type=best.type, span=(best.span,), agents=_people(text, draft, best.agents), targets=_people(text, draft, best.targets),
        instruments=_people(text, draft, best.instruments), where=_place(draft, index),
    )  # fmt: skip


def _people(text: str, draft: Draft, spans: tuple[Span, ...]) -> tuple[Participant, ...]:
    return tuple(Participant(name=joined(text, (span,)), span=(span,)) for span in spans if draft.holds(span))


def _explicit_when(draft: Draft, index: Index, event: tuple[dt.date, dt.date] | None) -> None:
    """The date that stands in the content, or else in the same sentence outside every other content."""
    assert draft.event is not None
    anchors = Anchors(edtf.anchor(index.reading.document.published), event)
    inside = [t for k in index.sentences_of(draft.content) for t in index.times.get(k, ()) if draft.holds(t.span)]
    at = draft.trigger.span.start if draft.trigger else draft.content[0].start
    for time in sorted(inside, key=lambda t: (t.make == "year", abs(t.span.start - at))):
        made = resolve(time, anchors)
        if made is not None:
            _set_when(draft, When(edtf=made[0], span=(time.span,), basis=made[1]), time.reason, (time.span,))
            draft.history = _is_history(made[0], index)
            return


def _is_history(date: str, index: Index) -> bool:
    """Clearly before what the report is about: the year before publication or earlier, by more than a half-year."""
    published = edtf.anchor(index.reading.document.published)
    last = edtf.bounds(date)[1]
    return published is not None and last is not None and (published[0] - last).days > 183  # noqa: PLR2004


def _set_when(draft: Draft, value: When, reason: str, spans: tuple[Span, ...]) -> None:
    assert draft.event is not None
    draft.event = msgspec.structs.replace(draft.event, when=value)
    draft.reasons.append(("when", reason, spans))


def _set_where(draft: Draft, value: Where, reason: str) -> None:
    assert draft.event is not None
    draft.event = msgspec.structs.replace(draft.event, where=value)
    draft.reasons.append(("where", reason, value.span or ()))


def _main_days(drafts: list[Draft]) -> tuple[dt.date, dt.date] | None:
    """The days of the first event of violence that the report dates, history aside."""
    for draft in drafts:
        if draft.event and draft.event.when and not draft.history and draft.event.type in LENT:
            found = days(draft.event.when.edtf)
            if found is not None:
                return found
    return None


def _lend_when(drafts: list[Draft]) -> None:
    """An undated claim takes the date of the nearest claim before it of the same type, else that of the main event."""
    dated = [d for d in drafts if d.event and d.event.when and not d.history and d.event.type in LENT and d.event.type != "other"]
    if not dated:
        return
    for draft in drafts:
        event = draft.event
        if event is None or event.when is not None or event.type not in LENT or event.type == "other" or draft.history:
            continue
        alike = [d for d in dated if d.event and d.event.type == event.type and d.content[0].start <= draft.content[0].start]
        lender = alike[-1] if alike else dated[0]
        assert lender.event is not None
        assert lender.event.when is not None
        lent = lender.event.when
        _set_when(draft, When(edtf=lent.edtf, span=lent.span, basis="context"), f"date of the {lender.event.type} told elsewhere", lent.span or ())


def _place(draft: Draft, index: Index) -> Where | None:
    """The place in the content, or before it in the same sentence."""
    sentences = index.sentences_of(draft.content)
    places = [p for p in index.reading.places if p.sentence in sentences]
    inside = [p for p in places if draft.holds(p.span)]
    found = next(iter(inside), None)
    basis: Basis = "explicit"
    if found is None:
        found = next((p for p in places if _before(draft, p)), None)
        basis = "previous"
    if found is None:
        return None
    draft.reasons.append(("where", found.reason, (found.span,)))
    return Where(name=found.name, span=(found.span,), basis=basis)


def _before(draft: Draft, place: PlaceName) -> bool:
    outside = place.sentence == draft.sentence and place.span.end <= draft.content[0].start
    return outside and not _in_links(draft, place.span)


def _in_links(draft: Draft, span: Span) -> bool:
    return any(link.source.span is not None and any(s.covers(span) for s in link.source.span) for link in draft.links)


def _lend_where(drafts: list[Draft]) -> None:
    """A claim without a place takes that of the main event: the first placed claim of violence, history aside."""
    placed = next((d for d in drafts if d.event and d.event.where and not d.history and d.event.type in LENT and d.event.type != "other"), None)
    if placed is None or placed.event is None or placed.event.where is None:
        return
    lent = placed.event.where
    for draft in drafts:
        event = draft.event
        if event is not None and event.where is None and not draft.history and event.type in LENT and event.type != "other":
            _set_where(draft, Where(name=lent.name, span=lent.span, basis="context"), f"place of the {placed.event.type} told elsewhere")
