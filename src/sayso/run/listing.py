"""The events of a release made ready to be filtered and sorted often: what a list, a map and a timeline share."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from sayso.core.event import Event, Grade
from sayso.core.release import Release
from sayso.core.trouble import DateError
from sayso.core.value import Value
from sayso.core.when import bounds

Order = Literal["reports", "earliest", "latest", "place", "type", "voices"]
ORDERS: tuple[Order, ...] = ("reports", "latest", "earliest", "place", "type", "voices")
Box = tuple[float, float, float, float]  # west, south, east, north, in degrees


class Listed(NamedTuple):
    """An event with what is asked of it: its days (None where open or not told), the languages of its reports."""

    event: Event
    first: dt.date | None
    last: dt.date | None
    place: str
    languages: frozenset[str]
    reviewed: bool


class Asked(Value, kw_only=True):
    """Which events are asked for, and in what order; what is empty asks for nothing. Dates are EDTF.

    `place` stands in the name of an event's place, or is its id. `box` is west, south, east, north: one that is east
    of its east goes around the back of the globe.
    """

    since: str = ""
    until: str = ""
    place: str = ""
    types: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    box: Box | None = None
    unreviewed: bool = False
    order: Order = "reports"


class Choices(NamedTuple):
    """What there is to choose from, each with the number of events that have it."""

    types: tuple[tuple[str, int], ...]
    grades: tuple[tuple[Grade, int], ...]
    languages: tuple[tuple[str, int], ...]


def listing(release: Release, reviewed: Collection[str]) -> tuple[Listed, ...]:
    """Every event, the most reported first; `reviewed` are the ids of those that somebody has reviewed."""
    spoken = {claim.id: report.language for report in release.state.reports for claim in report.claims}
    return tuple(
        Listed(
            event, *_days(event), event.where.name.casefold() if event.where is not None else "",
            frozenset(spoken[claim] for claim in event.claims), event.id in reviewed,
        )
        for event in release.events
    )  # fmt: skip


def chosen(rows: Iterable[Listed], asked: Asked) -> list[Listed]:
    """The events asked for, in the order asked for. Raises DateError where a bound is no date."""
    found = list(rows)
    for test in _tests(asked):
        found = [row for row in found if test(row)]
    return _ordered(found, asked.order)


def choices(rows: Iterable[Listed]) -> Choices:
    """What types, grades and languages the events have."""
    types: Counter[str] = Counter()
    grades: Counter[Grade] = Counter()
    languages: Counter[str] = Counter()
    for row in rows:
        types[row.event.type] += 1
        grades[row.event.grade] += 1
        languages.update(row.languages)
    return Choices(tuple(sorted(types.items())), tuple(sorted(grades.items())), tuple(sorted(languages.items())))


def _tests(asked: Asked) -> Iterator[Callable[[Listed], bool]]:
    """A test for each thing asked, the quickest first."""
    if asked.types:
        yield lambda row: row.event.type in asked.types
    if asked.grades:
        yield lambda row: row.event.grade in asked.grades
    if asked.unreviewed:
        yield lambda row: not row.reviewed
    if asked.languages:
        yield lambda row: not row.languages.isdisjoint(asked.languages)
    if asked.since and (first := bounds(asked.since)[0]):
        yield lambda row: (row.last or dt.date.max) >= first and (row.first or row.last) is not None
    if asked.until and (last := bounds(asked.until)[1]):
        yield lambda row: (row.first or dt.date.min) <= last and (row.first or row.last) is not None
    if asked.place:
        words = asked.place.casefold()
        yield lambda row: words in row.place or (row.event.where is not None and row.event.where.id == asked.place)
    if asked.box is not None:
        box = asked.box
        yield lambda row: _inside(row.event, box)


def _inside(event: Event, box: Box) -> bool:
    where = event.where
    if where is None or where.lat is None or where.lon is None:
        return False
    west, south, east, north = box
    across = west <= where.lon <= east if west <= east else where.lon >= west or where.lon <= east
    return across and south <= where.lat <= north


def _ordered(rows: list[Listed], order: Order) -> list[Listed]:
    """The rows in an order; those that do not tell what is sorted by come last, and equal ones stay as they were."""
    if order == "earliest":
        return sorted(rows, key=lambda row: row.first or row.last or dt.date.max)
    if order == "latest":
        return sorted(rows, key=lambda row: row.last or row.first or dt.date.min, reverse=True)
    if order == "place":
        return sorted(rows, key=lambda row: (not row.place, row.place))
    if order == "type":
        return sorted(rows, key=lambda row: row.event.type)
    if order == "voices":
        return sorted(rows, key=lambda row: -len(row.event.voices))
    return rows


def _days(event: Event) -> tuple[dt.date | None, dt.date | None]:
    try:
        return bounds(event.when.edtf) if event.when.edtf else (None, None)
    except DateError:
        return None, None


def points(rows: Sequence[Listed]) -> list[tuple[str, str, float, float, int]]:
    """Every place of the events that is on the map: its id, name, longitude and latitude, and how many events."""
    counts: Counter[tuple[str, float, float]] = Counter()
    names: dict[tuple[str, float, float], str] = {}
    for row in rows:
        where = row.event.where
        if where is not None and where.lat is not None and where.lon is not None:
            key = (where.id or where.name, where.lon, where.lat)
            counts[key] += 1
            names.setdefault(key, where.name)
    return [(key[0], names[key], key[1], key[2], count) for key, count in counts.items()]
