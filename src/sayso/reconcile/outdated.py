"""Figures that nobody stands by any longer: taken back by their voice, or told as what had been said before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.core.claim import Casualty
from sayso.reconcile.figure import Figure, Unsaid, figures
from sayso.reconcile.member import Age, Member, age
from sayso.reconcile.party import of
from sayso.reconcile.voice import Heard

Counted = tuple[str, str | None]  # an effect, and the code of a group

TAKEN_BACK = "taken back by the same voice"
OVERTURNED = "of an account that the same party has since admitted was wrong"
OLDER = "told as what had been said before"


def counted(members: Sequence[Member], heard: Heard) -> tuple[list[Figure], list[Unsaid]]:
    """The figures of an event that stand, and the claims whose figures nobody stands by, with the reason."""
    found, unsaid = figures(members, heard)
    stand, passed = _standing(found, members, heard)
    return stand, [*unsaid, *passed]


def _standing(found: Sequence[Figure], members: Iterable[Member], heard: Heard) -> tuple[list[Figure], list[Unsaid]]:
    back = _taken_back(members, heard)
    wrong = _overturned(found)
    older = _retold(found)
    stand: list[Figure] = []
    unsaid: dict[str, Unsaid] = {}
    for figure in found:
        if any(figure.age < when and _is(figure, one) for when, one in back.get(figure.origin.key, ())):
            unsaid[figure.claim.id] = Unsaid(figure.member, TAKEN_BACK)
        elif id(figure) in wrong:
            unsaid[figure.claim.id] = Unsaid(figure.member, OVERTURNED)
        elif id(figure) in older:
            unsaid[figure.claim.id] = Unsaid(figure.member, OLDER)
        else:
            stand.append(figure)
    return stand, list(unsaid.values())


def _taken_back(members: Iterable[Member], heard: Heard) -> dict[str, list[tuple[Age, Casualty]]]:
    """By voice, the counts that it takes back and in which report."""
    out: dict[str, list[tuple[Age, Casualty]]] = defaultdict(list)
    for member in members:
        chain = member.claim.attribution
        if chain and chain[-1].act == "retract":
            out[heard[member.claim.id].key] += [(age(member.report), one) for one in member.claim.casualties]
    return out


def _is(figure: Figure, one: Casualty) -> bool:
    return (figure.effect, figure.low) == (one.effect, one.low)


def _overturned(found: Sequence[Figure]) -> set[int]:
    """What a party said, then or later, beside *no civilians*, where it has since counted some of those.

    *30 fighters and no civilians* falls as a whole when the party admits that 61 civilians died.
    """
    out: set[int] = set()
    for none in (figure for figure in found if figure.party and figure.high == 0 and figure.group.code is not None):
        own = [figure for figure in found if figure.effect == none.effect and _of_one_party(figure, none)]
        some = [figure.age for figure in own if figure.group.code == none.group.code and figure.low > 0]
        since = min((when for when in some if when > none.age), default=None)
        if since is not None:
            beside = {(one.group.code, one.low) for one in own if one.claim.id == none.claim.id}
            out |= {id(one) for one in own if one.age <= since and (one.group.code, one.low) in beside}
    return out


def _of_one_party(one: Figure, other: Figure) -> bool:
    return one.party and of(one.origin.key) == of(other.origin.key)


def _retold(found: Iterable[Figure]) -> set[int]:
    """What a report says on its own, or on nobody's word, that an earlier report said, beside a count that is new.

    *On Sunday three were said to be dead*: the report that now has seven does not speak for the three.
    """
    first: dict[tuple[Counted, int], str] = {}
    told: dict[tuple[Age, Counted], list[Figure]] = defaultdict(list)
    for figure in sorted(found, key=lambda figure: figure.age):
        counted = (figure.effect, figure.group.code)
        first.setdefault((counted, figure.low), figure.age[0])
        told[figure.age, counted].append(figure)
    return {
        id(figure)
        for (when, counted), figures in told.items()
        if any(first[counted, figure.low] == when[0] for figure in figures)
        for figure in figures
        if first[counted, figure.low] < when[0] and _is_own_word(figure)
    }


def _is_own_word(figure: Figure) -> bool:
    chain = figure.claim.attribution
    return not chain or chain[-1].source.kind == "unspecified"
