"""What the codes of actors and of groups of people stand for, whatever the language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

NONE = "-"


class Actor(NamedTuple):
    """What kind of actor a code stands for, and the code it is a case of: a defence ministry is a ministry.

    `sort` is `state` (a country has one), `local` (there are many, a place tells which), `body` (a proper name
    tells which), `group` (the same, of many: rebels) or `people` (those whom harm befalls).
    """

    sort: str
    broader: str | None


@cache
def actors() -> Mapping[str, Actor]:
    """Every code there is, in the order of `actors.tsv`."""
    table = (files("sayso") / "reference" / "actors.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return MappingProxyType({code: Actor(sort, None if up == NONE else up) for code, sort, up, _ in rows})


def is_a(code: str, other: str) -> bool:
    """Whether a code is the other or a case of it: `navy` is an `army`."""
    known = actors()
    at: str | None = code
    while at is not None and at != other:
        at = known[at].broader if at in known else None
    return at is not None


def loose(code: str) -> bool:
    """Whether a code says what somebody is and not whose, as *the army* does, so that another may say it in full."""
    return code in actors() and actors()[code].sort != "people"


def fuller(code: str, among: Iterable[str]) -> str | None:
    """The one code that a loose one can stand for: *the army* beside `SY:army` alone; None where there is none, or two.

    `among` are the codes of the same report or event. A group that is not named can stand for one that is.
    """
    if not loose(code):
        return None
    fitting = {one for one in among if one != code and is_a(one.rpartition(":")[2], code)}
    owned = {one for one in fitting if ":" in one} or fitting
    return owned.pop() if len(owned) == 1 else None
