"""From a time expression to EDTF: counted from the publication date, or from the event it is told against.

Nothing is guessed: an expression that names no calendar day, or that nothing is known to count from, gives None.
"""

from __future__ import annotations

import datetime as dt

from sayso.claim.counted import AGAINST_DAY, AGAINST_EVENT, COARSE, weekday_from
from sayso.claim.written import WRITTEN, Anchors, Days, both_orders, full_years
from sayso.core import when
from sayso.core.claim import Basis
from sayso.core.reading import Time
from sayso.core.trouble import DateError

SINCE, UNTIL = 1, 2
CALENDAR = frozenset({"date", "night_date", "week_of", "hijri"})
OF_ITSELF = frozenset({"y", "decade"})  # parts that leave no year to be known
POINTING = frozenset({"now", "step"})  # parts that point from the day of speaking: *this summer*, *the last century*


def resolve(time: Time, anchors: Anchors) -> tuple[str, Basis] | None:
    """The EDTF date an expression stands for and what it rests on; None where nothing is known to count from.

    Raises nothing, whatever the parts: a day that no calendar has (*31 February*, *3,000,000 days ago*) is None.
    """
    try:
        made = _made(time, anchors)
        if made is None:
            return None
        edtf = _opened(_about(made[0]) if "about" in time.parts else made[0], time.parts.get("open", 0))
        when.bounds(edtf)
    except (ValueError, ArithmeticError, KeyError, DateError):
        return None
    return edtf, made[1]


def is_no_day(time: Time) -> bool:
    """Whether an expression writes out a day that no calendar has: *31 February*, *29 February 2023*."""
    if time.make == "numeric":
        return not both_orders(time.parts)
    leap = dt.date(2024, 12, 31)
    return time.make in CALENDAR and resolve(time, Anchors(when.Published(leap, exact=True, first=leap), None)) is None


def _made(time: Time, anchors: Anchors) -> tuple[str, Basis] | None:
    published, event = anchors
    if time.make in WRITTEN:
        edtf = WRITTEN[time.make](full_years(time.parts, published), anchors)
        return (edtf, _kind(time) if published else _kind_alone(time)) if edtf else None
    if time.make in AGAINST_EVENT:
        return (AGAINST_EVENT[time.make](event, time.parts), "relative") if event else None
    if time.make in COARSE and published is not None:
        edtf = COARSE[time.make](published, time.parts)
        return (edtf, "relative") if edtf else None
    if time.make not in AGAINST_DAY:
        return None
    if published is not None and published.exact:
        return AGAINST_DAY[time.make](published.last, time.parts), "relative"
    edtf = weekday_from(time, anchors)
    return (edtf, "relative") if edtf else None


def _kind(time: Time) -> Basis:
    """What an expression rests on once its date is known: `explicit` where day, month or year are written out."""
    points = POINTING & time.parts.keys() or (time.make == "season" and "y" not in time.parts)
    return "explicit" if time.make in WRITTEN and not points else "relative"


def _kind_alone(time: Time) -> Basis:
    """The same where the report has no date: a year that had to be taken from another event makes it relative."""
    whole = OF_ITSELF & time.parts.keys() or time.make == "century"
    return _kind(time) if whole else "relative"


def _about(edtf: str) -> str:
    """*About two weeks ago*: every end marked approximate."""
    return "/".join(end if end in ("", "..") or end[-1] in "~?%" else f"{end}~" for end in edtf.split("/"))


def _opened(edtf: str, which: int) -> str:
    """*Since*, *until*: the date as one end of an interval whose other end is open."""
    first, _, last = edtf.partition("/")
    if which == SINCE:
        return f"{first}/.."
    return f"../{last or first}" if which == UNTIL else edtf


__all__ = ["Anchors", "Days", "is_no_day", "resolve"]
