"""How exact a date or a place is, on the scales of the standard code books; pure functions."""

from __future__ import annotations

from sayso.core import when

WEEK, MONTH, YEAR = 7, 31, 366  # days
_ACLED = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 3}


def date_prec(edtf: str) -> int | None:
    """UCDP GED `date_prec`: 1 the day, 2 a span of 2–6 days, 3 a week, 4 a month (8–31 days), 5 up to a year.

    A season or a quarter is 5. A day, month or year marked approximate (`~`, `?`, `%`) is one step coarser; an
    interval whose ends are so marked is as long as it was. None where the scale has no value: an open end, or more
    than a year, which UCDP does not code.
    Raises DateError where the string is not a date. Source: UCDP GED codebook, variable `date_prec`.
    """
    days = _days(edtf)
    if days is None or days > YEAR:
        return None
    step = 1 if days == 1 else 2 if days < WEEK else 3 if days == WEEK else 4 if days <= MONTH else 5
    return min(step + _hedged(edtf), 5)


def time_precision(edtf: str) -> int | None:
    """ACLED `time_precision`: 1 the day, 2 part of a week or the week, 3 part of a month or the month.

    What is marked approximate counts as in `date_prec`. None for what ACLED does not code: an open end, more than a
    month.
    Raises DateError where the string is not a date. Source: ACLED codebook, `time_precision`.
    """
    days = _days(edtf)
    if days is None:
        return None
    step = (1 if days == 1 else 2 if days <= WEEK else 3 if days <= MONTH else 4) + _hedged(edtf)
    return step if step <= 3 else None


def geo_precision(where_prec: int) -> int:
    """ACLED `geo_precision` nearest to a UCDP `where_prec`: 1 the place, 2 its surroundings, 3 a larger region.

    The code books cut the world differently: a mapping is a neighbour, not a synonym. Raises KeyError outside 1–7.
    """
    return _ACLED[where_prec]


def _days(edtf: str) -> int | None:
    """How many days the date may be of, its first and its last counted; None for an open end."""
    first, last = when.bounds(edtf)
    return (last - first).days + 1 if first is not None and last is not None else None


def _hedged(edtf: str) -> bool:
    return "/" not in edtf and edtf[-1] in "~?%"
