"""What is said to have occurred: the event's type and who took part, its own place; then dates, and what is lent."""

from __future__ import annotations

from sayso.claim import date, lend
from sayso.claim.draft import Draft, Index
from sayso.core.claim import Basis, Happening, Participant, Where
from sayso.core.reading import PlaceName, Trigger
from sayso.core.span import Span, joined


def settle(drafts: list[Draft], index: Index) -> None:
    """Give every claim its event: type and parts first, dates and places own before lent."""
    for draft in drafts:
        draft.event = _own_event(draft, index)
    told = date.settle(drafts, index)
    lend.settle(drafts, index, told)


def _own_event(draft: Draft, index: Index) -> Happening:
    where = _own_place(draft, index)
    triggers = [t for k in index.sentences_of(draft.content) for t in index.triggers.get(k, ()) if draft.holds(t.span)]
    best = max(triggers, key=lambda t: (t.rank, -t.span.start), default=None)
    draft.trigger = best
    if best is None:
        return Happening(type="other", span=None, where=where)
    draft.reasons.append(("event", best.reason, (best.span,)))
    return _with_parts(draft, best, where, index.reading.document.text)


def _with_parts(draft: Draft, best: Trigger, where: Where | None, text: str) -> Happening:
    return Happening(
        type=best.type,
        span=(best.span,),
        agents=_people(text, draft, best.agents),
        targets=_people(text, draft, best.targets),
        instruments=_people(text, draft, best.instruments),
        where=where,
    )


def _people(text: str, draft: Draft, spans: tuple[Span, ...]) -> tuple[Participant, ...]:
    return tuple(Participant(name=joined(text, (span,)), span=(span,)) for span in spans if draft.holds(span))


def _own_place(draft: Draft, index: Index) -> Where | None:
    """The place in the content, or before it in the same sentence; never that of a dateline."""
    places = [place for k in index.sentences_of(draft.content) for place in index.places.get(k, ())]
    found = next((place for place in places if draft.holds(place.span)), None)
    basis: Basis = "explicit"
    if found is None:
        found = next((place for place in places if _before(draft, place, index)), None)
        basis = "previous"
    if found is None:
        return None
    draft.reasons.append(("where", found.reason, (found.span,)))
    return Where(name=found.name, span=(found.span,), basis=basis)


def _before(draft: Draft, place: PlaceName, index: Index) -> bool:
    told = place.sentence == draft.sentence and place.span.end <= draft.content[0].start
    return told and not index.in_dateline(place) and not _in_links(draft, place.span)


def _in_links(draft: Draft, span: Span) -> bool:
    return any(
        link.source.span is not None and any(part.covers(span) for part in link.source.span) for link in draft.links
    )
