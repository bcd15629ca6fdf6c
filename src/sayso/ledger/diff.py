"""What two moments differ in: documents, claims, what people decided, and the events that all this adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sayso.core.difference import Began, Change, Changed, Difference, Ended
from sayso.core.event import Event
from sayso.core.release import Release, State

Pairs = list[tuple[Event, Event]]
One = TypeVar("One")


def difference(before: Release, after: Release) -> Difference:
    """What is new, gone and changed from one moment to another; pure, and the other way round it says the opposite."""
    old, new = before.state, after.state
    was, now = _claims(old), _claims(new)
    pairs, ended, began = _followed(before.events, after.events)
    return Difference(
        before=old.head,
        after=new.head,
        documents_new=_without(new.documents, old.documents),
        documents_gone=_without(old.documents, new.documents),
        readings=tuple(key for key in now if key in was and was[key] != now[key]),
        claims_new=_without(_ids(now), set(_ids(was))),
        claims_gone=_without(_ids(was), set(_ids(now))),
        judgements_new=_without(new.judgements, old.judgements),
        judgements_gone=_without(old.judgements, new.judgements),
        corrections_new=tuple(one for one in new.corrections if one not in old.corrections),
        corrections_gone=tuple(one for one in old.corrections if one not in new.corrections),
        decisions_new=tuple(one for one in new.decisions if one not in old.decisions),
        decisions_gone=tuple(one for one in old.decisions if one not in new.decisions),
        events_new=began,
        events_gone=ended,
        events_changed=tuple(_changed(pairs)),
    )


def _claims(state: State) -> dict[str, tuple[str, ...]]:
    return {report.key: tuple(claim.id for claim in report.claims) for report in state.reports}


def _ids(claims: Mapping[str, tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(one for ids in claims.values() for one in ids))


def _without(these: Iterable[One], others: Iterable[One]) -> tuple[One, ...]:
    other = set(others)
    return tuple(one for one in these if one not in other)


def _followed(before: Sequence[Event], after: Sequence[Event]) -> tuple[Pairs, tuple[Ended, ...], tuple[Began, ...]]:
    """Each event of before with the one it is now, by its first claim; of several that became one, one goes on."""
    was, now = _homes(before), _homes(after)
    became: dict[str, list[Event]] = {}
    ended: list[Ended] = []
    for event in before:
        home = now.get(_anchor(event))
        if home is None:
            ended.append(Ended(id=event.id))
        else:
            became.setdefault(home.id, []).append(event)
    pairs: Pairs = []
    began: list[Began] = []
    for event in after:
        merged = became.get(event.id, [])
        if not merged:
            home = was.get(_anchor(event))
            began.append(Began(id=event.id, out_of=home.id if home is not None else None))
            continue
        goes_on = max(merged, key=lambda one: (one.id == event.id, len(set(one.claims) & set(event.claims)), one.id))
        pairs.append((goes_on, event))
        ended += [Ended(id=one.id, into=event.id) for one in merged if one is not goes_on]
    return pairs, tuple(ended), tuple(began)


def _anchor(event: Event) -> str:
    """The claim that an event is named after."""
    return event.id[1:]


def _homes(events: Iterable[Event]) -> dict[str, Event]:
    return {claim: event for event in events for claim in event.claims}


def _changed(pairs: Pairs) -> Iterator[Changed]:
    for old, new in pairs:
        was, now = _facts(old), _facts(new)
        fields = list(dict.fromkeys((*was, *now)))
        changes = tuple(
            Change(field=field, before=was.get(field), after=now.get(field))
            for field in fields
            if was.get(field) != now.get(field)
        )
        if changes or old.id != new.id:
            yield Changed(id=new.id, former=old.id if old.id != new.id else None, changes=changes)


def _facts(event: Event) -> dict[str, object]:
    """What of an event is compared; how many rather than which where those grow with every report."""
    figures = {
        " ".join((one.effect, one.group or "in all", *((one.status,) if one.status != "all" else ()))): [
            one.low, one.best, one.high,
        ]
        for one in event.estimates
    }  # fmt: skip
    return {
        "type": event.type,
        "when": event.when.edtf,
        "where": event.where.name if event.where is not None else None,
        **figures,
        "grade": event.grade,
        "clarity": event.clarity,
        "documents": len(event.documents),
        "claims": len(event.claims),
        "voices": len(event.voices),
        "conflicts": len(event.conflicts),
        "reversals": len(event.reversals),
    }
