"""A party that admits what it denied, or takes back what it said: two claims, and no judgement of the party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.core.event import Reversal
from sayso.reconcile.member import Member, age
from sayso.reconcile.party import of
from sayso.reconcile.voice import UNNAMED, Heard

TURNS = frozenset({"admit", "retract"})
DENIES = frozenset({"deny", "no_knowledge"})


def reversals(members: Iterable[Member], heard: Heard) -> tuple[Reversal, ...]:
    """Each admission after a denial and each retraction after an assertion of the same party, with the last one before.

    The party is the nation that a ministry or an army speaks for; else the voice itself.
    """
    by_party: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        chain = member.claim.attribution
        if chain and chain[-1].source.name is not None and chain[-1].source.kind not in UNNAMED:
            by_party[of(heard[member.claim.id].key)].append(member)
    out = []
    for party in sorted(by_party):
        said = sorted(by_party[party], key=lambda member: (age(member.report), member.claim.content[0]))
        for at, later in enumerate(said):
            earlier = _overturned(later, said[:at])
            if earlier is not None:
                name = later.claim.attribution[-1].source.name or party
                out.append(Reversal(party=name, earlier=earlier.claim.id, later=later.claim.id))
    return tuple(out)


def _overturned(later: Member, before: Sequence[Member]) -> Member | None:
    act = later.claim.attribution[-1].act
    if act not in TURNS:
        return None
    fitting = [member for member in before if _denies(member) == (act == "admit")]
    alike = [member for member in fitting if member.claim.event.type == later.claim.event.type]
    return next(reversed(alike or fitting), None)


def _denies(member: Member) -> bool:
    return member.claim.polarity == "negative" or member.claim.attribution[-1].act in DENIES
