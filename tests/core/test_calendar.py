"""Days of other calendars: held against published dates, and against themselves."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.calendar import easter, hijri, hijri_days, hijri_year

YEARS = st.integers(1, 1600)


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [
        (1, 1, 1, "0622-07-19"),  # 16 July in the Julian calendar
        (1400, 1, 1, "1979-11-21"),
        (1435, 9, 1, "2014-06-29"),
        (1445, 9, 1, "2024-03-11"),
        (1445, 10, 1, "2024-04-10"),
        (1446, 1, 1, "2024-07-08"),
    ],
)
def test_a_day_of_the_islamic_calendar(year, month, day, gregorian):
    assert hijri(year, month, day) == dt.date.fromisoformat(gregorian)


@pytest.mark.parametrize("wrong", [(0, 1, 1), (1445, 0, 1), (1445, 13, 1), (1445, 2, 30), (1446, 12, 30)])
def test_there_is_no_such_day(wrong):
    with pytest.raises(ValueError, match="no day"):
        hijri(*wrong)


@given(YEARS)
def test_months_of_a_year_follow_on_each_other(year):
    firsts = [hijri(year, month, 1) for month in range(1, 13)] + [hijri(year + 1, 1, 1)]
    assert [(b - a).days for a, b in pairwise(firsts)] == [hijri_days(year, month) for month in range(1, 13)]


@given(YEARS, st.integers(1, 12), st.integers(1, 29))
def test_a_day_is_of_its_year(year, month, day):
    assert hijri_year(hijri(year, month, day)) == year


@pytest.mark.parametrize("day", ["1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20"])
def test_easter(day):
    assert easter(int(day[:4])) == dt.date.fromisoformat(day)
