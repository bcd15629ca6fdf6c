"""What a pack holds: which drawers there are, and how much is in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.check.pack import cases, own_lists
from sayso.core.value import Value
from sayso.lang.marks import CUES
from sayso.lang.pack import Pack


class Drawer(NamedTuple):
    """Word lists and kinds of rule any of which lets a pack read something."""

    lists: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


DRAWERS: Mapping[str, Drawer] = {
    "attribution": Drawer((*CUES, "according")),
    "evidentials": Drawer(("evidential",)),
    "unnamed sources": Drawer(("unnamed",)),
    "hedges": Drawer(("hedge",)),
    "negation": Drawer(("negation",)),
    "verdicts and open questions": Drawer(rules=("sign",)),
    "quantities": Drawer(("number",), ("quantity",)),
    "dates": Drawer(rules=("time",)),
    "harm": Drawer(("harm",)),
    "events": Drawer(("event",), ("event",)),
    "places": Drawer(("place", "place_noun", "place_preposition")),
}


class Inventory(Value, kw_only=True):
    """A pack in figures; `reads` names its drawers, in the order of `DRAWERS`."""

    code: str
    name: str
    own_name: str
    direction: str
    reads: tuple[str, ...]
    entries: int
    rules: int
    examples: int
    licence: str


def inventory(pack: Pack) -> Inventory:
    """What a pack holds: its own word entries, rules and worked examples, not those that all packs share."""
    settings, own = pack.settings, {*own_lists(pack)}
    kinds = {kind for kind, rules in pack.rules.items() if rules}
    return Inventory(
        code=pack.code,
        name=settings.name,
        own_name=settings.own_name,
        direction=settings.direction,
        reads=tuple(name for name, held in DRAWERS.items() if own & {*held.lists} or kinds & {*held.rules}),
        entries=sum(entry.list in own for entry in pack.entries),
        rules=sum(len(rules) for rules in pack.rules.values()),
        examples=len(cases(pack)),
        licence=settings.licence,
    )
