"""The figures of an event: which claims count people, for whom, and which of them stand for their voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from sayso.core.claim import Casualty, Certainty, Claim, Effect
from sayso.core.event import GroupStatus
from sayso.core.fold import fold
from sayso.core.report import share_id
from sayso.reconcile.camp import ATTACKERS, FORCES, REBELS, camp, counts_its_enemy, plain
from sayso.reconcile.member import Age, Member, age
from sayso.reconcile.party import Parties
from sayso.reconcile.voice import Heard, Origin
from sayso.reference.actors import fuller

SOLDIERS = "soldiers"
EVERYBODY = "people"  # the code of a group that is everybody: *people*, *persons*
ABOUT_NOBODY = frozenset({"deny", "doubt", "no_knowledge", "decline", "declare_open", "retract"})
SURE: dict[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2, "unknown": 3}


class Group(NamedTuple):
    """Who is counted: `code` compares across languages; None where it is everybody.

    `share` is whether they are some of those counted elsewhere.
    """

    code: str | None
    status: GroupStatus
    share: bool = False

    @property
    def camp(self) -> str | None:
        """The side it is of; None for mere people."""
        return camp(self.code, self.status)


class Figure(NamedTuple):
    """How many one claim says there were of one group, by one voice. `high` None is open-ended.

    `party` is whether it is a party's, `enemy` whether it counts the other side's.
    """

    member: Member
    origin: Origin
    effect: Effect
    group: Group
    label: str | None
    low: int
    high: int | None
    about: bool
    party: bool
    enemy: bool
    age: Age

    @property
    def claim(self) -> Claim:
        """The claim that gives it."""
        return self.member.claim


class Unsaid(NamedTuple):
    """A claim with numbers that nobody stands for, and why."""

    member: Member
    reason: str


def figures(members: Sequence[Member], heard: Heard) -> tuple[list[Figure], list[Unsaid]]:
    """Every figure that somebody stands for, and the claims whose figures nobody does."""
    parties = Parties(members, heard)
    codes = {code for member in members for _, code in member.report.codes}
    found: list[Figure] = []
    unsaid: list[Unsaid] = []
    for member in members:
        if not member.claim.casualties:
            continue
        reason = _why_unsaid(member.claim)
        if reason is not None:
            unsaid.append(Unsaid(member, reason))
            continue
        origin = heard[member.claim.id]
        found.extend(_figures(member, origin, codes, party=parties.has(origin)))
    return _sided(found), unsaid


def _why_unsaid(claim: Claim) -> str | None:
    """Why nobody stands for the numbers in a claim."""
    if claim.attribution and claim.attribution[-1].act in ABOUT_NOBODY:
        return f"its source does not assert it ({claim.attribution[-1].act.replace('_', ' ')})"
    if claim.polarity == "negative":
        return "denied or negated"
    if claim.certainty == "unknown":
        return "left open"
    return None


def _figures(member: Member, origin: Origin, named: AbstractSet[str], *, party: bool) -> Iterator[Figure]:
    codes = {name: fuller(code, named) or code for name, code in member.report.codes}
    shares = frozenset(member.report.shares)
    for place, one in enumerate(member.claim.casualties):
        if (one.low is None and one.high is None) or _is_found(one, member.claim):
            continue
        group = _group(one, codes)._replace(share=share_id(member.claim, place) in shares)
        yield Figure(
            member=member, origin=origin, effect=one.effect, group=group, label=one.group, low=one.low or 0,
            high=one.high, about=one.approximate, party=party, enemy=party and counts_its_enemy(origin, group.camp),
            age=age(member.report),
        )  # fmt: skip


def _is_found(one: Casualty, claim: Claim) -> bool:
    """Whether the missing are told of because they have been found: *a man who was missing was found alive*."""
    found = {(other.low, other.group) for other in claim.casualties if other.effect == "rescued"}
    return one.effect == "missing" and (one.low, one.group) in found


def _group(one: Casualty, codes: dict[str, str]) -> Group:
    if one.group is None and one.status == "unknown":
        return Group(None, "all")
    code = plain(codes.get(one.group or "") or (f"group {fold(one.group)}" if one.group else one.status))
    return Group(None, "all") if code == EVERYBODY else Group(code, one.status)


def _sided(found: list[Figure]) -> list[Figure]:
    """The same, *the attackers* being the soldiers of the event where nobody tells of both, or of any rebels."""
    tells: dict[tuple[Effect, str | None], set[str]] = defaultdict(set)
    for figure in found:
        side = figure.group.code if figure.group.code == ATTACKERS else figure.group.camp
        tells[figure.effect, side].add(figure.member.report.key)
    return [
        figure._replace(group=figure.group._replace(code=SOLDIERS))
        if figure.group.code == ATTACKERS and _are_soldiers(tells, figure.effect)
        else figure
        for figure in found
    ]


def _are_soldiers(tells: Mapping[tuple[Effect, str | None], set[str]], effect: Effect) -> bool:
    forces = tells.get((effect, FORCES))
    return forces is not None and (effect, REBELS) not in tells and forces.isdisjoint(tells[effect, ATTACKERS])
