"""Which types of `reference/event_types.tsv` can be one event: families of them, and the means of violence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

HARM = "harm"

FAMILIES: Mapping[str, frozenset[str]] = MappingProxyType({
    HARM: frozenset(
        "attack counterattack armed_clash air_strike drone_strike shelling missile_strike bombing suicide_bombing "
        "mine_or_ied chemical_attack assassination killing execution destruction arson robbery sexual_violence "
        "abduction capture displacement".split()
    ),
    "custody": frozenset("arrest release".split()),
    "ground": frozenset("occupation annexation withdrawal deployment involvement".split()),
    "talks": frozenset("ceasefire negotiation agreement contact threat".split()),
    "unrest": frozenset("protest riot".split()),
    "relief": frozenset({"aid"}),
})  # fmt: skip

# what a report may call any violence: these can be one event with every other of the family
BROAD = frozenset("attack counterattack killing destruction armed_clash".split())

# ways of doing harm that are told of one event by different words; each type with those it can be
MEANS: tuple[frozenset[str], ...] = (
    frozenset("air_strike drone_strike missile_strike shelling".split()),
    frozenset("bombing suicide_bombing mine_or_ied missile_strike shelling".split()),
    frozenset("bombing air_strike".split()),
    frozenset("air_strike missile_strike shelling bombing chemical_attack".split()),
    frozenset("assassination execution bombing".split()),
    frozenset("arson robbery abduction".split()),
)

# in the other families: types that are one event's two sides, or two names of it
TWINS: tuple[frozenset[str], ...] = (
    frozenset("occupation annexation".split()),
    frozenset("deployment involvement".split()),
    frozenset("ceasefire agreement".split()),
    frozenset("negotiation agreement contact".split()),
    frozenset("protest riot".split()),
)


def family(type_: str) -> str | None:
    """The family of an event type; None for `other`, which says nothing of what occurred."""
    return _FAMILY.get(type_)


def alike(one: str, other: str) -> bool:
    """Whether two types can be one event, as reports word it."""
    if one == other:
        return True
    if family(one) != family(other):
        return False
    if family(one) == HARM:
        return bool({one, other} & BROAD) or any(one in means and other in means for means in MEANS)
    return any(one in twins and other in twins for twins in TWINS)


_FAMILY: Mapping[str, str] = MappingProxyType({type_: name for name, types in FAMILIES.items() for type_ in types})
