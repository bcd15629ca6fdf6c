"""An event as pages of judging show it: what it is called, its figures, what people decided of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import NamedTuple

from sayso.core.decided import Reviewed, reviewed, touched
from sayso.core.event import Event
from sayso.core.fold import fold
from sayso.core.trouble import DateError
from sayso.core.when import bounds
from sayso.publish.decision import decided, reason
from sayso.run.find import event_named
from sayso.web.snapshot import Snapshot

NEAR = 7  # days; events so near in time may be one
OFFERED = 20  # events offered for merging
UNDATED = 10**6  # days


class Named(NamedTuple):
    """An event by what tells it from others on a page: type, place (empty if not told), day (None likewise)."""

    id: str
    type: str
    place: str
    edtf: str | None
    killed: str
    voices: int
    reports: int
    grade: str
    reviewed: Reviewed


class Decided(NamedTuple):
    """A row by which somebody decided on the event or a claim of it."""

    row: int
    said: str
    by: str
    why: str


def meant(snapshot: Snapshot, name: str) -> Event:
    """The event of an id, or whatever `event_named` makes of it; raises LedgerError as that does."""
    return snapshot.events.get(name) or event_named(snapshot.release, name)


def named(snapshot: Snapshot, event: Event) -> Named:
    """The event in short."""
    total = next((one for one in event.estimates if one.effect == "killed" and one.group is None), None)
    return Named(
        id=event.id,
        type=event.type.replace("_", " "),
        place=event.where.name if event.where is not None else "",
        edtf=event.when.edtf,
        killed=f"{total.low}–{total.best}–{'…' if total.high is None else total.high}" if total else "",
        voices=len(event.voices),
        reports=len(event.documents),
        grade=event.grade,
        reviewed=reviewed(snapshot.release.state, event),
    )


def decisions(snapshot: Snapshot, claims: frozenset[str]) -> list[Decided]:
    """All that people decided on some claims, in the order of the rows."""
    state, short = snapshot.release.state, snapshot.claim_ids.short

    def cut(one: str) -> str:
        return short(one) if one in snapshot.claims else one

    found = [
        Decided(one.row, decided(one, cut), one.by, reason(one))
        for one in state.decisions
        if not claims.isdisjoint(touched(one))
    ]
    found += [
        Decided(each.row, f"{cut(each.left)}, {cut(each.right)}: {each.verdict}", each.by, each.why)
        for each in state.judgements
        if each.left in claims or each.right in claims
    ]
    found += [
        Decided(put.row, f"{cut(put.claim)}: {put.field}", put.by, put.why)
        for put in state.corrections
        if put.claim in claims
    ]
    return sorted(found)


def near(snapshot: Snapshot, event: Event) -> list[Event]:
    """Events that may be the same: those of its place, then those of its days, the nearest in time first."""
    index = snapshot.made(by_place_and_day)
    place = _place(event)
    there = set(index.by_place.get(place, ())) if place is not None else set()
    around = set(_around(index, event))
    found = [(other not in there, _apart(event, snapshot.events[other]), other) for other in there | around]
    return [snapshot.events[other] for *_, other in sorted(found)[: OFFERED + 1] if other != event.id][:OFFERED]


class _Index(NamedTuple):
    """Events by folded place, and by first day: the days in order, and the events in the same order."""

    by_place: dict[str, list[str]]
    days: list[int]
    ids: list[str]


def by_place_and_day(snapshot: Snapshot) -> _Index:
    """Where events that may be the same are looked up; ask for it by `snapshot.made`."""
    by_place: dict[str, list[str]] = defaultdict(list)
    dated: list[tuple[int, str]] = []
    for event in snapshot.release.events:
        place, days = _place(event), _days(event)
        if place is not None:
            by_place[place].append(event.id)
        if days is not None:
            dated.append((days[0], event.id))
    dated.sort()
    return _Index(by_place, [day for day, _ in dated], [id_ for _, id_ in dated])


def _around(index: _Index, event: Event) -> list[str]:
    """The events that begin near it in time."""
    days = _days(event)
    if days is None:
        return []
    first = bisect_left(index.days, days[0] - NEAR)
    last = bisect_right(index.days, days[1] + NEAR)
    middle = bisect_left(index.days, days[0])
    return index.ids[max(first, middle - OFFERED) : min(last, middle + OFFERED)]


def _place(event: Event) -> str | None:
    return fold(event.where.name) if event.where is not None else None


def _apart(one: Event, other: Event) -> int:
    """How many days two events lie apart; very many where either has no day."""
    some, more = _days(one), _days(other)
    if some is None or more is None:
        return UNDATED
    return max(0, more[0] - some[1], some[0] - more[1])


def _days(event: Event) -> tuple[int, int] | None:
    """The first and the last day, counted; None where either is not told."""
    try:
        first, last = bounds(event.when.edtf) if event.when.edtf else (None, None)
    except DateError:
        return None
    return (first.toordinal(), last.toordinal()) if first is not None and last is not None else None
