"""A happening as one report tells it, and the days and counts that tell happenings apart."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from sayso.core.claim import Effect, Where
from sayso.core.trouble import DateError
from sayso.core.value import Value
from sayso.core.when import between, bounds

Role = Literal["main", "aside", "history"]

DAY = 1  # days between the first and the last day of a date that names one day, or one night
HARMED = frozenset({"killed", "injured", "missing"})


class Days(NamedTuple):
    """The first and the last day that a date can mean, as `datetime.date.toordinal` counts them."""

    first: int
    last: int

    def apart(self, other: Days) -> int:
        """How many days one ends before the other begins; 0 where they meet."""
        return max(other.first - self.last, self.first - other.last, 0)

    def __str__(self) -> str:
        """As EDTF writes it."""
        return between(dt.date.fromordinal(self.first), dt.date.fromordinal(self.last))


class Count(NamedTuple):
    """A count that a claim gives of people harmed; `high` None is open."""

    effect: Effect
    low: int
    high: int | None


class Strand(Value, kw_only=True):
    """One happening as one report tells it. `claims` are ids in the order of the report, `types` most told first.

    `days` is None where the report does not date it; `told` says whether a claim of it has a date of its own.
    """

    report: str
    claims: tuple[str, ...]
    role: Role
    family: str
    types: tuple[str, ...]
    days: Days | None
    told: bool
    places: tuple[Where, ...]
    counts: tuple[Count, ...]


def days_of(edtf: str) -> Days | None:
    """The days an EDTF date can mean; None where it is open at an end or is no date."""
    try:
        first, last = bounds(edtf)
    except DateError:
        return None
    return Days(first.toordinal(), last.toordinal()) if first is not None and last is not None else None
