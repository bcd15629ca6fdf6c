"""How far coders agree, field by field: Krippendorff's alpha, and where they part.

Alpha is 1 where all agree, 0 where they agree as often as chance has it, and below 0 where they do so less often
(Krippendorff 2011, *Computing Krippendorff's alpha-reliability*). What a coder left empty is missing, and is compared
with nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.core.judgement import Coding
from sayso.publish.coding.alpha import PAIR, alpha
from sayso.reference.coding import Field, coding_fields

Value = str | int
Unit = Mapping[str, Value]  # by coder what each has of one event


class Parting(NamedTuple):
    """An event in which coders have different values: by coder the value."""

    event: str
    values: Mapping[str, Value]


class Agreement(NamedTuple):
    """A field: in how many events two coders or more gave it a value, in how many of them all the same one.

    `alpha` is None where there are fewer than two such events, or nobody ever gave another value: then it has no
    meaning.
    """

    field: Field
    events: int
    alike: int
    alpha: float | None
    partings: tuple[Parting, ...]


def agreements(codings: Iterable[Coding]) -> tuple[Agreement, ...]:
    """Every field that is compared, in the order of the form; each coder's last form on each event is asked for."""
    forms = list(codings)
    return tuple(_agreement(field, forms) for field in coding_fields().values() if field.level is not None)


def _agreement(field: Field, forms: Sequence[Coding]) -> Agreement:
    by_event: dict[str, dict[str, Value]] = {}
    for form in forms:
        value = form.values.get(field.name)
        if value is not None:
            by_event.setdefault(form.event, {})[form.by] = value
    units = {event: unit for event, unit in by_event.items() if len(unit) >= PAIR}
    partings = tuple(
        Parting(event, unit) for event, unit in units.items() if len({_same(one) for one in unit.values()}) > 1
    )
    alpha = _alpha(field, list(units.values()))
    return Agreement(field, len(units), len(units) - len(partings), alpha, partings)


def _alpha(field: Field, units: Sequence[Unit]) -> float | None:
    """Alpha of the units; None for fewer than two, and where it has no meaning."""
    assert field.level is not None
    measured = [[_measured(field, one) for one in unit.values()] for unit in units]
    names = sorted({one for unit in measured for one in unit if isinstance(one, str)})
    numbers = {name: float(k) for k, name in enumerate(names)}
    values = [[numbers[one] if isinstance(one, str) else float(one) for one in unit] for unit in measured]
    return alpha(values, field.level) if len(units) >= PAIR else None


def _measured(field: Field, value: Value) -> Value:
    """A value as it is compared: a day as its number, words without regard to case and white space."""
    if field.kind == "date":
        return dt.date.fromisoformat(str(value)).toordinal()
    return _same(value)


def _same(value: Value) -> Value:
    return " ".join(value.casefold().split()) if isinstance(value, str) else value
