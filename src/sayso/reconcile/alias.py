"""Which of the voices heard in one event are one, though reports name them in different ways.

A body named without its nation is the one of that kind that the event names with it. A minister speaks for the
ministry, a spokesman for his body, and a state that is named alone with the one body of it that is heard. A short name
is the one longer name that ends so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from sayso.core.claim import Source
from sayso.core.fold import fold
from sayso.reconcile.member import Member
from sayso.reconcile.party import NAME
from sayso.reconcile.voice import SOURCE, is_proper, key_of
from sayso.reference.actors import actors, fuller

ENDING = 3  # letters that a land's name has more than its stem: *Tarvia*, *tarv*
STATE = "state"  # the sort of body of which a land has one
ARTICLE = 3  # letters of a word that may stand before a short name: *the Column*
_WORDS = re.compile(r"[ :-]")


def aliases(members: Sequence[Member], keys: AbstractSet[str]) -> dict[str, str]:
    """By the key of a voice that of the one it is. `keys` are those of all voices heard in the event."""
    same = dict(_ministries(keys))
    same |= dict(_in_full(members, {*keys, *same.values()}))
    same |= dict(_ministries({*same.values()}))
    same |= dict(_coded(members, keys))
    same |= {short: long for short, long in _shortened(members, keys) if short not in same}
    same |= dict(_lands({_end(key, same) for key in keys}))
    same |= _speakers(members, keys, same)
    return {key: _end(key, same) for key in {*keys, *same}}


def _end(key: str, same: Mapping[str, str]) -> str:
    """Where a chain of names leads; a loop ends at the first name met again."""
    met = {key}
    while (after := same.get(key, key)) not in met:
        met.add(after)
        key = after
    return key


def _in_full(members: Iterable[Member], keys: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """*The police* is the police of the one nation whose police the event names, heard or taking part."""
    named = keys | {code for member in members for _, code in member.report.codes}
    for key in keys:
        full = fuller(key, named)
        if full is not None:
            yield key, full


def _coded(members: Iterable[Member], keys: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """A name that no report of the event but one could place is who it is in the others."""
    codes = {fold(source.name or ""): source.id for source in _sources(members) if source.id is not None}
    for key in keys:
        code = codes.get(key.removeprefix(f"{SOURCE} "))
        if code is not None:
            yield key, code


def _ministries(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A minister's voice is that of the ministry."""
    for key in keys:
        holder, found, _ = key.rpartition("minister")
        if found and key.endswith("minister") and f"{key.rpartition(':')[2][:-2]}ry" in actors():
            yield key, f"{holder}ministry"


def _lands(keys: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """A land named alone is the one body of its state that is heard; where there are more, the land."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        nation, colon, body = key.partition(":")
        if colon and body in actors() and actors()[body].sort == STATE:
            bodies[nation].add(key)
    for key in keys:
        name = key.removeprefix(f"{NAME}:")
        named = (land for land in bodies if name != key and _is_land(name, land))
        nation = key if key in bodies else next(named, "")
        if nation:
            yield key, next(iter(bodies[nation])) if len(bodies[nation]) == 1 else nation


def _is_land(name: str, stem: str) -> bool:
    return name.startswith(stem) and len(name) <= len(stem) + ENDING


def _shortened(members: Iterable[Member], keys: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """*Dranic* is the one *Ivo Dranic*, *the Column* the one *Southern Column* of the event."""
    by_last: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        words = _words(key)
        if len(words) > 1:
            by_last[words[-1]].add(key)
    for source in _sources(members):
        key = key_of(source)
        words = _words(key)
        short = len(words) == 1 or (len(words) == 2 and len(words[0]) <= ARTICLE)
        if key in keys and short and is_proper(source):
            longer = by_last[words[-1]] - {key}
            if len(longer) == 1:
                yield key, next(iter(longer))


def _words(key: str) -> list[str]:
    """The words of a proper name; none of what has no name of its own."""
    for mark in (f"{NAME}:", f"{SOURCE} "):
        if key.startswith(mark):
            return _WORDS.split(key.removeprefix(mark))
    return []


def _speakers(members: Sequence[Member], keys: AbstractSet[str], same: Mapping[str, str]) -> dict[str, str]:
    """Each person who speaks for a body, by any report of the event, with the body he speaks for most often."""
    bodies: dict[str, Counter[str]] = defaultdict(Counter)
    persons: dict[str, str] = {}
    for member in members:
        for source in _sources([member]):
            if source.kind != "person" or (source.id is None and not is_proper(source)):
                continue
            key, name = key_of(source), fold(source.name or "")
            if not _words(key):
                bodies[name][_end(key, same)] += 1
                continue
            persons[key] = name
            if source.on_behalf_of:
                body = dict(member.report.codes).get(source.on_behalf_of) or _body(source.on_behalf_of, keys)
                bodies[name][_end(body, same)] += 1
    found = ((person, _in_one(bodies, name)) for person, name in persons.items())
    return {
        person: min(counted, key=lambda body: (bool(_words(body)), -counted[body], body))
        for person, counted in found
        if counted
    }


def _in_one(bodies: Mapping[str, Counter[str]], name: str) -> Counter[str]:
    """The bodies of a person, by the name in full where a report has the last one only."""
    longer = [full for full in bodies if full.endswith(f" {name}")]
    return bodies.get(name) or (bodies[longer[0]] if len(longer) == 1 else Counter())


def _body(name: str, keys: Iterable[str]) -> str:
    """*The League* is the one voice heard whose name ends so, *the Valley League*; else a voice by that name."""
    short = f"{SOURCE} {fold(name)}"
    last = short.rpartition(" ")[2]
    longer = [key for key in keys if key != short and _WORDS.split(key)[-1] == last]
    return longer[0] if len(longer) == 1 and short not in keys else short


def _sources(members: Iterable[Member]) -> Iterator[Source]:
    for member in members:
        chain = member.claim.attribution
        if chain and chain[-1].source.name is not None:
            yield chain[-1].source
