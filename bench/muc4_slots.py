"""The date and location slots of MUC-4: what a filler means, and how a response is marked against the key.

A re-implementation, from the documents that came with the task (*template-doc-part1*, 7.3 and 7.4;
*scoring-guidelines*, 3.2.2 and 3.2.3), of what the scoring program did by itself and of the cases in which its user was
told to give partial credit. Where the guidelines leave a judgement to the user (a date *close to* the key's), nothing
is given.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal, NamedTuple

Mark = Literal["correct", "partial", "incorrect", "missing", "spurious", "null"]
POINTS: dict[Mark, float] = {"correct": 1.0, "partial": 0.5}

_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d\d)")
_KINDS = re.compile(r"\s*\([^()]*\)")


class Dates(NamedTuple):
    """*On or between* two days; `first` is None for *on or before*."""

    first: dt.date | None
    last: dt.date


class Location(NamedTuple):
    """A country and the most specific places named in it: none, one, or the two that it lies between."""

    country: str
    places: frozenset[str]


def read_dates(filler: str) -> list[Dates | None]:
    """The alternatives of a key's date; None is the null filler."""
    return [_dates(one) for one in _alternatives(filler)]


def _dates(filler: str) -> Dates | None:
    days = [_day(*match) for match in _DAY.findall(filler)]
    if not days:
        return None
    return Dates(None if filler.lstrip().startswith("-") else days[0], days[-1])


def _day(day: str, month: str, year: str) -> dt.date:
    return dt.date(1900 + int(year), _MONTHS.index(month) + 1, int(day))


def read_locations(filler: str) -> list[Location | None]:
    """The alternatives of a key's location; None is the null filler."""
    return [_location(one) for one in _alternatives(filler)]


def _location(filler: str) -> Location | None:
    country, *rest = (part.strip() for part in _KINDS.sub("", filler).split(":"))
    if country in ("", "-"):
        return None
    return Location(country, frozenset(rest[-1].split(" - ")) if rest else frozenset())


def _alternatives(filler: str) -> list[str]:
    """What stands between slashes outside of parentheses, less the parentheses around the whole of one."""
    parts, depth, start = [], 0, 0
    for at, sign in enumerate(filler):
        depth += (sign == "(") - (sign == ")")
        if sign == "/" and depth == 0:
            parts.append(filler[start:at])
            start = at + 1
    parts = [part.strip().lstrip("?").strip() for part in (*parts, filler[start:])]
    return [part[1:-1] if part.startswith("(") and part.endswith(")") else part for part in parts]


def mark_dates(key: Dates | None, given: Dates | None) -> Mark:
    """One response against one alternative of the key."""
    if key is None or given is None:
        return _half_empty(key, given)
    if key == given:
        return "correct"
    if given.first is None:  # a default-looking value
        return "partial" if given.last == key.last else "incorrect"
    inside = given.last <= key.last and (key.first is None or key.first <= given.first)
    return "partial" if inside else "incorrect"


def mark_locations(key: Location | None, given: Location | None) -> Mark:
    """One response against one alternative of the key; the kinds of place, and the areas in between, do not count."""
    if key is None or given is None:
        return _half_empty(key, given)
    if key == given:
        return "correct"
    if key.country == given.country:
        return "partial"
    return "partial" if given.places and given.places == key.places else "incorrect"


def _half_empty(key: object, given: object) -> Mark:
    if key is None:
        return "null" if given is None else "spurious"
    return "missing"


def best(marks: list[Mark]) -> Mark:
    """The mark a response gets where the key offers alternatives."""
    order: list[Mark] = ["correct", "partial", "null", "incorrect", "missing", "spurious"]
    return min(marks, key=order.index)
