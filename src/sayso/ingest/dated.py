"""Dates as pages, messages and tables write them, as sayso has them: EDTF, or ISO 8601 with time and zone."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_SPACED_ZONE = re.compile(r"\s+(?=[+-][0-9]{2}:?[0-9]{2}$|Z$)")
_MOMENT = re.compile(r"[0-9]{8}T?|[0-9]{4}-[0-9]{2}-[0-9]{2}")


def dated(written: str) -> str | None:
    """A date, with its time and zone where it has them; None where it is neither ISO 8601 nor as mail writes it."""
    plain = " ".join(written.split())
    if _DAY.fullmatch(plain):
        return plain if _is_day(plain) else None
    try:
        if _MOMENT.match(plain):
            return _told(dt.datetime.fromisoformat(_SPACED_ZONE.sub("", plain)), plain)
        return _told(parsedate_to_datetime(plain), plain)
    except (ValueError, IndexError, OverflowError):
        return None


def _told(moment: dt.datetime, written: str) -> str:
    """To the second, since no report is dated more exactly; a day alone where no time was written."""
    return moment.isoformat(timespec="seconds") if ":" in written or len(written) > len("20240307") else _day(moment)


def _day(moment: dt.datetime) -> str:
    return moment.date().isoformat()


def _is_day(written: str) -> bool:
    """Whether a year, month or day is one that there is."""
    year, month, day = (*(int(part) for part in written.split("-")), 1, 1)[:3]
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
