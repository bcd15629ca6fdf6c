"""From a time expression to EDTF: counted from the publication date, or from the event it is told against."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from sayso.core import when
from sayso.core.claim import Basis
from sayso.core.reading import Time

WEEK = 7
MONTH, YEAR = 30, 365
AHEAD = 14  # days after publication that a date without a year may lie, before the year before is meant


class Anchors(NamedTuple):
    """What can be counted from: the publication (day, whether exact) and the event told of before (first, last day)."""

    published: tuple[dt.date, bool] | None
    event: tuple[dt.date, dt.date] | None


def resolve(time: Time, anchors: Anchors) -> tuple[str, Basis] | None:
    """The EDTF date an expression stands for and what it rests on; None where nothing is known to count from."""
    made = _explicit(time, anchors) or _from_event(time, anchors)
    if made is not None:
        return made
    return _from_published(time, anchors)


def _explicit(time: Time, anchors: Anchors) -> tuple[str, Basis] | None:
    parts = time.parts
    try:
        if time.make == "date":
            return _date(parts, anchors)
        if time.make == "month":
            return _month(parts, anchors)
        if time.make == "year":
            return f"{next(iter(parts.values())):04d}", "explicit"
        if time.make == "season":
            return f"{parts['y']:04d}-{parts['s']:02d}", "explicit"
    except (ValueError, KeyError, StopIteration):
        return None
    return None


def _date(parts: dict[str, int], anchors: Anchors) -> tuple[str, Basis] | None:
    year = parts.get("y")
    first_month, last_month = parts["m"], parts.get("m2", parts["m"])
    first_day, last_day = parts["d"], parts.get("d2", parts["d"])
    basis: Basis = "explicit"
    if year is None:
        if anchors.published is None:
            return None
        year = _year_of(first_month, first_day, anchors.published[0])
    first = dt.date(year, first_month, first_day)
    last = dt.date(year + (last_month < first_month), last_month, last_day)
    return (when.between(first, last), basis) if first <= last else None


def _year_of(month: int, day: int, published: dt.date) -> int:
    """The latest year in which the day is not clearly after publication."""
    for year in (published.year + 1, published.year):
        try:
            if dt.date(year, month, day) <= published + dt.timedelta(days=AHEAD):
                return year
        except ValueError:
            continue
    return published.year - 1


def _month(parts: dict[str, int], anchors: Anchors) -> tuple[str, Basis] | None:
    year = parts.get("y")
    if year is None:
        if anchors.published is None:
            return None
        published = anchors.published[0]
        year = published.year if parts["m"] <= published.month else published.year - 1
    return f"{year:04d}-{parts['m']:02d}", "explicit"


def _from_event(time: Time, anchors: Anchors) -> tuple[str, Basis] | None:
    event = anchors.event
    if event is None:
        return None
    days = time.parts.get("n", 1) * time.parts.get("u", 1)
    match time.make:
        case "after_event":
            return when.point(event[1] + dt.timedelta(days=days)), "relative"
        case "day_after_event":
            return when.point(event[1] + dt.timedelta(days=1)), "relative"
        case "before_event":
            return when.point(event[0] - dt.timedelta(days=days)), "relative"
        case "day_before_event":
            return when.point(event[0] - dt.timedelta(days=1)), "relative"
        case "same_day":
            return when.between(*event), "relative"
    return None


def _from_published(time: Time, anchors: Anchors) -> tuple[str, Basis] | None:
    if anchors.published is None or not anchors.published[1]:
        return None
    day, parts = anchors.published[0], time.parts
    made: str | None = None
    match time.make:
        case "weekday" | "since_weekday":
            at = _last_weekday(day, parts["w"])
            made = when.point(at) if time.make == "weekday" else f"{when.point(at)}/.."
        case "next_weekday":
            made = when.point(_last_weekday(day, parts["w"]) + dt.timedelta(days=WEEK))
        case "weekdays":
            last = _last_weekday(day, parts["w2"])
            made = when.between(_last_weekday(last, parts["w"]), last)
        case "night_to":
            last = _last_weekday(day, parts["w2"])
            made = when.between(last - dt.timedelta(days=1), last)
        case "relative_day":
            made = when.point(day + dt.timedelta(days=parts["offset"]))
        case "ago" | "ago_one":
            made = _ago(day, parts.get("n", 1), parts.get("u", 1))
        case "last_unit":
            made = _last_unit(day, parts.get("u", 0))
    return (made, "relative") if made else None


def _last_weekday(day: dt.date, weekday: int) -> dt.date:
    """The latest such weekday that is not after the day."""
    return day - dt.timedelta(days=(day.isoweekday() - weekday) % WEEK)


def _ago(day: dt.date, count: int, unit: int) -> str | None:
    if unit in (0, 1):
        return when.point(day - dt.timedelta(days=count * unit))
    if unit == WEEK:
        middle = day - dt.timedelta(days=count * WEEK)
        return when.between(middle - dt.timedelta(days=3), middle + dt.timedelta(days=3))
    if unit == YEAR:
        return f"{day.year - count:04d}" if count < day.year else None
    month = day.year * 12 + day.month - 1 - count
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def _last_unit(day: dt.date, unit: int) -> str | None:
    if unit == WEEK:
        monday = day - dt.timedelta(days=day.isoweekday() - 1 + WEEK)
        return when.between(monday, monday + dt.timedelta(days=6))
    if unit == MONTH:
        first = day.replace(day=1) - dt.timedelta(days=1)
        return f"{first.year:04d}-{first.month:02d}"
    if unit == YEAR:
        return f"{day.year - 1:04d}"
    return None


def days(edtf: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of a closed EDTF date, where it is no coarser than a month."""
    first, last = when.bounds(edtf)
    if first is None or last is None or (last - first).days >= calendar.monthrange(first.year, first.month)[1]:
        return None
    return first, last
