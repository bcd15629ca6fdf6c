"""An event as pages of judging show it: what it is called, its figures, what people decided of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from sayso.core.decided import Reviewed, reviewed, touched
from sayso.core.event import Event
from sayso.core.fold import fold
from sayso.core.trouble import DateError
from sayso.core.when import bounds
from sayso.publish.decision import decided, reason
from sayso.web.snapshot import Snapshot

NEAR = 7  # days; events so near in time may be one
OFFERED = 20  # events offered for merging


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
    place = fold(event.where.name) if event.where is not None else None
    found: list[tuple[bool, int, Event]] = []
    for other in snapshot.release.events:
        if other.id != event.id:
            there = place is not None and other.where is not None and fold(other.where.name) == place
            apart = _apart(event, other)
            if there or (apart is not None and apart <= NEAR):
                found.append((not there, apart if apart is not None else 10**6, other))
    return [other for *_, other in sorted(found, key=lambda one: (*one[:2], one[2].id))[:OFFERED]]


def _apart(one: Event, other: Event) -> int | None:
    """How many days two events lie apart; None where either has no day."""
    some, more = list(_days(one)), list(_days(other))
    if not some or not more:
        return None
    return max(0, (more[0] - some[-1]).days, (some[0] - more[-1]).days)


def _days(event: Event) -> Iterator[dt.date]:
    try:
        ends = bounds(event.when.edtf) if event.when.edtf else ()
    except DateError:
        return
    yield from (day for day in ends if day is not None)
