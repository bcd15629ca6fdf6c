"""Who is heard in one event: the origins of its claims, those that are one voice there made one.

An agency whose own report is at hand has said what its source said: quoting the agency is quoting that source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sayso.core.claim import Kind, Link
from sayso.reconcile.alias import aliases
from sayso.reconcile.member import Member, age
from sayso.reconcile.voice import Heard, Origin, Voices

Fact = tuple[object, ...]


def heard(members: Sequence[Member], voices: Voices) -> Heard:
    """The origin of each claim of one event, by its id."""
    origins = {member.claim.id: voices.origin(member) for member in members}
    origins |= dict(_relayed(members, origins, voices))
    same = aliases(members, {origin.key for origin in origins.values()})
    return _called({claim: origin._replace(key=same[origin.key]) for claim, origin in origins.items()})


def _called(origins: Heard) -> Heard:
    """The same with one name and kind for each voice: as most claims have it, a body before its spokesman."""
    names: dict[str, Counter[tuple[str | None, Kind]]] = defaultdict(Counter)
    for origin in origins.values():
        names[origin.key][origin.name, origin.kind] += 1
    chosen = {key: min(found, key=lambda called: _rank(called, found)) for key, found in names.items()}
    return {claim: Origin(origin.key, *chosen[origin.key]) for claim, origin in origins.items()}


def _rank(called: tuple[str | None, Kind], found: Counter[tuple[str | None, Kind]]) -> tuple[bool, bool, int, str]:
    name, kind = called
    return name is None, kind == "person", -found[called], name or ""


def _relayed(members: Sequence[Member], origins: Heard, voices: Voices) -> Iterator[tuple[str, Origin]]:
    """What is said on an agency's word, with the origin that the agency's own text gives for the same fact."""
    first: dict[tuple[str, Fact], Origin] = {}
    for member in sorted(members, key=lambda member: (age(member.report), member.claim.content[0])):
        house, origin = voices.outlet(member.report).key, origins[member.claim.id]
        if origin.key != house:
            for fact in _facts(member):
                first.setdefault((house, fact), origin)
    for member in members:
        chain = member.claim.attribution
        relay = _relay(chain, voices)
        if relay is not None:
            known = (first.get((relay, fact)) for fact in _facts(member))
            source = next((found for found in known if found is not None), None)
            if source is not None:
                yield member.claim.id, source


def _relay(chain: Sequence[Link], voices: Voices) -> str | None:
    """The key of the outlet on whose word something is told: its own, or that of a source it does not name."""
    if chain and voices.is_house(chain[-1].source):
        return voices.house(chain[-1].source).key
    if len(chain) > 1 and voices.is_house(chain[-2].source) and voices.is_nameless(chain[-1].source):
        return voices.house(chain[-2].source).key
    return None


def _facts(member: Member) -> Iterator[Fact]:
    """What a claim states that a retelling keeps: its figures, else the kind of event and its stance."""
    claim = member.claim
    for one in claim.casualties:
        yield (one.effect, one.low, one.high)
    if not claim.casualties:
        yield (claim.event.type, claim.polarity, claim.event.when.edtf if claim.event.when else None)
