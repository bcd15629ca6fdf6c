"""What a report's dates leave open, in words for its reader: days that are none, dates with nothing to count from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from sayso.claim.counted import AGAINST_DAY, COARSE
from sayso.claim.published import published
from sayso.claim.when import Anchors, is_no_day, resolve
from sayso.core.reading import Reading, Time
from sayso.core.span import Span
from sayso.core.when import days

SHOWN = 3  # open dates that are quoted; the rest are counted


def unsettled(reading: Reading, dated: Collection[Span]) -> Iterator[str]:
    """A warning for each day that no calendar has or that is another weekday, and one for all dates left open.

    `dated` are the expressions that a claim could date by an event told before.
    """
    anchors = Anchors(published(reading), None)
    open_: dict[str, None] = {}
    for time in reading.times:
        made = resolve(time, anchors)
        quoted = f"“{' '.join(time.span.of(reading.document.text).split())}”"
        if made is None and is_no_day(time):
            yield f"{quoted} at {time.span.start} is a day that no calendar has; it dates nothing"
        elif made is not None and _misnamed(time, made[0]):
            yield f"{quoted} at {time.span.start}: {made[0]} is another weekday; the date is taken, not the weekday"
        elif made is None and (time.make in AGAINST_DAY or time.make in COARSE) and time.span not in dated:
            open_[quoted] = None
    if open_:
        known = "names no day" if anchors.published else "is not known"
        told = ", ".join([*open_][:SHOWN]) + (f" and {len(open_) - SHOWN} more" if len(open_) > SHOWN else "")
        yield f"the date of publication {known}, so what is told relative to it stays open: {told}"


def _misnamed(time: Time, edtf: str) -> bool:
    """Whether a weekday is told with a full date that falls on another: *Tuesday, 6 March 2024*."""
    named = time.parts.get("w") if time.make == "date" and "y" in time.parts and "d2" not in time.parts else None
    told: tuple[dt.date, dt.date] | None = days(edtf) if named else None
    return told is not None and told[0] == told[1] and told[0].isoweekday() != named
