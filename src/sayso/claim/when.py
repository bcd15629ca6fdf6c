"""From a time expression to EDTF: counted from the publication date, or from the event it is told against.

Nothing is guessed: an expression that names no calendar day, or that nothing is known to count from, gives None.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sayso.claim.written import WRITTEN, Anchors, Days, Parts
from sayso.core import when
from sayso.core.claim import Basis
from sayso.core.reading import Time
from sayso.core.trouble import DateError

DAY, WEEK, MONTH, YEAR = 24, 168, 720, 8760  # units of time, in hours, as `read` gives them
SINCE, UNTIL = 1, 2
SATURDAY = 6


def resolve(time: Time, anchors: Anchors) -> tuple[str, Basis] | None:
    """The EDTF date an expression stands for and what it rests on; None where nothing is known to count from.

    Raises nothing, whatever the parts: a day that no calendar has (*31 February*, *3,000,000 days ago*) is None.
    """
    try:
        made = _made(time, anchors)
        if made is None:
            return None
        edtf = _opened(made[0], time.parts.get("open", 0))
        when.bounds(edtf)
    except (ValueError, OverflowError, KeyError, DateError):
        return None
    return edtf, made[1]


def _made(time: Time, anchors: Anchors) -> tuple[str, Basis] | None:
    parts, published, event = time.parts, anchors.published, anchors.event
    if time.make in WRITTEN:
        edtf = WRITTEN[time.make](parts, anchors)
        return (edtf, "explicit" if "y" in parts or published or "decade" in parts else "relative") if edtf else None
    if time.make in _AGAINST_EVENT:
        return (_AGAINST_EVENT[time.make](event, parts), "relative") if event else None
    if time.make in _COARSE and published is not None:
        edtf = _COARSE[time.make](published, parts)
        return (edtf, "relative") if edtf else None
    if time.make not in _AGAINST_DAY:
        return None
    if published is not None and published.exact:
        return _AGAINST_DAY[time.make](published.last, parts), "relative"
    return _forward(time, anchors)


def _opened(edtf: str, which: int) -> str:
    """*Since*, *until*: the date as one end of an interval whose other end is open."""
    first, _, last = edtf.partition("/")
    if which == SINCE:
        return f"{first}/.."
    return f"../{last or first}" if which == UNTIL else edtf


# told against an event


def _shifted(day: dt.date, count: int, unit: int) -> str:
    """So many units after a day (before it, where negative), as exact as the unit: a week is told to the half week."""
    if unit < WEEK:
        hours = count * unit
        return when.point(day + dt.timedelta(days=hours // DAY if hours >= 0 else -(-hours // DAY)))
    if unit == WEEK:
        middle = day + dt.timedelta(weeks=count)
        return when.between(middle - dt.timedelta(days=3), middle + dt.timedelta(days=3))
    if unit == YEAR:
        return f"{day.year + count:04d}"
    month = day.year * 12 + day.month - 1 + count
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def _next(event: Days, _: Parts) -> str:
    return _shifted(event[1], 1, DAY)


def _before(event: Days, _: Parts) -> str:
    return _shifted(event[0], -1, DAY)


_AGAINST_EVENT: dict[str, Callable[[Days, Parts], str]] = {
    "after_event": lambda event, parts: _shifted(event[1], parts.get("n", 1), parts.get("u", DAY)),
    "before_event": lambda event, parts: _shifted(event[0], -parts.get("n", 1), parts.get("u", DAY)),
    "day_after_event": _next,
    "day_before_event": _before,
    "same_day": lambda event, _: when.between(*event),
}

# told against publication, as exact as the unit: publication in a known month is enough for *last month*


def _ago(published: when.Published, parts: Parts) -> str | None:
    unit = parts.get("u", DAY)
    return _shifted(published.last, -parts.get("n", 1), unit) if _known(published, unit) else None


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


_COARSE: dict[str, Callable[[when.Published, Parts], str | None]] = {"ago": _ago, "unit": _unit}

# told against the very day of publication


def _last_weekday(day: dt.date, weekday: int) -> dt.date:
    """The latest such weekday that is not after the day."""
    return day - dt.timedelta(days=(day.isoweekday() - weekday) % 7)


def _weekday(day: dt.date, parts: Parts) -> str:
    """*Tuesday*; *next Tuesday* is a week on; *Tuesday last week* is in the week before, from Monday to Sunday."""
    if "week" in parts:
        return when.point(day + dt.timedelta(days=parts["w"] - day.isoweekday(), weeks=parts["week"]))
    return when.point(_last_weekday(day, parts["w"]) + dt.timedelta(weeks=parts.get("on", 0)))


def _weekdays(day: dt.date, parts: Parts) -> str:
    last = _last_weekday(day, parts["w2"])
    return when.between(_last_weekday(last, parts["w"]), last)


def _night_to(day: dt.date, parts: Parts) -> str:
    """*Natten mot torsdagen*, *overnight*: the day and the one before it."""
    last = _last_weekday(day, parts["w2"]) if "w2" in parts else day + dt.timedelta(days=parts.get("offset", 0))
    return when.between(last - dt.timedelta(days=1), last)


def _weekend(day: dt.date, parts: Parts) -> str:
    """The latest weekend that has begun; *last weekend*, told on one, is the one before."""
    saturday = _last_weekday(day, SATURDAY)
    if day.isoweekday() >= SATURDAY:
        saturday -= dt.timedelta(weeks=parts.get("back", 0))
    return when.between(saturday, saturday + dt.timedelta(days=1))


def _past(day: dt.date, parts: Parts) -> str:
    """*In the past three days*: from then up to publication."""
    return when.between(day - dt.timedelta(hours=parts.get("n", 1) * parts.get("u", DAY)), day)


_AGAINST_DAY: dict[str, Callable[[dt.date, Parts], str]] = {
    "weekday": _weekday,
    "weekdays": _weekdays,
    "night_to": _night_to,
    "weekend": _weekend,
    "past": _past,
    "relative_day": lambda day, parts: when.point(day + dt.timedelta(days=parts["offset"])),
}


def _forward(time: Time, anchors: Anchors) -> tuple[str, Basis] | None:
    """A weekday where the day of publication is not known: the first one from the end of the event told of before."""
    if (
        anchors.event is None
        or time.make not in ("weekday", "weekdays", "night_to")
        or time.parts.keys() & {"week", "on"}
    ):
        return None
    wanted = time.parts.get("w2", time.parts.get("w"))
    if wanted is None:
        return None
    start = anchors.event[1]
    day = start + dt.timedelta(days=(wanted - start.isoweekday()) % 7)
    if anchors.published is not None and day > anchors.published.last:
        return None
    return _AGAINST_DAY[time.make](day, time.parts), "relative"


__all__ = ["Anchors", "Days", "resolve"]
