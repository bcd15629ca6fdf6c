"""What is said to have occurred: the event's type and who took part, its own place; then dates, and what is lent."""

from __future__ import annotations

from sayso.claim import date, lend
from sayso.claim.draft import Draft, Index
from sayso.claim.link import OPERATION
from sayso.claim.place import own_place
from sayso.core.claim import Happening, Participant, Where
from sayso.core.reading import Rank, Trigger
from sayso.core.span import Span, joined


def settle(drafts: list[Draft], index: Index) -> None:
    """Give every claim its event: type and parts first, dates and places own before lent."""
    told: dict[int, list[Span]] = {}
    for draft in drafts:
        told.setdefault(draft.sentence, []).extend(draft.content)
    for draft in drafts:
        draft.event = _own_event(draft, index, told[draft.sentence])
    dated = date.settle(drafts, index)
    lend.settle(drafts, index, dated)


def _own_event(draft: Draft, index: Index, told: list[Span]) -> Happening:
    triggers = (t for k in index.sentences_of(draft.content) for t in index.triggers.get(k, ()) if draft.holds(t.span))
    draft.triggers = tuple(triggers)
    best = _nearest_assertion(draft.triggers)
    draft.trigger = best
    where = own_place(draft, index, told)
    if best is None:
        harm = next((toll for toll in draft.tolls if toll.effect == "killed"), None)
        return Happening(type="killing" if harm else "other", span=(harm.verb,) if harm else None, where=where)
    draft.reasons.append(("event", best.reason, (best.span,)))
    return _with_parts(draft, best, where, index.reading.document.text)


def _nearest_assertion(triggers: tuple[Trigger, ...]) -> Trigger | None:
    """The trigger that a claim's event is; an operation in whose course people came to harm gives way to the harm."""
    best = max(triggers, key=lambda t: (t.rank, -t.span.start), default=None)
    if best is not None and best.type in OPERATION:
        return next((t for t in triggers if t.rank is Rank.HARM), best)
    return best


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
