"""When a report was published: as it came with it, by the clocks where it was filed, else as its own head says."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.claim.counted import AGAINST_DAY, COARSE
from sayso.claim.draft import Draft
from sayso.claim.when import Anchors, resolve
from sayso.core import when
from sayso.core.reading import Reading, Time
from sayso.core.span import Spans
from sayso.reference.zones import zones


def published(reading: Reading) -> when.Published | None:
    """What dates can be counted from: the date that came with the report, else the one it is headed with.

    None where there is neither. A head's date counts only where no date came with the report at all.
    """
    if reading.document.published:
        return when.anchor(reading.document.published, zones().get(reading.filed or ""))
    made = resolve(reading.head, Anchors(None, None)) if reading.head is not None else None
    return when.anchor(made[0]) if made else None


def explain(drafts: list[Draft], times: list[list[Time]], reading: Reading) -> None:
    """Tell, with each claim dated against publication, what day that is where the report did not just come with it."""
    why = _unlike_written(reading)
    if why is None:
        return
    for draft, own in zip(drafts, times, strict=True):
        told = draft.event.when if draft.event is not None else None
        if told is not None and told.span and any(told.span[0] == time.span for time in _pointing(own)):
            draft.reasons.append(("when", why[0], why[1]))


def _pointing(times: Iterable[Time]) -> Iterable[Time]:
    return (time for time in times if time.make in AGAINST_DAY or time.make in COARSE)


def _unlike_written(reading: Reading) -> tuple[str, Spans] | None:
    """What is counted from and where that stands; None where it is the day that came with the report."""
    day = published(reading)
    if day is None:
        return None
    if not reading.document.published:
        return f"counted from {day.last}, the date at the head of the report", (
            reading.head.span,
        ) if reading.head else ()
    if day == when.anchor(reading.document.published):
        return None
    return f"counted from {day.last}, the day it was where the report was filed ({reading.filed})", ()
