"""Dates as EDTF writes them (ISO 8601-2): `2018`, `2018-02`, `2018-02-07`, `2018-21`, `A/B`, `../B`, `A/..`."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from sayso.core.trouble import DateError

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF seasons: spring, summer, autumn, winter


def point(day: dt.date) -> str:
    """A day as EDTF."""
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def between(first: dt.date, last: dt.date) -> str:
    """A day, or the interval from one day to another, as EDTF."""
    return point(first) if first == last else f"{point(first)}/{point(last)}"


def bounds(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    """The earliest and the latest day an EDTF date can mean; None for an open end.

    Raises DateError where the string is not a date of the forms above.
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point_bounds(start)
    first = None if start in ("", "..") else _point_bounds(start)[0]
    last = None if end in ("", "..") else _point_bounds(end)[1]
    return first, last


def _point_bounds(edtf: str) -> tuple[dt.date, dt.date]:
    match = _POINT.fullmatch(edtf)
    try:
        if match is None:
            raise ValueError(edtf)
        year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
        if day:
            exact = dt.date(year, month, day)
            return exact, exact
        if not month:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        first, length = (_FIRST_MONTH[month], 3) if month in _FIRST_MONTH else (month, 1)
        last = first + length - 1
        last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
        return dt.date(year, first, 1), dt.date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    except ValueError:
        message = f"{edtf!r} is not a date as EDTF writes it; write 2018, 2018-02, 2018-02-07 or A/B"
        raise DateError(message) from None


def anchor(published: str | None) -> tuple[dt.date, bool] | None:
    """The day to count from when a report was published then, and whether that day is exact.

    A time of day and zone after the date are dropped. None where there is no date or it cannot be read.
    """
    if not published:
        return None
    try:
        first, last = bounds(published.split("T")[0].split(" ")[0])
    except DateError:
        return None
    if last is None:
        return (first, False) if first else None
    return last, first == last
