"""Dates written out, where at most the year is left to be known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

from sayso.core import calendar, when

AHEAD = 14  # days after publication that a date without a year may lie, before the year before is meant
PIVOT = 50  # a year of two digits, in a report without a date: 49 is 2049, 50 is 1950
LAST_HIJRI = 1600  # a greater number is a year of the Gregorian calendar
MOST_OF_SEASON = dt.timedelta(days=60)
Days = tuple[dt.date, dt.date]
Parts = Mapping[str, int]


class Anchors(NamedTuple):
    """What can be counted from: the publication, and the event told of before (its first and last day)."""

    published: when.Published | None
    event: Days | None


def full_years(parts: Parts, published: when.Published | None) -> Parts:
    """The parts with years of two digits made whole: the latest such year that had begun when the report came out."""
    short = {key: parts[key] for key in ("y", "y2") if parts.get(key, 100) < 100}
    latest = published.last.year + 1 if published else 1999 + PIVOT
    return {**parts, **{key: latest - (latest - value) % 100 for key, value in short.items()}} if short else parts


def _date(parts: Parts, anchors: Anchors) -> str | None:
    """A day, or the days from one to another; a year written once is that of the last."""
    first_month, first_day = divmod(parts["f"], 100) if "f" in parts else (parts["m"], parts["d"])
    last_month, last_day = parts.get("m2", first_month), parts.get("d2", first_day)
    year = parts.get("y2", parts.get("y")) or _year_of(last_month, last_day, anchors, parts)
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


def _year_of(month: int, day: int, anchors: Anchors, parts: Parts) -> int | None:
    """The latest year in which the day is not clearly after publication, else the year of the event told of.

    With `future` (*will meet on 5 May*) it is the first year in which the day is not before publication, with `step`
    (*on 5 May last year*) the year so many from that of publication.
    A weekday told with it picks the year before where it fits that and not the latest: a slip of the pen, further on.
    """
    if anchors.published is None:
        return anchors.event[1].year if anchors.event else None
    published, weekday = anchors.published.last, parts.get("w")
    if "step" in parts:
        return published.year + parts["step"]
    if "future" in parts:
        return published.year + ((month, day) < (published.month, published.day))
    ahead = published + dt.timedelta(days=AHEAD)
    found: list[int] = []
    for year in range(published.year + 1, published.year - 2, -1):
        try:
            date = dt.date(year, month, day)
        except ValueError:
            continue
        if date <= ahead:
            if weekday in (None, date.isoweekday()):
                return year
            found.append(year)
    return found[0] if found else published.year - 1


def _week_of(parts: Parts, anchors: Anchors) -> str | None:
    """*The week of 4 March*: that week, from Monday to Sunday."""
    date = _date(parts, anchors)
    if date is None:
        return None
    monday = dt.date.fromisoformat(date)
    monday -= dt.timedelta(days=monday.isoweekday() - 1)
    return when.between(monday, monday + dt.timedelta(days=6))


def _numeric(parts: Parts, anchors: Anchors) -> str | None:
    """*3/4/2014* where the language has both orders: the one that can be, and that does not lie after publication."""
    latest = anchors.published.last if anchors.published else dt.date.max
    found = {day for day in both_orders(parts) if day <= latest}
    return when.point(found.pop()) if len(found) == 1 else None


def both_orders(parts: Parts) -> set[dt.date]:
    """The days that two numbers and a year can be, month first or day first; none where the calendar has neither."""
    out = set()
    for month, day in ((parts["a"], parts["b"]), (parts["b"], parts["a"])):
        try:
            out.add(dt.date(parts["y"], month, day))
        except ValueError:
            continue
    return out


def _months(parts: Parts, anchors: Anchors) -> str | None:
    """A month, or the months from one to another; *last March* (`before`) is never the month of publication."""
    first, last = parts["m"], parts.get("m2", parts["m"])
    year = parts.get("y2", parts.get("y"))
    if year is None:
        known = anchors.published.last if anchors.published else anchors.event[1] if anchors.event else None
        if known is None:
            return None
        late = last >= known.month if "before" in parts else last > known.month
        year = known.year + (last < known.month if "future" in parts else -late)
        year = known.year + parts["step"] if "step" in parts else year
    begins = f"{parts['y'] if 'y2' in parts else year - (last < first):04d}-{first:02d}"
    return begins if first == last and "m2" not in parts else f"{begins}/{year:04d}-{last:02d}"


def _week_of_month(parts: Parts, anchors: Anchors) -> str | None:
    """*The second week of December*: the eighth to the fourteenth, about so; from the fifth on, the last seven days."""
    month = _months(parts, anchors)
    first, last = when.bounds(month) if month else (None, None)
    if first is None or last is None:
        return None
    begins = min(first + dt.timedelta(weeks=max(parts["n"], 1) - 1), last - dt.timedelta(days=6))
    return f"{when.point(begins)}~/{when.point(begins + dt.timedelta(days=6))}~"


def _years(parts: Parts, _: Anchors) -> str | None:
    first, last = parts["y"], parts.get("y2", parts["y"])
    if first == last:
        return f"{first:04d}"
    return f"{first:04d}/{last:04d}" if first < last else None


def _part_of_year(parts: Parts, anchors: Anchors) -> str | None:
    """*The first half of 2014*, *the third quarter*: part `n` of `k` of a year, that of publication if none is told."""
    published = anchors.published.last.year if anchors.published else None
    year = parts.get("y", published)
    length = 12 // parts["k"]
    last = parts["n"] * length
    if year is None or not 1 <= parts["n"] <= parts["k"]:
        return None
    year += parts.get("step", 0)
    return f"{year:04d}-{last - length + 1:02d}/{year:04d}-{last:02d}"


def _season(parts: Parts, anchors: Anchors) -> str | None:
    """A season of a year; one without a year (*i våras*) is the latest of which most was over at publication.

    With `now` (*this summer*) it is the one nearest to publication, be it past, running or to come.
    """
    year, season = parts.get("y"), parts["s"]
    if year is None:
        if anchors.published is None:
            return None
        day = anchors.published.last
        if "step" in parts:
            return f"{day.year + parts['step']:04d}-{season:02d}"
        if "now" in parts:
            return min((f"{day.year + k:04d}-{season:02d}" for k in (0, -1, 1)), key=lambda edtf: _distance(edtf, day))
        begins = when.bounds(f"{day.year:04d}-{season:02d}")[0]
        year = day.year - (begins is not None and begins + MOST_OF_SEASON > day)
    return f"{year:04d}-{season:02d}"


def _distance(edtf: str, day: dt.date) -> dt.timedelta:
    first, last = when.bounds(edtf)
    assert first is not None and last is not None  # noqa: PT018 -- a season has both ends
    return max(first - day, day - last, dt.timedelta(0))


def _decade(parts: Parts, _: Anchors) -> str | None:
    """*The 1990s*; where the number ends in two noughts, the century (*1800-talet*), but not the one we live in."""
    first = parts["decade"]
    century = first % 100 == 0 and first < 2000
    return f"{first:04d}/{first + (99 if century else 9):04d}"


def _century(parts: Parts, anchors: Anchors) -> str | None:
    """*The 19th century* is 1800 to 1899, as EDTF has it; *the last century* (`step`) is counted from publication."""
    if "n" not in parts and anchors.published is None:
        return None
    number = parts["n"] - 1 if "n" in parts else anchors.published.last.year // 100 if anchors.published else 0
    first = (number + parts.get("step", 0)) * 100
    return f"{first:04d}/{first + 99:04d}"


def _easter(parts: Parts, anchors: Anchors) -> str | None:
    """*Good Friday* and its kin, `e` (to `e2`) days from Easter; without a year the latest not clearly to come."""
    first, last = (dt.timedelta(days=parts.get(part, parts["e"])) for part in ("e", "e2"))
    year = parts.get("y")
    if year is None:
        if anchors.published is None:
            return None
        ahead = anchors.published.last + dt.timedelta(days=AHEAD)
        year = ahead.year - (calendar.easter(ahead.year) + first > ahead)
    sunday = calendar.easter(year)
    return when.between(sunday + first, sunday + last)


def _hijri(parts: Parts, anchors: Anchors) -> str | None:
    """A day or a month of the Islamic calendar, by its tables and therefore approximate.

    Without a year it is the latest that had begun when the report came out; *Ramadan 2024* is told in our years.
    """
    month, day = divmod(parts["f"], 100) if "f" in parts else (parts["h"], parts.get("d"))
    year = parts.get("y")
    if year is None:
        if anchors.published is None:
            return None
        ahead = anchors.published.last + dt.timedelta(days=AHEAD)
        year = calendar.hijri_year(ahead)
        year -= calendar.hijri(year, month, day or 1) > (ahead if day else anchors.published.last)
    elif year > LAST_HIJRI:
        first = dt.date(year, 1, 1)
        year = calendar.hijri_year(first)
        year += calendar.hijri(year, month, day or 1) < first
    if day:
        return f"{when.point(calendar.hijri(year, month, day))}~"
    last = calendar.hijri(year, month, calendar.hijri_days(year, month))
    return f"{when.point(calendar.hijri(year, month, 1))}~/{when.point(last)}~"


WRITTEN: dict[str, Callable[[Parts, Anchors], str | None]] = {
    "date": _date,
    "night_date": _night_date,
    "week_of": _week_of,
    "numeric": _numeric,
    "month": _months,
    "week_of_month": _week_of_month,
    "part_of_year": _part_of_year,
    "year": _years,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "easter": _easter,
    "hijri": _hijri,
}
