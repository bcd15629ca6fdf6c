"""Dates as mastheads and databases print them, to ISO 8601."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from sayso.core.trouble import DateError
from sayso.core.when import bounds
from sayso.ingest.dated import dated
from sayso.reference.named import month

_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?!\d)")
_SIGNS = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_LINK = r"(?:[.,ºª]|st|nd|rd|th|er)?\s*(?:[^\W\d_]{1,3}\s+)?"  # what stands between the parts: *7 de marzo de 2024*
_WORD = r"([^\W\d_]{3,})"
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}}){_LINK}{_WORD}{_LINK}\b(\d{{4}})\b")
_MONTH_FIRST = re.compile(rf"\b{_WORD}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b")
_MONTH = re.compile(rf"\b{_WORD}{_LINK}\b(\d{{4}})\b")
_TIME = re.compile(
    r"(?<![\d:.])(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?(?![.:]?\d)\s*([AaPp])?\.?(?:[Mm]\.?)?\s*(UTC|GMT|Z\b|[+-]\d\d:?\d\d)?"
)

_HALF = re.compile(r"\d\s*[ap]\.?m\b", re.IGNORECASE)  # of a day, which mail never writes


def printed(written: str, time: str = "") -> str | None:
    """A date in words or figures as ISO 8601: a day or a month; with its time of day and zone where `time` has them.

    The day is the first in `written`. None where none can be told for certain: 03/04/2024 is two days.
    """
    text = " ".join(written.split())
    day = next(days(text), None)
    if day is None:
        return _months(text)
    clock = _TIME.search(time)
    return _at(day, clock) if clock else day.isoformat()


def standard(written: str) -> str | None:
    """A date as a table, a message or a feed gives it: EDTF, ISO 8601, as mail writes it, or as `printed` tells it.

    None where it cannot be told.
    """
    plain = written.strip()
    try:
        bounds(plain)
    except DateError:
        told = printed(plain, _ISO.sub(" ", plain))
        return told if _HALF.search(plain) else dated(plain) or told
    return plain


def days(text: str) -> Iterator[dt.date]:
    """Every day a text names: in figures, with signs, or with a month in words."""
    for pattern in (_ISO, _SIGNS):
        for found in pattern.finditer(text):
            yield from _day(found[1], int(found[2]), found[3])
    for found in _DAY_FIRST.finditer(text):
        yield from _day(found[3], month(found[2]), found[1])
    for found in _MONTH_FIRST.finditer(text):
        yield from _day(found[3], month(found[1]), found[2])


def _day(year: str, number: int | None, day: str) -> Iterator[dt.date]:
    try:
        yield dt.date(int(year), number or 0, int(day))
    except ValueError:  # no such month, or no such day in it
        return


def _months(text: str) -> str | None:
    pairs = ((found[2], month(found[1])) for found in _MONTH.finditer(text))
    return next((f"{int(year):04d}-{number:02d}" for year, number in pairs if number), None)


def _at(day: dt.date, clock: re.Match[str]) -> str:
    """The day with the time of day; without a zone where none is written that means one thing all over the world."""
    hour, minute, half, zone = int(clock[1]), int(clock[2]), (clock[3] or "").lower(), clock[4]
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    if hour > 23 or minute > 59:
        return day.isoformat()
    known = "" if zone is None else "Z" if zone[0] in "UGZ" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return f"{day.isoformat()}T{hour:02d}:{minute:02d}{known}"
