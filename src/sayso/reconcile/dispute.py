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
from sayso.reconcile.kind import alike
from sayso.reconcile.member import Member, age
from sayso.reconcile.party import answers, is_own, of
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
            said[_who(member, agent.name, heard), denied].append(_telling(member, heard))
    for who in sorted({who for who, _ in said}):
        for_, against = said.get((who, False), []), said.get((who, True), [])
        if {one.voice for one in for_} - {one.voice for one in against} and against:
            names = ", ".join(sorted({one.name for one in against}))
            reason = f"said of {_called(who, for_)}; denied by {names}"
            yield Conflict(field="agents", claims=_ids([*for_, *against]), reason=reason)


def of_days(members: Iterable[Member], heard: Heard, type_: str) -> Iterator[Conflict]:
    """Days that voices give of their own, for what can be this type of event, further apart than a night.

    When people died is no other day of what killed them.
    """
    told: dict[str, tuple[tuple[int, int], Telling]] = {}
    for member in sorted(members, key=lambda member: (age(member.report), member.claim.content[0])):
        when = member.claim.event.when
        told_of = _asserted(member) and _is_of(member, type_)
        span = days(when.edtf) if when is not None and when.basis in TOLD and told_of else None
        if span is not None:
            one = _telling(member, heard)
            told.setdefault(one.voice, ((span[0].toordinal(), span[1].toordinal()), one))
    apart = [(span, one) for span, one in told.values() if any(_gap(span, other) > NIGHT for other, _ in told.values())]
    if apart:
        whens = sorted((one.member.claim.event.when.edtf, one.name) for _, one in apart if one.member.claim.event.when)
        reason = "; ".join(f"{edtf} ({name})" for edtf, name in whens)
        yield Conflict(field="when", claims=_ids([one for _, one in apart]), reason=reason)


def of_places(members: Iterable[Member], heard: Heard, type_: str) -> Iterator[Conflict]:
    """Points that voices give of their own, for what can be this type of event, too far apart to be one place."""
    told: dict[str, tuple[Where, Telling]] = {}
    for member in sorted(members, key=lambda member: (age(member.report), member.claim.content[0])):
        where = member.claim.event.where
        told_of = _asserted(member) and _is_of(member, type_)
        if where is not None and where.basis in TOLD and told_of and _is_point(where):
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


def _called(who: str, said: Iterable[Telling]) -> str:
    """The name under which somebody is said to have done it."""
    names = [agent.name for one in said for agent in one.member.claim.event.agents]
    codes = {name: code for one in said for name, code in one.member.report.codes}
    return next((name for name in names if name in codes and of(codes[name]) == who), who)


def _act(member: Member) -> str:
    chain = member.claim.attribution
    return chain[-1].act if chain else "say"


def _asserted(member: Member) -> bool:
    return member.claim.polarity == "positive" and _act(member) != "deny"


def _who(member: Member, name: str, heard: Heard) -> str:
    """Who is meant by an agent; whoever denies or admits a deed and names nobody else means himself."""
    if answers(member) and is_own(member):
        return of(heard[member.claim.id].key)
    code = dict(member.report.codes).get(name)
    return of(code) if code is not None else fold(name)


def _telling(member: Member, heard: Heard) -> Telling:
    origin = heard[member.claim.id]
    return Telling(origin.key, origin.called, member)


def _ids(tellings: Sequence[Telling]) -> tuple[str, ...]:
    return tuple(sorted({one.member.claim.id for one in tellings}))


def _is_of(member: Member, type_: str) -> bool:
    own = member.claim.event.type
    return alike(own, type_) and (own != "killing" or type_ == own)


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(other[0] - one[1], one[0] - other[1], 0)


def _is_point(where: Where) -> bool:
    return where.lat is not None and where.lon is not None and (where.precision or POINT + 1) <= POINT


def _kilometres(one: Where, other: Where) -> float:
    return kilometres((one.lat or 0.0, one.lon or 0.0), (other.lat or 0.0, other.lon or 0.0))
