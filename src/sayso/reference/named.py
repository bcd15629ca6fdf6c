"""What months and languages are called in the languages that databases of news print them in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def month(name: str) -> int | None:
    """The number of a month by its name, whole or short; None where it is no name of a month."""
    found = _named("month.tsv").get(_plain(name))
    return int(found) if found else None


def language(name: str) -> str | None:
    """The ISO 639 code of a language by its name, or by the code itself; None where it is not known."""
    return _named("language.tsv").get(_plain(name))


def _plain(name: str) -> str:
    return " ".join(name.split()).rstrip(".").lower()


@cache
def _named(table: str) -> Mapping[str, str]:
    lines = (files("sayso") / "reference" / table).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return MappingProxyType({name: value for value, names in rows for name in names.split(", ")})
