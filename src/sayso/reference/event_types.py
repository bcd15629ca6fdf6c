"""The kinds of event, and what each is called in the code books that others use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

NONE = "-"


class EventType(NamedTuple):
    """The nearest name in ACLED (event type: sub-event type), PLOVER and MUC-4; None where there is none."""

    acled: str | None
    plover: str | None
    muc: str | None


@cache
def event_types() -> Mapping[str, EventType]:
    """Every event type there is, in the order of `event_types.tsv`."""
    table = (files("sayso") / "reference" / "event_types.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return MappingProxyType(
        {name: EventType(*(None if cell == NONE else cell for cell in cells)) for name, *cells in rows}
    )
