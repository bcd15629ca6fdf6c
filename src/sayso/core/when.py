"""Dates as EDTF writes them (ISO 8601-2): `2018`, `2018-02`, `2018-02-07`, `2018-21`, `A/B`, `../B`, `A/..`."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import NamedTuple

from sayso.core.trouble import DateError

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?")
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF seasons: spring, summer, autumn, winter
_DAY = len("2018-02-07")
_YEAR = len("2018")


class Published(NamedTuple):
    """When a report was published: the latest day that can be, whether that day is exact, and the earliest."""

    last: dt.date
    exact: bool
    first: dt.date


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
    if first is not None and last is not None and first > last:
        message = f"{edtf!r} ends before it begins"
        raise DateError(message)
    return first, last


def days(edtf: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of a date that names its days; None for a month, a year or an open end."""
    ends = edtf.split("/")
    if not all(len(end.rstrip("~?%")) == _DAY for end in ends):
        return None
    first, last = bounds(edtf)
    return (first, last) if first is not None and last is not None else None


def is_coarse(edtf: str) -> bool:
    """Whether a date names years and no more."""
    return any(len(end.rstrip("~?%")) == _YEAR for end in edtf.split("/"))


def _point_bounds(edtf: str) -> tuple[dt.date, dt.date]:
    match = _POINT.fullmatch(edtf)
    try:
        found = _days_of(int(match[1]), int(match[2] or 0), int(match[3] or 0)) if match else None
    except ValueError:
        found = None
    if found is None:
        message = f"{edtf!r} is not a date as EDTF writes it; write 2018, 2018-02, 2018-02-07 or A/B"
        raise DateError(message)
    return found


def _days_of(year: int, month: int, day: int) -> tuple[dt.date, dt.date]:
    """First and last day; raises ValueError where there is no such day, month, season or year."""
    if day:
        exact = dt.date(year, month, day)
        return exact, exact
    if not month:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    first, length = (_FIRST_MONTH[month], 3) if month in _FIRST_MONTH else (month, 1)
    last = first + length - 1
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return dt.date(year, first, 1), dt.date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])


def anchor(published: str | None, zone: tuple[int, int] | None = None) -> Published | None:
    """The day to count from when a report was published then, and whether that day is exact.

    EDTF and all of ISO 8601 that Python reads. A time of day with its zone gives the day where the report was filed,
    if `zone` tells how far from UTC the clocks there may be, least and greatest in minutes, and both give the same day:
    what is *today* in Kabul may be yesterday in London. Otherwise the day is that of the zone as written.
    None where there is no date, or it cannot be read, or it is open at the end.
    """
    if not published:
        return None
    written = published.strip()
    try:
        first, last = bounds(written)
    except DateError:
        moment = _moment(written)
        day = _day_at(moment, zone) if moment else None
        return Published(day, True, day) if day else None  # noqa: FBT003 -- a named field
    if last is None:
        return Published(first, False, first) if first else None  # noqa: FBT003
    return Published(last, first == last, first or last)


def sortable(written: str | None) -> str:
    """A date or a moment so that earlier ones sort before later ones: moments in UTC, and a day before its hours.

    Empty where there is none. A time without a zone is taken to be of UTC; what is neither stays as it is.
    """
    moment = _moment(written.strip()) if written and "T" in written else None
    if moment is None:
        return (written or "").strip()
    try:
        return moment.astimezone(dt.UTC).isoformat() if moment.tzinfo else f"{moment.isoformat()}+00:00"
    except OverflowError:
        return moment.isoformat()


def _day_at(moment: dt.datetime, zone: tuple[int, int] | None) -> dt.date:
    """The day of a moment where the clocks are so far from UTC; where that leaves two, the one written."""
    if moment.tzinfo is None or zone is None:
        return moment.date()
    try:
        days = {moment.astimezone(dt.timezone(dt.timedelta(minutes=minutes))).date() for minutes in zone}
    except OverflowError:
        return moment.date()
    return days.pop() if len(days) == 1 else moment.date()


def _moment(written: str) -> dt.datetime | None:
    """An ISO 8601 date and time, such as `2024-03-07T22:30:00+01:00` or `20240307T2230Z`."""
    if not written.isascii():
        return None
    try:
        return dt.datetime.fromisoformat(written)
    except ValueError:
        return None
