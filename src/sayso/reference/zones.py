"""How far the clocks of a country are from UTC."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def zones() -> Mapping[str, tuple[int, int]]:
    """By ISO 3166-1 code: the least and the greatest offset in minutes that a place there kept since 2005."""
    table = (files("sayso") / "reference" / "zone.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return MappingProxyType({code: (int(least), int(greatest)) for code, least, greatest in rows})
