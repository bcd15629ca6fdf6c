"""Who is heard in one event: the origins of its claims, those that are one voice there made one.

A spokesman speaks with his body's voice. A body named without its nation is the one of that kind which the event names
with it. An agency whose own report is at hand has said what its source said: quoting the agency is quoting that source.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.core.claim import Kind
from sayso.core.fold import fold
from sayso.reconcile.member import Member, age
from sayso.reconcile.voice import OUTLETS, Heard, Origin, Voices, key_of
from sayso.reference.actors import fuller

Fact = tuple[object, ...]


def heard(members: Sequence[Member], voices: Voices) -> Heard:
    """The origin of each claim of one event, by its id."""
    origins = {member.claim.id: voices.origin(member) for member in members}
    origins |= dict(_relayed(members, origins, voices))
    same = _spoken_for(members, {origin.key for origin in origins.values()})
    return _called({claim: origin._replace(key=same.get(origin.key, origin.key)) for claim, origin in origins.items()})


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
        chain, origin = member.claim.attribution, origins[member.claim.id]
        if chain and chain[-1].source.kind in OUTLETS:
            known = (first.get((origin.key, fact)) for fact in _facts(member))
            source = next((found for found in known if found is not None), None)
            if source is not None:
                yield member.claim.id, source


def _facts(member: Member) -> Iterator[Fact]:
    """What a claim states that a retelling keeps: its figures, else the kind of event and its stance."""
    claim = member.claim
    for one in claim.casualties:
        yield (one.effect, one.low, one.high)
    if not claim.casualties:
        yield (claim.event.type, claim.polarity, claim.event.when.edtf if claim.event.when else None)


def _spoken_for(members: Sequence[Member], keys: set[str]) -> dict[str, str]:
    """By key, the voice that another one is."""
    same = dict(_in_full(members, keys))
    speaks: dict[str, Counter[str]] = defaultdict(Counter)
    for member in members:
        chain = member.claim.attribution
        last = chain[-1].source if chain else None
        if last is not None and last.kind == "person" and last.on_behalf_of:
            body = dict(member.report.codes).get(last.on_behalf_of) or _body(last.on_behalf_of, keys)
            speaks[key_of(last)][same.get(body, body)] += 1
    for person, bodies in speaks.items():
        same[person] = min(bodies, key=lambda body: (-bodies[body], body))
    return same


def _in_full(members: Iterable[Member], keys: set[str]) -> Iterator[tuple[str, str]]:
    """*The police* is the police of the one nation whose police the event names, heard or taking part."""
    named = keys | {code for member in members for _, code in member.report.codes}
    for key in keys:
        full = fuller(key, named)
        if full is not None:
            yield key, full


def _body(name: str, keys: Iterable[str]) -> str:
    """*The League* is the one voice heard whose name ends so, *the Valley League*; else a voice by that name."""
    short = f"source {fold(name)}"
    last = short.rpartition(" ")[2]
    longer = [key for key in keys if key != short and re.split(r"[ :-]", key)[-1] == last]
    return longer[0] if len(longer) == 1 and short not in keys else short
