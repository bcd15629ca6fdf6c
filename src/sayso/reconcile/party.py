"""Who is a party to an event: whoever fights in it, and the state or body that speaks for those who do."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.core.claim import Kind
from sayso.core.fold import fold
from sayso.reconcile.member import Member
from sayso.reconcile.voice import OUTLETS, UNNAMED, Heard, Origin

NAME = "name"  # what stands before the colon in the code of a proper name
APART = UNNAMED | OUTLETS  # who is no party by what he says of the event
SPEAKERS = frozenset[Kind]({"armed_group", "state", "office", "organisation", "person"})


class Parties:
    """The parties to one event: those who act, are acted on or lose people, and who answers for having done it."""

    def __init__(self, members: Iterable[Member], heard: Heard) -> None:
        self._sides: set[str] = set()
        self._answering: set[str] = set()
        for member in members:
            codes = dict(member.report.codes)
            event = member.claim.event
            names = [one.name for one in (*event.agents, *event.targets)]
            names += [one.group for one in member.claim.casualties if one.group and one.status == "combatant"]
            self._sides |= {of(codes[name]) if name in codes else fold(name) for name in names}
            losses = (codes.get(one.group or "", "") for one in member.claim.casualties)
            self._sides |= {of(code) for code in losses if of(code) != code}
            if answers(member):
                self._answering.add(of(heard[member.claim.id].key))
        self._sides.discard("")

    def has(self, origin: Origin) -> bool:
        """Whether the voice is one of the parties or speaks for one; an armed group that is heard always is."""
        if origin.kind == "armed_group" or (of(origin.key) in self._answering and origin.kind not in APART):
            return True
        if origin.kind not in SPEAKERS:
            return False
        return of(origin.key) in self._sides or (origin.name is not None and fold(origin.name) in self._sides)


def answers(member: Member) -> bool:
    """Whether a source speaks of its own doing: it admits something, or denies that it was involved."""
    claim = member.claim
    act = claim.attribution[-1].act if claim.attribution else "say"
    return act == "admit" or (act == "deny" and (claim.event.type == "involvement" or is_own(member)))


def is_own(member: Member) -> bool:
    """Whether a source that denies or admits a deed names nobody but itself as who did it: *it had bombed the town*."""
    agents = [one.name for one in member.claim.event.agents]
    codes = dict(member.report.codes)
    return bool(agents) and all(name not in codes and name.islower() and " " not in name for name in agents)


def of(code: str) -> str:
    """Whom a code stands for: the nation of a ministry, an army or a people (`RU:army` is `RU`), else the body."""
    nation, _, body = code.partition(":")
    return nation if body and nation != NAME else code
