"""The fields in which coders write an event down, and how far apart two values of a field are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

SCHEME = "ucdp"  # the name of the table, as codings in a ledger have it
NONE = "-"

Level = Literal["nominal", "ordinal", "interval"]
Kind = Literal["choice", "text", "date", "number"]


class Field(NamedTuple):
    """A field: its level of measurement, None where coders are not compared in it, its kind, what may be chosen."""

    name: str
    level: Level | None
    kind: Kind
    choices: tuple[int, ...]


@cache
def coding_fields() -> Mapping[str, Field]:
    """Every field by its name, in the order of `coding.tsv`."""
    table = (files("sayso") / "reference" / "coding.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    found = {}
    for name, level, kind, choices in rows:
        chosen = () if choices == NONE else tuple(int(one) for one in choices.split(","))
        found[name] = Field(name, None if level == NONE else cast("Level", level), cast("Kind", kind), chosen)
    return MappingProxyType(found)
