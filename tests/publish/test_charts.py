import datetime as dt
from itertools import pairwise

import pytest
from defusedxml.ElementTree import fromstring

from sayso.publish.chart.course import HEIGHT, Stand, course
from sayso.publish.chart.scale import ticks
from sayso.publish.chart.svg import Labelled
from sayso.publish.chart.timeline import Shown, bars, timeline

SVG = "{http://www.w3.org/2000/svg}"
LABEL = Labelled("Killed")


def day(text):
    return dt.date.fromisoformat(text)


def words(svg):
    return [one.text for one in fromstring(svg).iter(f"{SVG}text")]


STANDS = (
    Stand(day("2024-03-05"), 3, 3, None),
    Stand(day("2024-03-07"), 9, 9, 12),
    Stand(None, 8, 8, 8),
)


def test_a_course_shows_each_stand_and_how_it_ends():
    shown = words(course(STANDS, LABEL))
    assert {"3", "9", "8", "2024-03-05", "2024-03-07", "undated", "8–8–8"} <= set(shown)


def test_an_open_end_has_a_dashed_edge_and_a_bound_one_has_none():
    assert course(STANDS, LABEL).count('class="open"') == 1
    assert course(STANDS[1:], LABEL).count('class="open"') == 0


def test_one_stand_is_no_course():
    assert course(STANDS[:1], LABEL) == ""


def test_everything_lies_inside_the_picture():
    tree = fromstring(course(STANDS, LABEL))
    assert all(0 <= float(one.get("y")) <= HEIGHT for one in tree.iter() if one.get("y"))
    assert all(float(one.get("width")) >= 0 for one in tree.iter(f"{SVG}rect"))


def test_figures_that_never_rise_above_nought_are_drawn_too():
    assert "0–0–0" in words(course([Stand(day("2024-03-05"), 0, 0, None), Stand(day("2024-03-06"), 0, 0, 0)], LABEL))


@pytest.mark.parametrize(
    ("top", "expected"),
    [(1.12, [0, 1]), (9, [0, 5]), (14, [0, 5, 10]), (131, [0, 50, 100]), (20_000, [0, 5000, 10000, 15000, 20000])],
)
def test_scales_have_round_numbers(top, expected):
    assert ticks(top) == expected


@pytest.mark.parametrize(
    ("first", "last", "names", "number"),
    [
        ("2024-02-27", "2024-03-02", ["2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"], 5),
        ("2023-11-05", "2024-03-02", ["2023-11", "2023-12", "2024-01", "2024-02", "2024-03"], 5),
        ("1990-11-05", "2024-03-02", ["1990", "1991"], 35),
    ],
)
def test_bars_are_days_months_or_years(first, last, names, number):
    some = bars([day(last), day(first), day(first)])
    assert [one.edtf for one in some][: len(names)] == names
    assert len(some) == number
    assert (some[0].events, some[-1].events) == (2, 1)
    assert sum(one.events for one in some) == 3


def test_bars_join_without_a_gap_up_to_the_end_of_time():
    some = bars([day("9990-01-01"), day("9999-12-31")])
    assert all(a.last + dt.timedelta(days=1) == b.first for a, b in pairwise(some))
    assert some[-1].last == dt.date.max


def test_a_bar_leads_to_its_time_and_says_what_it_is():
    some = [
        Shown(bar, f"?since={bar.edtf}", f"{bar.edtf}: {bar.events} <events>", bar.edtf == "2024-03-05")
        for bar in bars([day("2024-03-04"), day("2024-03-05"), day("2024-03-05"), day("2024-03-07")])
    ]
    links = list(fromstring(timeline(some, LABEL)).iter(f"{SVG}a"))
    assert [one.get("href") for one in links] == ["?since=2024-03-04", "?since=2024-03-05", "?since=2024-03-07"]
    assert links[1].get("aria-label") == "2024-03-05: 2 <events>"
    assert [one.get("class") for one in links] == [None, "chosen", None]


def test_no_dates_are_no_timeline():
    assert timeline([], LABEL) == ""
    assert bars([]) == []
