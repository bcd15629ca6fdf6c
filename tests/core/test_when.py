"""EDTF dates: what they span, and what can be counted from a date of publication."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.trouble import DateError
from sayso.core.when import anchor, between, bounds, days, is_coarse


def day(written):
    return dt.date.fromisoformat(written)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018-02-07", "2018-02-07", "2018-02-07"),
        ("2018-02-07~", "2018-02-07", "2018-02-07"),
        ("2014-21", "2014-03-01", "2014-05-31"),
        ("2014-24", "2014-12-01", "2015-02-28"),
        ("2018-02-07/2018-02-08", "2018-02-07", "2018-02-08"),
        ("1990/1999", "1990-01-01", "1999-12-31"),
    ],
)
def test_a_date_spans_its_days(edtf, first, last):
    assert bounds(edtf) == (day(first), day(last))


def test_an_open_end_is_none():
    assert bounds("2014/..") == (day("2014-01-01"), None)
    assert bounds("../2024-03-08") == (None, day("2024-03-08"))


@pytest.mark.parametrize(
    "written",
    ["", "in March", "2018-13", "2018-02-30", "2018-2-7", "0000", "10000", "2018/x", "2024/2018", "9999-24", "٢٠١٨"],
)
def test_what_is_no_date_is_refused(written):
    with pytest.raises(DateError):
        bounds(written)


@given(st.text(max_size=24))
def test_any_text_is_a_date_or_refused(written):
    try:
        first, last = bounds(written)
    except DateError:
        return
    assert first is None or last is None or isinstance(first, dt.date)


@given(st.dates(), st.dates())
def test_two_days_come_back_as_they_went(one, other):
    first, last = min(one, other), max(one, other)
    assert days(between(first, last)) == (first, last)


def test_only_a_date_that_names_its_days_has_days():
    assert days("2018-02-07") == (day("2018-02-07"), day("2018-02-07"))
    assert days("2018-02") is None
    assert days("2018-02-07/..") is None


@pytest.mark.parametrize(
    ("edtf", "coarse"),
    [
        ("2018", True),
        ("1990/1999", True),
        ("2014/..", True),
        ("2018-02-07/..", False),
        ("2018-02", False),
        ("2018-02-07", False),
    ],
)
def test_years_are_coarse(edtf, coarse):
    assert is_coarse(edtf) is coarse


@pytest.mark.parametrize(
    "published",
    [
        "2024-03-07",
        " 2024-03-07 ",
        "2024-03-07T22:30:00+01:00",
        "2024-03-07T22:30:00.123Z",
        "2024-03-07T22:30",
        "2024-03-07 22:30:00",
        "20240307T223000Z",
        "20240307",
        "2024-W10-4",
    ],
)
def test_an_iso_publication_is_an_exact_day(published):
    assert anchor(published) == (day("2024-03-07"), True, day("2024-03-07"))


def test_the_day_is_that_of_the_place_of_publication():
    assert anchor("2024-03-07T23:30:00-05:00").last == day("2024-03-07")


@pytest.mark.parametrize(
    ("published", "zone", "counted"),
    [
        ("2024-03-07T22:30:00Z", (270, 270), "2024-03-08"),  # 03:00 in Kabul
        ("2024-03-07T19:29:00Z", (270, 270), "2024-03-07"),
        ("2024-03-08T01:00:00+09:00", (60, 120), "2024-03-07"),
        ("2024-03-07T22:30:00Z", (60, 120), "2024-03-07"),  # before midnight or after it: as written
        ("2024-03-07T22:30:00", (270, 270), "2024-03-07"),  # no zone, so nothing to go by
        ("2024-03-07", (270, 270), "2024-03-07"),
        ("0001-01-01T00:00:00Z", (-600, -240), "0001-01-01"),
    ],
)
def test_the_clocks_where_a_report_was_filed_decide_its_day(published, zone, counted):
    assert anchor(published, zone) == (day(counted), True, day(counted))


def test_a_month_is_no_exact_day():
    assert anchor("2018-02") == (day("2018-02-28"), False, day("2018-02-01"))


@pytest.mark.parametrize(
    "published",
    [
        None,
        "",
        "March 7, 2024",
        "Thu, 07 Mar 2024 22:30:00 +0100",
        "2024-03-07T99:00",
        "2024-03-07 by our reporter",
        "../..",
        "soon",
    ],
)
def test_other_ways_of_writing_give_nothing_to_count_from(published):
    assert anchor(published) is None


@given(st.text(max_size=40))
def test_any_publication_can_be_asked(published):
    found = anchor(published)
    assert found is None or found.first <= found.last
