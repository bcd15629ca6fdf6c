"""A date as people write it: *7–8 February 2018* for the EDTF `2018-02-07/2018-02-08`."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sayso.core.trouble import DateError
from sayso.core.when import bounds


class Calendar(NamedTuple):
    """The words that dates are written with; `until` and `from_` have a place for a date."""

    months: tuple[str, ...] = (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )  # fmt: skip
    seasons: tuple[str, ...] = ("spring", "summer", "autumn", "winter")
    about: str = "about"
    perhaps: str = "perhaps"
    until: str = "until {date}"
    from_: str = "from {date}"
    not_told: str = "date not told"
    undated: str = "undated"


ENGLISH = Calendar()
_FIRST_SEASON = 21  # as EDTF counts them on behind the months


def in_words(edtf: str | None, said: Calendar = ENGLISH) -> str:
    """The date in words; what is no EDTF stays as it was written, and no date is *date not told*."""
    if not edtf:
        return said.not_told
    try:
        bounds(edtf)
    except DateError:
        return edtf
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(start, said)
    if start in ("", ".."):
        return said.until.format(date=_point(end, said)) if end not in ("", "..") else said.not_told
    if end in ("", ".."):
        return said.from_.format(date=_point(start, said))
    return _interval(start, end, said)


def _point(edtf: str, said: Calendar) -> str:
    year, month, day = (*edtf.rstrip("~?%").split("-"), "", "")[:3]
    parts = [str(int(day)) if day else "", _month(int(month), said) if month else "", year]
    doubt = {"~": said.about, "?": said.perhaps, "%": f"{said.perhaps} {said.about}"}.get(edtf[-1], "")
    return " ".join(part for part in (doubt, *parts) if part)


def _month(number: int, said: Calendar) -> str:
    return said.seasons[number - _FIRST_SEASON] if number >= _FIRST_SEASON else said.months[number - 1]


def _interval(start: str, end: str, said: Calendar) -> str:
    """Both ends, the first without what the second says again."""
    first, last = _point(start, said), _point(end, said)
    if first == last:
        return first
    head, tail = first.split(), last.split()
    if start[-1].isdigit() and end[-1].isdigit() and len(head) == len(tail) == 3:
        same = next((k for k in (2, 1) if head[-k:] == tail[-k:]), 0)
        kept = " ".join(head[: len(head) - same])
        return f"{kept}–{last}" if same == 2 else f"{kept} – {last}"
    return f"{first} – {last}"


def day(published: str | None, said: Calendar = ENGLISH) -> str:
    """When a report was published, less the time of day, in words."""
    if not published:
        return said.undated
    try:
        moment = dt.datetime.fromisoformat(published) if "T" in published else None
    except ValueError:
        moment = None
    return in_words(moment.date().isoformat() if moment else published, said)
