"""Where voices cannot all be right about who did it, when, or where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.core.claim import Where
from sayso.core.event import Conflict
from sayso.core.fold import fold
from sayso.core.globe import kilometres
from sayso.core.when import days
from sayso.reconcile.member import Member, age
from sayso.reconcile.party import of
from sayso.reconcile.voice import Heard

TOLD = frozenset({"explicit", "relative"})  # a date or place of the claim's own
NIGHT = 1  # days: what one voice puts before midnight another puts after it
FAR = 50  # kilometres between two points that are no longer one place
POINT = 2  # UCDP's where_prec: 1 the very place, 2 within 25 km of it; beyond that it is an area


class Telling(NamedTuple):
    """One voice's word on one matter."""

    voice: str
    name: str
    member: Member


def of_agents(members: Iterable[Member], heard: Heard) -> Iterator[Conflict]:
    """Somebody who did it by one account and did not by another; and rival accounts of who did one kind of thing."""
    said: dict[tuple[str, bool], list[Telling]] = defaultdict(list)
    for member in members:
        claim = member.claim
        for agent in claim.event.agents:
            denied = claim.polarity == "negative" or _act(member) == "deny"
            said[_who(member, agent.name), denied].append(_telling(member, heard))
    for who in sorted({who for who, _ in said}):
        for_, against = said.get((who, False), []), said.get((who, True), [])
        if {one.voice for one in for_} - {one.voice for one in against} and against:
            names = ", ".join(sorted({one.name for one in against}))
            yield Conflict(field="agents", claims=_ids([*for_, *against]), reason=f"said of {who}; denied by {names}")


def of_days(members: Iterable[Member], heard: Heard) -> Iterator[Conflict]:
    """Days that voices give of their own and that lie further apart than a night."""
    told: dict[str, tuple[tuple[int, int], Telling]] = {}
    for member in sorted(members, key=lambda member: (age(member.report), member.claim.content[0])):
        when = member.claim.event.when
        span = days(when.edtf) if when is not None and when.basis in TOLD and _asserted(member) else None
        if span is not None:
            one = _telling(member, heard)
            told.setdefault(one.voice, ((span[0].toordinal(), span[1].toordinal()), one))
    apart = [(span, one) for span, one in told.values() if any(_gap(span, other) > NIGHT for other, _ in told.values())]
    if apart:
        whens = sorted((one.member.claim.event.when.edtf, one.name) for _, one in apart if one.member.claim.event.when)
        reason = "; ".join(f"{edtf} ({name})" for edtf, name in whens)
        yield Conflict(field="when", claims=_ids([one for _, one in apart]), reason=reason)


def of_places(members: Iterable[Member], heard: Heard) -> Iterator[Conflict]:
    """Points that voices give of their own and that lie too far apart to be one place."""
    told: dict[str, tuple[Where, Telling]] = {}
    for member in sorted(members, key=lambda member: (age(member.report), member.claim.content[0])):
        where = member.claim.event.where
        if where is not None and where.basis in TOLD and _asserted(member) and _is_point(where):
            one = _telling(member, heard)
            told.setdefault(one.voice, (where, one))
    apart = [
        (where, one)
        for where, one in told.values()
        if any(_kilometres(where, other) > FAR for other, _ in told.values())
    ]
    if apart:
        reason = "; ".join(sorted(f"{where.name} ({one.name})" for where, one in apart))
        yield Conflict(field="where", claims=_ids([one for _, one in apart]), reason=reason)


def _act(member: Member) -> str:
    chain = member.claim.attribution
    return chain[-1].act if chain else "say"


def _asserted(member: Member) -> bool:
    return member.claim.polarity == "positive" and _act(member) != "deny"


def _who(member: Member, name: str) -> str:
    code = dict(member.report.codes).get(name)
    return of(code) if code is not None else fold(name)


def _telling(member: Member, heard: Heard) -> Telling:
    origin = heard[member.claim.id]
    return Telling(origin.key, origin.called, member)


def _ids(tellings: Sequence[Telling]) -> tuple[str, ...]:
    return tuple(sorted({one.member.claim.id for one in tellings}))


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(other[0] - one[1], one[0] - other[1], 0)


def _is_point(where: Where) -> bool:
    return where.lat is not None and where.lon is not None and (where.precision or POINT + 1) <= POINT


def _kilometres(one: Where, other: Where) -> float:
    return kilometres((one.lat or 0.0, one.lon or 0.0), (other.lat or 0.0, other.lon or 0.0))
