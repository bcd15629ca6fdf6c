"""Whom a name means, as a code that is the same in every language: `RU:defence-ministry`, `children`, `name:jan-kolar`.

A code is what somebody is, with whose or where before a colon. What it is comes from `reference/actors.tsv` by the
pack's lists, whose from its lists of countries; a place or a people that no list knows stands in folded spelling. What
nobody knows has no code: better none than one that makes two of one or one of two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.core.reading import Toll, Trigger
from sayso.core.span import joined
from sayso.lang.pack import Pack
from sayso.read.code import EVERYBODY, named, one, place, slug, together
from sayso.read.naming import Part, parts
from sayso.reference.actors import actors, loose

_MEMORY = 50_000  # names kept before the memory is emptied
_BODIES = frozenset({"office", "organisation", "state", "armed_group"})
_HOUSES = frozenset({"outlet", "agency"})


def participant(pack: Pack, name: str) -> str | None:
    """The code of somebody with a part in an event, or of a group of people who came to harm."""
    key = ("participant", name)
    if key not in pack.codes:
        found = parts(pack, name)
        city = len(found) == 1 and found[0].use == "capital"
        _keep(pack, key, place(found) if city else _settled(found, together(found)))
    return pack.codes[key]


def source(pack: Pack, phrase: str, kind: str, person: str | None = None, *, speaks_for: bool = False) -> str | None:
    """The code of a source: `phrase` less the name of the `person` in it, who may speak for somebody else."""
    key = (kind, phrase, person or "", "1" if speaks_for else "")
    if key not in pack.codes:
        _keep(pack, key, _source(pack, phrase, kind, person, speaks_for=speaks_for))
    return pack.codes[key]


def codes(pack: Pack, text: str, triggers: Iterable[Trigger], tolls: Iterable[Toll]) -> tuple[tuple[str, str], ...]:
    """The code of each participant and group of a text, by its name as the text has it, sorted."""
    names = {joined(text, (span,)) for trigger in triggers for span in (*trigger.agents, *trigger.targets)}
    names.update(toll.group for toll in tolls if toll.group is not None)
    found = ((name, participant(pack, name)) for name in names)
    return tuple(sorted((name, code) for name, code in found if code is not None))


def _keep(pack: Pack, key: tuple[str, ...], code: str | None) -> None:
    if len(pack.codes) >= _MEMORY:
        pack.codes.clear()
    pack.codes[key] = code


def _source(pack: Pack, phrase: str, kind: str, person: str | None, *, speaks_for: bool) -> str | None:
    if person is not None and not speaks_for:
        body = _body(parts(pack, person), sure=True) if " " not in person else None  # none: *Parliament*
        return body or f"name:{slug(person)}"
    found = parts(pack, phrase, outlets=kind in _HOUSES)
    if kind in _HOUSES:
        return _house(found)
    if speaks_for:
        found = [part for part in found if not _is_people(part)]  # *army spokesman Captain Kolar*
    if person is not None:
        return _body(found, sure=True) or f"name:{slug(person)}"
    if kind == "person":
        one_of_many = not speaks_for and any(part.role == "indefinite" for part in found)
        return None if one_of_many else _body(found, sure=not speaks_for)
    if kind in _BODIES:
        return _body(found, sure=False) or named(found)
    if kind == "document":
        return named(found) if len(found) > 1 else None
    return _body(found, sure=True) if kind == "unnamed" and not any(map(_is_people, found)) else None


def _is_people(part: Part) -> bool:
    return part.role == "actor" and part.value in actors() and actors()[part.value].sort == EVERYBODY


def _house(found: Sequence[Part]) -> str | None:
    """An outlet or agency: by its name, else what kind of media it is and whose."""
    listed = next((part for part in found if part.role == "outlet"), None)
    if listed is not None:
        return f"name:{slug(listed.value)}"
    if any(part.role in ("name", "land") for part in found):
        return f"name:{slug(' '.join(part.written for part in found if part.written[:1].isupper()))}"
    return one(found)


def _body(found: Sequence[Part], *, sure: bool) -> str | None:
    """A body that can speak: no group of people.

    With `sure` it must be an office of which its place or state has one.
    """
    code = _settled(found, together(found))
    if code is None or "+" in code:
        return None
    of, _, what = code.rpartition(":")
    if of == "name":
        return None if sure else code
    sort = actors()[what].sort if what in actors() else None
    return None if sort == EVERYBODY or (sort is None and sure and not of) else code


def _settled(found: Sequence[Part], code: str | None) -> str | None:
    """The code, where no indefinite article leaves open which of many is meant: *a hospital*, *its forces*."""
    if code is None or not loose(code) or actors()[code].sort == "group":
        return code
    return None if any(part.role == "indefinite" for part in found) else code
