"""Dates counted: from an event told before, or from the publication date."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

from sayso.claim.written import Anchors, Days, Parts
from sayso.core import when
from sayso.core.reading import Time

DAY, WEEK, MONTH, YEAR = 24, 168, 720, 8760  # units of time, in hours, as `read` gives them
SATURDAY = 6


def _shifted(day: dt.date, count: int, unit: int) -> str:
    """So many units after a day (before it, where negative), as exact as the unit: a week is told to the half week."""
    if unit < WEEK:
        hours = count * unit
        return when.point(day + dt.timedelta(days=hours // DAY if hours >= 0 else -(-hours // DAY)))
    if unit < MONTH:
        middle = day + dt.timedelta(weeks=count * (unit // WEEK))
        return when.between(middle - dt.timedelta(days=3), middle + dt.timedelta(days=3))
    if unit == YEAR:
        return f"{day.year + count:04d}"
    year, month = _months_on(day, count)
    return f"{year:04d}-{month:02d}"


def _months_on(day: dt.date, count: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return year, month + 1


def _on(day: dt.date, count: int, unit: int) -> dt.date:
    """The very day so many units on; raises ValueError where there is none (*a month after 31 January*)."""
    if unit < MONTH:
        return day + dt.timedelta(hours=count * unit)
    year, month = _months_on(day, count * (12 if unit == YEAR else 1))
    return day.replace(year=year, month=month)


def _whole(day: dt.date, unit: int) -> str:
    """The day, week, month or year that a day lies in."""
    return _week(day) if unit == WEEK else _shifted(day, 0, unit)


def _week(day: dt.date) -> str:
    monday = day + dt.timedelta(days=1 - day.isoweekday())
    return when.between(monday, monday + dt.timedelta(days=6))


# told against an event


def _unit_of_event(event: Days, parts: Parts) -> str:
    """*That week*, *the following year*, *the month before*."""
    step, unit = parts.get("step", 0), parts.get("u", DAY)
    day = event[1] if step > 0 else event[0]
    return _whole(_on(day.replace(day=1) if unit >= MONTH else day, step, unit), unit)


def _span_of_event(event: Days, parts: Parts) -> str:
    """*Within two days of the attack*: from the event to so many units on; *the week before*: up to the event."""
    count, unit = parts.get("n", 1), parts.get("u", DAY)
    if "back" in parts:
        return when.between(_on(event[0], -count, unit), event[0] - dt.timedelta(days=1))
    return when.between(event[1], _on(event[1], count, unit))


AGAINST_EVENT: dict[str, Callable[[Days, Parts], str]] = {
    "after_event": lambda event, parts: _shifted(event[1], parts.get("n", 1), parts.get("u", DAY)),
    "before_event": lambda event, parts: _shifted(event[0], -parts.get("n", 1), parts.get("u", DAY)),
    "day_after_event": lambda event, _: _shifted(event[1], 1, DAY),
    "day_before_event": lambda event, _: _shifted(event[0], -1, DAY),
    "same_day": lambda event, _: when.between(*event),
    "unit_of_event": _unit_of_event,
    "span_of_event": _span_of_event,
    "anniversary": lambda event, parts: when.point(_on(event[0], parts["n"], YEAR)),
}

# told against publication, as exact as the unit: publication in a known month is enough for *last month*


def _ago(published: when.Published, parts: Parts) -> str | None:
    """*Two weeks ago*; *a year ago today*, *three years ago this month* are told to a unit of their own."""
    unit, to = parts.get("u", DAY), parts.get("to")
    count = parts.get("n", 1) if "ahead" in parts else -parts.get("n", 1)
    if not _known(published, unit if to is None else to):
        return None
    if to is None:
        return _shifted(published.last, count, unit)
    return _whole(_on(published.last.replace(day=1) if to >= MONTH else published.last, count, unit), to)


def _unit(published: when.Published, parts: Parts) -> str | None:
    """The week, month or year told: *this week* (0), *last week* (-1); *earlier this week* ends at publication."""
    unit, step = parts.get("u", DAY), parts.get("step", -1)
    if not _known(published, unit):
        return None
    if unit == WEEK:
        monday = published.last + dt.timedelta(days=1 - published.last.isoweekday(), weeks=step)
        sunday = monday + dt.timedelta(days=6)
        return when.between(monday, min(sunday, published.last) if "cut" in parts else sunday)
    return _shifted(published.last, step, unit)


def _known(published: when.Published, unit: int) -> bool:
    """Whether publication is known to the unit."""
    if unit == YEAR:
        return published.first.year == published.last.year
    return published.exact or (unit == MONTH and published.first.timetuple()[:2] == published.last.timetuple()[:2])


COARSE: dict[str, Callable[[when.Published, Parts], str | None]] = {"ago": _ago, "unit": _unit}

# told against the very day of publication


def _last_weekday(day: dt.date, weekday: int) -> dt.date:
    """The latest such weekday that is not after the day."""
    return day - dt.timedelta(days=(day.isoweekday() - weekday) % 7)


def _weekday(day: dt.date, parts: Parts) -> str:
    """*Tuesday*; *next Tuesday* is a week on; *last Tuesday* is never today; *Tuesday last week* is in the week before.

    Weeks run from Monday to Sunday. With `future` (*will meet on Tuesday*) it is the first to come.
    """
    if "week" in parts or "n" in parts:
        weeks = parts["week"] if "week" in parts else -parts["n"]
        return when.point(day + dt.timedelta(days=parts["w"] - day.isoweekday(), weeks=weeks))
    last = _last_weekday(day - dt.timedelta(days=1) if "before" in parts else day, parts["w"])
    ahead = 1 if "future" in parts and last < day and "before" not in parts else 0
    return when.point(last + dt.timedelta(weeks=parts.get("on", ahead)))


def _weekdays(day: dt.date, parts: Parts) -> str:
    last = _last_weekday(day, parts["w2"])
    return when.between(_last_weekday(last, parts["w"]), last)


def _night_to(day: dt.date, parts: Parts) -> str:
    """*Natten mot torsdagen*, *overnight*: the day and the one before it."""
    last = _last_weekday(day, parts["w2"]) if "w2" in parts else day + dt.timedelta(days=parts.get("offset", 0))
    return when.between(last - dt.timedelta(days=1), last)


def _weekend(day: dt.date, parts: Parts) -> str:
    """The latest weekend that has begun; *last weekend*, told on one, is the one before; *next weekend* a week on."""
    saturday = _last_weekday(day, SATURDAY) + dt.timedelta(weeks=parts.get("on", 0))
    if day.isoweekday() >= SATURDAY:
        saturday -= dt.timedelta(weeks=parts.get("back", 0))
    return when.between(saturday, saturday + dt.timedelta(days=1))


def _past(day: dt.date, parts: Parts) -> str:
    """*In the past three days*: from then up to publication, a month or a year being told to itself."""
    count, unit = parts.get("n", 1), parts.get("u", DAY)
    if unit >= MONTH:
        return f"{_shifted(day, -count, unit)}/{when.point(day)}"
    return when.between(day - dt.timedelta(hours=count * unit), day)


def _day_of_month(day: dt.date, parts: Parts) -> str:
    """*On the 5th*: the latest such day of a month that is not after publication."""
    for back in range(3):
        year, month = _months_on(day, -back)
        if (back or parts["d"] <= day.day) and parts["d"] <= calendar.monthrange(year, month)[1]:
            return when.point(dt.date(year, month, parts["d"]))
    message = f"no day {parts['d']} of a month"
    raise ValueError(message)


AGAINST_DAY: dict[str, Callable[[dt.date, Parts], str]] = {
    "weekday": _weekday,
    "weekdays": _weekdays,
    "night_to": _night_to,
    "weekend": _weekend,
    "past": _past,
    "day": _day_of_month,
    "relative_day": lambda day, parts: when.point(day + dt.timedelta(days=parts["offset"])),
}


def weekday_from(time: Time, anchors: Anchors) -> str | None:
    """A weekday where the day of publication is not known: the first one from the end of the event told of before."""
    if (
        anchors.event is None
        or time.make not in ("weekday", "weekdays", "night_to")
        or time.parts.keys() & {"week", "on", "before", "n"}
    ):
        return None
    wanted = time.parts.get("w2", time.parts.get("w"))
    if wanted is None:
        return None
    start = anchors.event[1]
    day = start + dt.timedelta(days=(wanted - start.isoweekday()) % 7)
    if anchors.published is not None and day > anchors.published.last:
        return None
    return AGAINST_DAY[time.make](day, time.parts)
