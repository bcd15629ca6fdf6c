"""Days of other calendars as days of the Gregorian one."""

from __future__ import annotations

import datetime as dt

_HIJRI_EPOCH = 227_015  # 1 Muharram 1, Friday 16 July 622 in the Julian calendar, as Python counts days
_CYCLE = 30  # years, of which 11 have a day more


def hijri(year: int, month: int, day: int) -> dt.date:
    """The day of the tabular Islamic calendar, civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29.

    Months begin with the sighting of the moon, which differs from place to place: the day is right to within one or
    two, so whoever shows it marks it as approximate. After E. M. Reingold and N. Dershowitz, *Calendrical
    Calculations*. Raises ValueError where the month or the day is none, OverflowError beyond the years 1 to 9999.
    """
    if not (year >= 1 and 1 <= month <= 12 and 1 <= day <= hijri_days(year, month)):
        message = f"no day {day} of month {month} of the year {year} AH"
        raise ValueError(message)
    before = 29 * (month - 1) + month // 2
    return dt.date.fromordinal(_HIJRI_EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // _CYCLE + before + day)


def hijri_days(year: int, month: int) -> int:
    """How many days a month of the tabular Islamic calendar has: 30 and 29 in turn, the last 30 in a leap year."""
    return 30 if month % 2 or (month == 12 and (11 * year + 14) % _CYCLE < 11) else 29


def hijri_year(day: dt.date) -> int:
    """The year of the tabular Islamic calendar that a day falls in; the same source."""
    return (30 * (day.toordinal() - _HIJRI_EPOCH) + 10_646) // 10_631


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches: the Gregorian rule in the form of the *Nature* correspondent of 1876."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)
