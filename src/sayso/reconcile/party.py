"""Who is a party to an event: whoever fights in it, and the state or body that speaks for those who do."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.core.claim import Kind
from sayso.core.fold import fold
from sayso.reconcile.member import Member
from sayso.reconcile.voice import Origin

NAME = "name"  # what stands before the colon in the code of a proper name
SPEAKERS = frozenset[Kind]({"armed_group", "state", "office", "organisation", "person"})


class Parties:
    """The parties to one event, from those who act, are acted on or come to harm in its claims."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._sides: set[str] = set()
        for member in members:
            codes = dict(member.report.codes)
            event = member.claim.event
            names = [one.name for one in (*event.agents, *event.targets)]
            names += [one.group for one in member.claim.casualties if one.group and one.status == "combatant"]
            self._sides |= {of(codes[name]) if name in codes else fold(name) for name in names}
        self._sides.discard("")

    def has(self, origin: Origin) -> bool:
        """Whether the voice is one of the parties or speaks for one; an armed group that is heard always is."""
        if origin.kind == "armed_group":
            return True
        if origin.kind not in SPEAKERS:
            return False
        return of(origin.key) in self._sides or (origin.name is not None and fold(origin.name) in self._sides)


def of(code: str) -> str:
    """Whom a code stands for: the nation of a ministry, an army or a people (`RU:army` is `RU`), else the body."""
    nation, _, body = code.partition(":")
    return nation if body and nation != NAME else code
