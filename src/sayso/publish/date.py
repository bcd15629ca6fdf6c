"""A date as people write it: *7–8 February 2018* for the EDTF `2018-02-07/2018-02-08`."""

from __future__ import annotations

import datetime as dt

from sayso.core.trouble import DateError
from sayso.core.when import bounds

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DOUBT = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


def in_words(edtf: str | None) -> str:
    """The date in words; what is no EDTF stays as it was written, and no date is *date not told*."""
    if not edtf:
        return "date not told"
    try:
        bounds(edtf)
    except DateError:
        return edtf
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(start)
    if start in ("", ".."):
        return f"until {_point(end)}" if end not in ("", "..") else "date not told"
    if end in ("", ".."):
        return f"from {_point(start)}"
    return _interval(start, end)


def _point(edtf: str) -> str:
    doubt = _DOUBT.get(edtf[-1], "")
    year, month, day = (*edtf.rstrip("~?%").split("-"), "", "")[:3]
    parts = [str(int(day)) if day else "", _SEASONS.get(month) or (MONTHS[int(month) - 1] if month else ""), year]
    return doubt + " ".join(part for part in parts if part)


def _interval(start: str, end: str) -> str:
    """Both ends, the first without what the second says again."""
    first, last = _point(start), _point(end)
    if first == last:
        return first
    head, tail = first.split(), last.split()
    if start[-1].isdigit() and end[-1].isdigit() and len(head) == len(tail) == 3:
        same = next((k for k in (2, 1) if head[-k:] == tail[-k:]), 0)
        kept = " ".join(head[: len(head) - same])
        return f"{kept}–{last}" if same == 2 else f"{kept} – {last}"
    return f"{first} – {last}"


def day(published: str | None) -> str:
    """When a report was published, less the time of day, in words."""
    if not published:
        return "undated"
    try:
        moment = dt.datetime.fromisoformat(published) if "T" in published else None
    except ValueError:
        moment = None
    return in_words(moment.date().isoformat() if moment else published)
