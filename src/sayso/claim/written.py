"""Dates written out, where at most the year is left to be known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

from sayso.core import when

AHEAD = 14  # days after publication that a date without a year may lie, before the year before is meant
MOST_OF_SEASON = dt.timedelta(days=60)
Days = tuple[dt.date, dt.date]
Parts = Mapping[str, int]


class Anchors(NamedTuple):
    """What can be counted from: the publication, and the event told of before (its first and last day)."""

    published: when.Published | None
    event: Days | None


def _date(parts: Parts, anchors: Anchors) -> str | None:
    """A day, or the days from one to another; a year written once is that of the last."""
    first_month, last_month = parts["m"], parts.get("m2", parts["m"])
    first_day, last_day = parts["d"], parts.get("d2", parts["d"])
    year = parts.get("y2", parts.get("y")) or _year_of(last_month, last_day, anchors)
    if year is None:
        return None
    last = dt.date(year, last_month, last_day)
    first = dt.date(parts["y"] if "y2" in parts else year - (last_month < first_month), first_month, first_day)
    return when.between(first, last) if first <= last else None


def _night_date(parts: Parts, anchors: Anchors) -> str | None:
    """*Natten till den 6 mars*: that day and the one before it."""
    date = _date(parts, anchors)
    if date is None:
        return None
    day = dt.date.fromisoformat(date)
    return when.between(day - dt.timedelta(days=1), day)


def _year_of(month: int, day: int, anchors: Anchors) -> int | None:
    """The latest year in which the day is not clearly after publication, else the year of the event told of."""
    if anchors.published is None:
        return anchors.event[1].year if anchors.event else None
    published = anchors.published.last
    ahead = published + dt.timedelta(days=AHEAD)
    for year in (published.year + 1, published.year):
        try:
            if dt.date(year, month, day) <= ahead:
                return year
        except ValueError:
            continue
    return published.year - 1


def _months(parts: Parts, anchors: Anchors) -> str | None:
    """A month, or the months from one to another."""
    first, last = parts["m"], parts.get("m2", parts["m"])
    year = parts.get("y2", parts.get("y"))
    if year is None:
        known = anchors.published.last if anchors.published else anchors.event[1] if anchors.event else None
        if known is None:
            return None
        year = known.year if last <= known.month else known.year - 1
    begins = f"{parts['y'] if 'y2' in parts else year - (last < first):04d}-{first:02d}"
    return begins if first == last and "m2" not in parts else f"{begins}/{year:04d}-{last:02d}"


def _years(parts: Parts, _: Anchors) -> str | None:
    first, last = parts["y"], parts.get("y2", parts["y"])
    if first == last:
        return f"{first:04d}"
    return f"{first:04d}/{last:04d}" if first < last else None


def _season(parts: Parts, anchors: Anchors) -> str | None:
    """A season of a year; one without a year (*i våras*) is the latest of which most was over at publication."""
    year, season = parts.get("y"), parts["s"]
    if year is None:
        if anchors.published is None:
            return None
        year = anchors.published.last.year
        begins = when.bounds(f"{year:04d}-{season:02d}")[0]
        most = dt.timedelta(0) if "now" in parts else MOST_OF_SEASON
        year -= begins is not None and begins + most > anchors.published.last
    return f"{year:04d}-{season:02d}"


def _decade(parts: Parts, _: Anchors) -> str | None:
    """*The 1990s*; where the number ends in two noughts, the century (*1800-talet*), but not the one we live in."""
    first = parts["decade"]
    century = first % 100 == 0 and first < 2000
    return f"{first:04d}/{first + (99 if century else 9):04d}"


WRITTEN: dict[str, Callable[[Parts, Anchors], str | None]] = {
    "date": _date,
    "night_date": _night_date,
    "month": _months,
    "year": _years,
    "season": _season,
    "decade": _decade,
}
