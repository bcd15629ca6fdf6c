"""How a figure moved: the best figure as a line of steps, from low to high as a band, day by day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from sayso.publish.chart.scale import ticks
from sayso.publish.chart.svg import CELL, Labelled, drawing, tag, text

WIDTH, HEIGHT = 600.0, 230.0
LEFT, RIGHT, TOP, BOTTOM = 44.0, 112.0, 26.0, 40.0
INSET = 20.0  # from the edge to the first day, so that its figure is clear of the scale
OVER = 1.12  # room above the highest figure, where an open end goes on
SMALL = 11.5


class Stand(NamedTuple):
    """How the figure stood from a day on; `high` None is open. `day` None is undated, and stands behind the others."""

    day: dt.date | None
    low: int
    best: int
    high: int | None


class Says(NamedTuple):
    """The words in the picture."""

    open: str = "open"
    undated: str = "undated"


class _Frame(NamedTuple):
    """From days and figures to points."""

    first: dt.date
    days: int
    top: float

    def x(self, day: dt.date | None) -> float:
        at = (day - self.first).days if day is not None else self.days
        return LEFT + INSET + (WIDTH - LEFT - INSET - RIGHT) * at / self.days

    def y(self, value: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / self.top


def course(stands: Sequence[Stand], label: Labelled, says: Says | None = None) -> str:
    """The picture; empty where nothing moved, for a single stand is no course."""
    if len(stands) < 2:
        return ""
    said = says or Says()
    some = sorted(stands, key=lambda one: one.day or dt.date.max)
    dated = [one.day for one in some if one.day is not None]
    first = dated[0] if dated else dt.date.min
    span = (dated[-1] - first).days if dated else 0
    frame = _Frame(first, max(span, 1) + max(span // 8, 1), max(max(one.best, one.low, one.high or 0) for one in some))
    frame = frame._replace(top=max(frame.top, 1) * OVER)
    drawn = _figures(frame) + _band(frame, some) + _best(frame, some, said) + _days(frame, some, said)
    return drawing(label, WIDTH, HEIGHT, drawn, "course")


def _figures(frame: _Frame) -> str:
    """A rule and a number at round figures."""
    out = []
    for value in ticks(frame.top):
        y = frame.y(value)
        out.append(tag("path", d=f"M{LEFT:.1f} {y:.1f}H{WIDTH - RIGHT:.1f}", class_="grid", stroke="currentColor",
                       stroke_opacity="0.15"))  # fmt: skip
        out.append(text(LEFT - 8, y + 4, str(value), "quiet", "end", font_size=SMALL))
    return "".join(out)


def _ends(frame: _Frame, some: Sequence[Stand]) -> list[tuple[Stand, float, float]]:
    """Each stand with where it begins and ends; the last goes on to the edge."""
    xs = [*(frame.x(one.day) for one in some), WIDTH - RIGHT]
    return [(one, xs[k], max(xs[k + 1], xs[k])) for k, one in enumerate(some)]


def _band(frame: _Frame, some: Sequence[Stand]) -> str:
    """What lies between low and high; where high is open, up to the upper edge and without a line there."""
    out = []
    for one, left, right in _ends(frame, some):
        upper, lower = (TOP if one.high is None else frame.y(one.high)), frame.y(one.low)
        out.append(tag("rect", x=left, y=upper, width=right - left, height=max(lower - upper, 0.0), class_="band",
                       fill="currentColor", fill_opacity="0.12"))  # fmt: skip
        if one.high is None:
            path = f"M{left:.1f} {TOP:.1f}H{right:.1f}"
            out.append(tag("path", d=path, class_="open", stroke="currentColor", stroke_opacity="0.5",
                           stroke_dasharray="3 4"))  # fmt: skip
    return "".join(out)


def _best(frame: _Frame, some: Sequence[Stand], said: Says) -> str:
    """The line of the best figures, a dot and the figure where it changed, and at the end how it stands now."""
    path = ""
    out = []
    beyond, before = 0.0, 0
    for k, (one, left, right) in enumerate(_ends(frame, some)):
        y = frame.y(one.best)
        path += f"{'M' if k == 0 else 'L'}{left:.1f} {y:.1f}H{right:.1f}"
        out.append(tag("circle", cx=left, cy=y, r=3.5, fill="currentColor"))
        if left >= beyond:
            beside = y + 18 if one.best < before and one.best else y - 9  # clear of the line that leads down to it
            out.append(text(left, beside, str(one.best), "best", "middle", font_weight="600"))
            beyond = left + CELL * (len(str(one.best)) + 1)
        before = one.best
    line = tag("path", d=path, class_="best", fill="none", stroke="currentColor", stroke_width=2.0)
    last = some[-1]
    high = said.open if last.high is None else str(last.high)
    ends = f"{last.low}–{last.best}–{high}"
    return line + "".join(out) + text(WIDTH - RIGHT + 6, frame.y(last.best) + 4, ends, "now", font_size=SMALL)


def _days(frame: _Frame, some: Sequence[Stand], said: Says) -> str:
    """The days on which it moved, as far as there is room for each below the one before."""
    out = []
    base, beyond = HEIGHT - BOTTOM, 0.0
    out.append(tag("path", d=f"M{LEFT:.1f} {base:.1f}H{WIDTH - RIGHT:.1f}", stroke="currentColor",
                   stroke_opacity="0.5"))  # fmt: skip
    for one in some:
        x = frame.x(one.day)
        shown = one.day.isoformat() if one.day is not None else said.undated
        out.append(tag("path", d=f"M{x:.1f} {base:.1f}v5", stroke="currentColor", stroke_opacity="0.5"))
        half = CELL * len(shown) * SMALL / 13 / 2
        if x - half >= beyond:
            out.append(text(x, base + 20, shown, "quiet", "middle", font_size=SMALL))
            beyond = x + half + 8
    return "".join(out)
