"""Which column of a table holds what, as told or by the names that tables commonly give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from sayso.core.document import Document
from sayso.core.trouble import InputError
from sayso.ingest.made import made
from sayso.ingest.printed import standard
from sayso.reference.named import language

_PARTS = re.compile(r"[\s_.\-]+")


def mapped(columns: Sequence[str], told: Mapping[str, str]) -> dict[str, str]:
    """The column of each field that has one: as `told`, else by its name.

    Raises InputError, listing the columns, where one that was told is not there, or none can be told to hold the text.
    """
    missing = [f"{field}={name}" for field, name in told.items() if _told(name, columns) is None]
    if missing:
        raise InputError(
            f"no column {', '.join(missing)}; its columns are {_listed(columns)}; set --columns to one of these"
        )
    found = {field: column for field, name in told.items() if (column := _told(name, columns)) is not None}
    taken = set(found.values())
    for field, column in _guessed(columns).items():
        if field not in found and column not in taken:
            found[field] = column
    if "text" not in found:
        raise InputError(
            f"no column that holds the text; its columns are {_listed(columns)}; say which: --columns text=…"
        )
    return found


def recognised(columns: Sequence[str]) -> int:
    """How many fields can be told by the names of columns; none where no column holds the text."""
    found = _guessed(columns)
    return len(found) if "text" in found else 0


def renamed(row: dict[str, Any], told: Mapping[str, str]) -> dict[str, Any]:
    """An object by our names for what it holds: as `told`, else by the names of its keys.

    One with a `text` of which nothing is told is given back as it is.
    """
    if not told and "text" in row:
        return row
    found = {field: name for field, name in told.items() if name in row}
    left = {field: name for field, name in _guessed(list(row)).items() if name not in found.values()}
    ours = {field: row[name] for field, name in (left | found).items()}
    if isinstance(written := ours.get("published"), str):
        ours["published"] = standard(written) or written
    if isinstance(name := ours.get("language"), str):
        ours["language"] = language(name) or name
    return ours


def of_row(values: Mapping[str, str | None], number: int, warnings: tuple[str, ...] = ()) -> Document:
    """The document of a row, its values by field; raises InputError, naming the row, where it has no text."""
    text = values.get("text") or ""
    if not text.strip():
        raise InputError(f"row {number}: no text")
    fields = dict(values)
    for field in ("published", "modified"):
        if value := values.get(field):
            fields[field] = standard(value) or value
    if value := values.get("language"):
        fields["language"] = language(value) or value
    return made(text, fields, warnings)


def _told(name: str, columns: Sequence[str]) -> str | None:
    return name if name in columns else next((one for one in columns if _plain(one) == _plain(name)), None)


def _guessed(columns: Sequence[str]) -> dict[str, str]:
    """The column of each field by its name; of several, that whose name comes first in our table."""
    there: dict[str, str] = {}
    for column in columns:
        there.setdefault(_plain(column), column)
    found = {field: next((there[name] for name in names if name in there), None) for field, names in _names().items()}
    return {field: column for field, column in found.items() if column is not None}


def _plain(name: str) -> str:
    return _PARTS.sub(" ", name.strip().lower())


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(repr(column) for column in columns)


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    table = (files("sayso") / "ingest" / "column.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in table if line and not line.startswith("#"))
    return MappingProxyType({field: tuple(names.split(", ")) for field, names in rows})
