"""How many events there are from when: a bar for each day, month or year, which leads to the events of that time."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from sayso.publish.chart.scale import ticks
from sayso.publish.chart.svg import CELL, Labelled, drawing, tag, text, words

WIDTH, HEIGHT = 1000.0, 120.0
LEFT, RIGHT, TOP, BOTTOM = 40.0, 8.0, 10.0, 24.0
BASE = HEIGHT - BOTTOM
SMALL = 11.5
MOST_DAYS, MOST_MONTHS = 62, 72  # more of them are shown as months, as years

Unit = Literal["day", "month", "year"]


class Bar(NamedTuple):
    """A time as EDTF (`2018-02`), its first and last day, and how many events began in it."""

    edtf: str
    first: dt.date
    last: dt.date
    events: int


class Shown(NamedTuple):
    """A bar, where it leads, what it is called, and whether its time is among those asked for."""

    bar: Bar
    href: str
    says: str
    chosen: bool = False


def bars(days: Iterable[dt.date]) -> list[Bar]:
    """A bar for every day, month or year from the first to the last, whichever keeps their number fit to be seen."""
    begun = Counter(days)
    some = sorted(begun)
    if not some:
        return []
    unit = _unit(some[0], some[-1])
    counts: dict[str, int] = {}
    for day in some:
        name = _named(day, unit)
        counts[name] = counts.get(name, 0) + begun[day]
    out = []
    at = _bounds(some[0], unit)[0]
    while at <= some[-1]:
        first, last = _bounds(at, unit)
        name = _named(at, unit)
        out.append(Bar(name, first, last, counts.get(name, 0)))
        if last == dt.date.max:
            break
        at = last + dt.timedelta(days=1)
    return out


def timeline(some: Sequence[Shown], label: Labelled) -> str:
    """The picture; empty where there is no bar."""
    if not some:
        return ""
    top = float(max(1, *(one.bar.events for one in some)))
    wide = (WIDTH - LEFT - RIGHT) / len(some)
    marks = ticks(top)
    numbers = "".join(
        text(LEFT - 6, BASE - (BASE - TOP) * value / top + 4, str(value), "quiet", "end", font_size=SMALL)
        for value in marks[:: 2 if len(marks) > 4 else 1]
    )
    drawn = "".join(
        _bar(one, LEFT + k * wide, wide, (BASE - TOP) * one.bar.events / top)
        for k, one in enumerate(some)
        if one.bar.events
    )
    path = f"M{LEFT:.1f} {BASE:.1f}H{WIDTH - RIGHT:.1f}"
    ground = tag("path", d=path, stroke="currentColor", stroke_opacity="0.5")
    return drawing(label, WIDTH, HEIGHT, numbers + drawn + ground + _names(some, wide), "timeline")


def _bar(one: Shown, left: float, wide: float, tall: float) -> str:
    """The bar, and over it a strip as high as the chart, so that a low bar is as easy to point at as a high one."""
    gap, tall = min(wide * 0.12, 2.0), max(tall, 2.0)
    strip = tag("rect", x=left, y=TOP, width=wide, height=BASE - TOP, class_="strip", fill="none", pointer_events="all")
    bar = tag(
        "rect", x=left + gap, y=BASE - tall, width=max(wide - 2 * gap, 1.0), height=tall, class_="bar",
        fill="currentColor",
    )  # fmt: skip
    inside = tag("title", words(one.says)) + strip + bar
    return tag("a", inside, href=one.href, aria_label=one.says, class_="chosen" if one.chosen else None)


def _names(some: Sequence[Shown], wide: float) -> str:
    """The names of as many bars as there is room for, evenly."""
    room = CELL * (len(some[0].bar.edtf) + 2) * SMALL / 13
    every = max(int(-(-room // wide)), 1)
    return "".join(
        text(LEFT + (k + 0.5) * wide, BASE + 16, one.bar.edtf, "quiet", _anchor(k, wide), font_size=SMALL)
        for k, one in enumerate(some)
        if k % every == 0 and LEFT + (k + 0.5) * wide + room / 2 <= WIDTH
    )


def _anchor(place: int, wide: float) -> str:
    return "start" if place == 0 and wide < LEFT else "middle"


def _unit(first: dt.date, last: dt.date) -> Unit:
    if (last - first).days < MOST_DAYS:
        return "day"
    return "month" if (last.year - first.year) * 12 + last.month - first.month < MOST_MONTHS else "year"


def _named(day: dt.date, unit: Unit) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]


def _bounds(day: dt.date, unit: Unit) -> tuple[dt.date, dt.date]:
    if unit == "day":
        return day, day
    if unit == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
