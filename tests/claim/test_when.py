"""When an event was: dates counted from publication and from other events, and dates and places lent."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claim import claims
from sayso.claim.when import Anchors, resolve
from sayso.core.document import Document
from sayso.core.reading import Time
from sayso.core.span import Span
from sayso.core.when import anchor, bounds
from sayso.read import read

HOUR, DAY, WEEK, MONTH, YEAR = 1, 24, 168, 720, 8760
THURSDAY = Anchors(anchor("2024-03-07"), None)
FEBRUARY = Anchors(anchor("2018-02"), (dt.date(2018, 2, 7), dt.date(2018, 2, 8)))
NOTHING = Anchors(None, None)
MAKES = [
    "date", "night_date", "month", "year", "season", "decade", "after_event", "before_event", "day_after_event",
    "day_before_event", "same_day", "ago", "unit", "weekday", "weekdays", "night_to", "weekend", "past",
    "relative_day", "none", "vague", "numeric", "week_of_month", "week_of", "part_of_year", "century",
    "easter", "hijri", "day", "unit_of_event",
    "span_of_event", "anniversary",
]  # fmt: skip


def time(make, **parts):
    return Time(span=Span(0, 1), sentence=0, reason="", make=make, parts=parts)


def edtf(anchors, make, **parts):
    made = resolve(time(make, **parts), anchors)
    return made[0] if made else None


def dates(found):
    return [(claim.event.type, claim.event.when.edtf if claim.event.when else None) for claim in found]


def places(found):
    return [(claim.event.type, claim.event.where.name if claim.event.where else None) for claim in found]


@pytest.mark.parametrize(
    ("make", "parts", "wanted"),
    [
        ("date", {"d": 7, "m": 2, "y": 2018}, "2018-02-07"),
        ("date", {"d": 5, "m": 3}, "2024-03-05"),
        ("date", {"d": 28, "m": 11}, "2023-11-28"),
        ("date", {"d": 7, "d2": 8, "m": 2}, "2024-02-07/2024-02-08"),
        ("date", {"d": 28, "m": 12, "d2": 3, "m2": 1, "y": 2024}, "2023-12-28/2024-01-03"),
        ("date", {"d": 30, "m": 12, "y": 2021, "d2": 2, "m2": 1, "y2": 2024}, "2021-12-30/2024-01-02"),
        ("night_date", {"d": 1, "m": 3}, "2024-02-29/2024-03-01"),
        ("month", {"m": 1}, "2024-01"),
        ("month", {"m": 5}, "2023-05"),
        ("month", {"m": 11, "m2": 1, "y": 2018}, "2017-11/2018-01"),
        ("year", {"y": 2014}, "2014"),
        ("year", {"y": 2014, "y2": 2018}, "2014/2018"),
        ("year", {"y": 2014, "open": 1}, "2014/.."),
        ("season", {"y": 2014, "s": 21}, "2014-21"),
        ("season", {"s": 21}, "2023-21"),
        ("season", {"s": 24}, "2023-24"),
        ("decade", {"decade": 1990}, "1990/1999"),
        ("decade", {"decade": 1800}, "1800/1899"),
        ("weekday", {"w": 2}, "2024-03-05"),
        ("weekday", {"w": 4}, "2024-03-07"),
        ("weekday", {"w": 2, "on": 1}, "2024-03-12"),
        ("weekday", {"w": 2, "week": -1}, "2024-02-27"),
        ("weekday", {"w": 1, "open": 1}, "2024-03-04/.."),
        ("weekday", {"w": 2, "open": 2}, "../2024-03-05"),
        ("weekdays", {"w": 1, "w2": 3}, "2024-03-04/2024-03-06"),
        ("night_to", {"w2": 6}, "2024-03-01/2024-03-02"),
        ("night_to", {}, "2024-03-06/2024-03-07"),
        ("weekend", {}, "2024-03-02/2024-03-03"),
        ("relative_day", {"offset": -1}, "2024-03-06"),
        ("past", {"n": 3, "u": DAY}, "2024-03-04/2024-03-07"),
        ("ago", {"n": 48, "u": HOUR}, "2024-03-05"),
        ("ago", {"n": 5, "u": HOUR}, "2024-03-07"),
        ("ago", {"n": 2, "u": WEEK}, "2024-02-19/2024-02-25"),
        ("ago", {"n": 3, "u": MONTH}, "2023-12"),
        ("ago", {"n": 2, "u": YEAR}, "2022"),
        ("unit", {"u": WEEK, "step": -1}, "2024-02-26/2024-03-03"),
        ("unit", {"u": WEEK, "step": 0, "cut": 1}, "2024-03-04/2024-03-07"),
        ("unit", {"u": YEAR, "step": 0}, "2024"),
        ("date", {"d": 5, "m": 3, "w": 7}, "2023-03-05"),
        ("date", {"d": 5, "m": 3, "w": 6}, "2024-03-05"),  # a slip: it was a Saturday in neither year
        ("date", {"d": 4, "m": 2, "y": 90}, "1990-02-04"),
        ("date", {"d": 4, "m": 2, "y": 24}, "2024-02-04"),
        ("date", {"f": 1224}, "2023-12-24"),
        ("date", {"d": 5, "m": 3, "about": 1}, "2024-03-05~"),
        ("numeric", {"a": 20, "b": 3, "y": 2014}, "2014-03-20"),
        ("numeric", {"a": 3, "b": 4, "y": 2014}, None),
        ("numeric", {"a": 3, "b": 4, "y": 2024}, "2024-03-04"),  # the other order lies after publication
        ("numeric", {"a": 5, "b": 5, "y": 2014}, "2014-05-05"),
        ("week_of", {"d": 4, "m": 3}, "2024-03-04/2024-03-10"),
        ("easter", {"e": -2, "e2": 1, "y": 2024}, "2024-03-29/2024-04-01"),
        ("month", {"m": 3, "before": 1}, "2023-03"),
        ("month", {"m": 1, "m2": 6, "step": -1}, "2023-01/2023-06"),
        ("date", {"d": 5, "m": 5, "step": -1}, "2023-05-05"),
        ("week_of_month", {"n": 2, "m": 12}, "2023-12-08~/2023-12-14~"),
        ("week_of_month", {"n": 5, "m": 2, "y": 2024}, "2024-02-23~/2024-02-29~"),
        ("part_of_year", {"n": 2, "k": 4, "y": 2014}, "2014-04/2014-06"),
        ("part_of_year", {"n": 1, "k": 2, "step": -1}, "2023-01/2023-06"),
        ("part_of_year", {"n": 3, "k": 2, "y": 2014}, None),
        ("season", {"s": 22, "now": 1}, "2024-22"),
        ("season", {"s": 23, "now": 1}, "2023-23"),
        ("season", {"s": 22, "step": -1}, "2023-22"),
        ("century", {"n": 19}, "1800/1899"),
        ("century", {"step": -1}, "1900/1999"),
        ("easter", {"e": -2}, "2023-04-07"),
        ("easter", {"e": -2, "y": 1998}, "1998-04-10"),
        ("hijri", {"h": 9, "d": 1}, "2024-03-11~"),
        ("hijri", {"h": 9}, "2023-03-23~/2023-04-21~"),
        ("hijri", {"h": 9, "y": 2016}, "2016-06-07~/2016-07-06~"),
        ("hijri", {"f": 1001, "y": 1445}, "2024-04-10~"),
        ("weekday", {"w": 4, "before": 1}, "2024-02-29"),
        ("weekday", {"w": 2, "n": 2}, "2024-02-20"),
        ("weekday", {"w": 2, "future": 1}, "2024-03-12"),
        ("weekday", {"w": 4, "future": 1}, "2024-03-07"),
        ("month", {"m": 5, "future": 1}, "2024-05"),
        ("month", {"m": 2, "future": 1}, "2025-02"),
        ("date", {"d": 6, "m": 3, "future": 1}, "2025-03-06"),
        ("date", {"d": 5, "m": 5, "future": 1}, "2024-05-05"),
        ("weekend", {"on": 1}, "2024-03-09/2024-03-10"),
        ("past", {"n": 2, "u": YEAR}, "2022/2024-03-07"),
        ("past", {"n": 3, "u": MONTH}, "2023-12/2024-03-07"),
        ("day", {"d": 7}, "2024-03-07"),
        ("day", {"d": 30}, "2024-01-30"),
        ("day", {"d": 32}, None),
        ("ago", {"n": 2, "u": YEAR, "to": DAY}, "2022-03-07"),
        ("ago", {"n": 3, "u": YEAR, "to": MONTH}, "2021-03"),
        ("ago", {"n": 1, "u": YEAR, "to": WEEK}, "2023-03-06/2023-03-12"),
        ("ago", {"n": 2, "u": WEEK, "ahead": 1}, "2024-03-18/2024-03-24"),
        ("ago", {"n": 1, "u": 336}, "2024-02-19/2024-02-25"),
        ("vague", {}, None),
    ],
)
def test_counted_from_thursday_7_march_2024(make, parts, wanted):
    assert edtf(THURSDAY, make, **parts) == wanted


def test_last_weekend_told_at_the_weekend_is_the_one_before():
    sunday = Anchors(anchor("2024-03-10"), None)
    assert edtf(sunday, "weekend") == "2024-03-09/2024-03-10"
    assert edtf(sunday, "weekend", back=1) == "2024-03-02/2024-03-03"


def test_a_weekday_in_a_report_of_some_day_in_february_is_the_first_one_from_the_end_of_the_event():
    assert edtf(FEBRUARY, "weekday", w=6) == "2018-02-10"
    assert edtf(FEBRUARY, "weekday", w=4) == "2018-02-08"
    assert edtf(FEBRUARY, "weekdays", w=6, w2=7) == "2018-02-10/2018-02-11"


def test_but_not_one_after_the_month_of_publication():
    late = Anchors(anchor("2018-02"), (dt.date(2018, 2, 27), dt.date(2018, 2, 27)))
    assert edtf(late, "weekday", w=6) is None


@pytest.mark.parametrize(
    ("make", "parts", "wanted"),
    [
        ("after_event", {"n": 2, "u": DAY}, "2018-02-10"),
        ("before_event", {"n": 2, "u": DAY}, "2018-02-05"),
        ("before_event", {"n": 30, "u": HOUR}, "2018-02-06"),
        ("after_event", {"n": 1, "u": YEAR}, "2019"),
        ("day_after_event", {}, "2018-02-09"),
        ("day_before_event", {}, "2018-02-06"),
        ("same_day", {}, "2018-02-07/2018-02-08"),
        ("unit_of_event", {"u": WEEK}, "2018-02-05/2018-02-11"),
        ("unit_of_event", {"u": MONTH, "step": 1}, "2018-03"),
        ("unit_of_event", {"u": YEAR, "step": -1}, "2017"),
        ("span_of_event", {"n": 3, "u": DAY}, "2018-02-08/2018-02-11"),
        ("span_of_event", {"u": WEEK, "back": 1}, "2018-01-31/2018-02-06"),
        ("anniversary", {"n": 2}, "2020-02-07"),
    ],
)
def test_counted_from_a_battle_of_two_days(make, parts, wanted):
    assert edtf(FEBRUARY, make, **parts) == wanted


def test_a_known_month_is_enough_for_last_month_and_last_year_but_not_for_last_week():
    assert edtf(FEBRUARY, "unit", u=MONTH) == "2018-01"
    assert edtf(FEBRUARY, "unit", u=YEAR) == "2017"
    assert edtf(FEBRUARY, "unit", u=WEEK) is None


def test_without_a_date_of_publication_only_what_is_written_out_is_known():
    assert edtf(NOTHING, "date", d=7, m=2, y=2018) == "2018-02-07"
    assert edtf(NOTHING, "date", d=7, m=2) is None
    assert edtf(NOTHING, "weekday", w=2) is None
    assert edtf(NOTHING, "unit", u=YEAR) is None


@pytest.mark.parametrize(
    ("make", "parts"),
    [
        ("date", {"d": 31, "m": 2, "y": 2018}),
        ("date", {"d": 31, "m": 2}),
        ("date", {"d": 0, "m": 13, "y": 2018}),
        ("date", {"d": 8, "d2": 7, "m": 2, "y": 2018}),
        ("year", {"y": 10_000}),
        ("year", {"y": 2018, "y2": 2014}),
        ("month", {"m": 13, "y": 2018}),
        ("ago", {"n": 3_000_000, "u": DAY}),
        ("ago", {"n": 10**11, "u": YEAR}),
        ("after_event", {"n": 10**11, "u": MONTH}),
        ("relative_day", {}),
        ("weekday", {}),
    ],
)
def test_a_date_that_no_calendar_has_is_none(make, parts):
    assert edtf(FEBRUARY, make, **parts) is None
    assert edtf(THURSDAY, make, **parts) is None


NAMES = ["y", "y2", "m", "m2", "d", "d2", "w", "w2", "n", "u", "s", "decade", "offset", "open", "step", "cut", "back",
         "on", "week", "a", "b", "f", "e", "h", "k", "to", "ahead", "about", "before", "now", "future",
         "e2"]  # fmt: skip
NUMBERS = st.one_of(
    st.integers(-3, 40), st.sampled_from([HOUR, DAY, WEEK, MONTH, YEAR, 1999, 2024, 9999]), st.integers()
)
PUBLISHED = st.sampled_from([None, "2024-03-07", "2018-02", "2018", "0001-01-01", "9999-12-31", "2024-02-29"])


@given(st.sampled_from(MAKES), st.dictionaries(st.sampled_from(NAMES), NUMBERS), PUBLISHED, st.none() | st.dates())
def test_no_expression_whatever_its_parts_raises_or_gives_what_is_no_date(make, parts, published, event):
    made = resolve(time(make, **parts), Anchors(anchor(published), (event, event) if event else None))
    if made is not None:
        bounds(made[0])


WORDS = st.sampled_from(
    "Nine people were killed on in since until the of and to – - , . 0 1 2 7 31 32 99 2014 2018 1990s 0000 9999 "
    "3,000,000 999999999999 days weeks months years ago later earlier before after attack Monday Friday May March "
    "February last next this past weekend overnight yesterday early late night 7th second spring KABUL ( ) — \n".split(
        " "
    )
)


@given(st.lists(WORDS, max_size=24).map(" ".join), PUBLISHED)
def test_no_text_made_of_dates_stops_the_reading(packs, text, published):
    for _ in claims(read(Document(id="x", text=text, published=published), packs["en"])):
        pass


def test_a_count_of_days_beyond_any_calendar_is_no_date(told):
    assert dates(told("Nine people were killed 3,000,000 days ago.")) == [("killing", None)]


def test_days_later_are_counted_from_the_event_told_last(told):
    found = told(
        "A convoy was attacked on 1 March. Two days later a bridge was destroyed. The next day a port was shelled."
    )
    assert dates(found) == [("attack", "2024-03-01"), ("destruction", "2024-03-03"), ("shelling", "2024-03-04")]


def test_a_look_back_does_not_move_the_story(told):
    found = told(
        "A convoy was attacked on 1 March. Two days earlier a port was shelled. The next day a bridge was destroyed."
    )
    assert dates(found) == [("attack", "2024-03-01"), ("shelling", "2024-02-28"), ("destruction", "2024-03-02")]


def test_an_event_that_is_named_is_counted_from_even_when_another_was_told_since(told):
    found = told(
        "The port was shelled on 1 March. A convoy was attacked on 4 March. "
        "Two days after the shelling a church was bombed."
    )
    assert dates(found)[-1] == ("bombing", "2024-03-03")


def test_a_toll_takes_date_and_place_of_its_event(told):
    _, toll = told("An air strike hit a market in Karsal on Tuesday. Nine people were killed, medics said.")
    assert (toll.event.when.edtf, toll.event.when.basis) == ("2024-03-05", "context")
    assert (toll.event.where.name, toll.event.where.basis) == ("Karsal", "context")


TWO_EVENTS = "A convoy was attacked in Karsal on 4 March. The port was shelled in Lirena on 5 March."


def test_the_nearest_claim_of_the_same_type_lends_before_the_main_event(told):
    found = told(f"{TWO_EVENTS}\n\nLater rebels shelled the port again.")
    assert dates(found)[2:] == [("shelling", "2024-03-05")]
    assert places(found)[2:] == [("shelling", "Lirena")]


def test_violence_goes_on_in_its_paragraph_and_elsewhere_is_of_the_main_event(told):
    found = told(f"{TWO_EVENTS} Nine soldiers were killed.")
    assert (dates(found)[2:], places(found)[2:]) == ([("killing", "2024-03-05")], [("killing", "Lirena")])
    found = told(f"{TWO_EVENTS}\n\nNine soldiers were killed.")
    assert (dates(found)[2:], places(found)[2:]) == ([("killing", "2024-03-04")], [("killing", "Karsal")])


def test_what_goes_on_lends_from_the_day_it_began_unless_that_is_long_ago(told):
    found = told("The rebels have shelled the port since Monday. Nine people were killed.")
    assert dates(found) == [("shelling", "2024-03-04/.."), ("killing", "2024-03-04/..")]
    found = told("The rebels have shelled the port since 2014. Nine people were killed.")
    assert dates(found) == [("shelling", "2014/.."), ("killing", None)]


def test_history_neither_lends_nor_borrows(told):
    found = told(
        "The town was captured in 2015. A convoy was attacked in Karsal on Tuesday. In 1999 a bridge was destroyed."
    )
    assert dates(found) == [("capture", "2015"), ("attack", "2024-03-05"), ("destruction", "1999")]
    assert places(found) == [("capture", None), ("attack", "Karsal"), ("destruction", None)]


def test_an_old_date_is_not_lent_to_what_is_told_before_it(told):
    found = told("A convoy was attacked in Karsal. On 5 March 1999 a convoy was attacked in Lirena.")
    assert dates(found) == [("attack", None), ("attack", "1999-03-05")]


def test_a_report_that_looks_back_on_one_event_is_about_that_event(told):
    found = told("A convoy was attacked on 5 March 1999. Nine people were killed.")
    assert dates(found) == [("attack", "1999-03-05"), ("killing", "1999-03-05")]


def test_talk_borrows_nothing(told):
    found = told("A convoy was attacked in Karsal on Tuesday. The two sides held talks.")
    assert dates(found) == [("attack", "2024-03-05"), ("negotiation", None)]


def test_a_date_told_but_not_known_is_not_replaced_by_a_lent_one(told):
    found = told("A convoy was attacked on 5 March 2024. Nine people were killed yesterday.", published=None)
    assert dates(found) == [("attack", "2024-03-05"), ("killing", None)]


def test_with_no_date_of_publication_a_weekday_is_the_first_from_the_event_told_before(told):
    found = told("A convoy was attacked on 5 March 2024. Nine people were killed on Saturday.", published=None)
    assert dates(found) == [("attack", "2024-03-05"), ("killing", "2024-03-09")]


def test_a_place_is_not_lent_to_an_event_of_another_day(told):
    found = told("A convoy was attacked in Karsal on 4 March. On 6 March two bridges were destroyed.")
    assert places(found) == [("attack", "Karsal"), ("destruction", None)]


def test_a_dateline_is_the_place_of_last_resort(told):
    (alone,) = told("LIRENA (Meridian) — A bomb killed nine people on Tuesday.")
    assert (alone.event.where.name, alone.event.where.basis) == ("Lirena", "context")
    (other,) = told("LIRENA (Meridian) — A bomb killed nine people in Karsal on Tuesday.")
    assert (other.event.where.name, other.event.where.basis) == ("Karsal", "explicit")


def test_a_headline_never_lends(told):
    found = told("Bomb kills nine in Karsal on Monday\n\nA bomb killed nine people in the market.")
    assert dates(found) == [("bombing", None)]
    assert places(found) == [("bombing", None)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels shelled the city of Lirena.", "Lirena"),
        ("Nine people were killed in the town of Karsal.", "Karsal"),
        ("Nine people were killed near Karsal's old port.", "Karsal"),
        ("Nine people were killed in Smith's house.", None),
        ("Nine people were killed by Smith.", None),
        ("In Karsal nine people were killed.", "Karsal"),
    ],
)
def test_a_place_is_a_place_and_an_owner_is_none(told, text, place):
    (claim,) = told(text)
    assert (claim.event.where.name if claim.event.where else None) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nio personer dödades i staden Karsal.", "Karsal"),
        ("Nio personer dödades i Karsals hamn.", "Karsal"),
        ("Nio personer dödades i Smiths hus.", None),
    ],
)
def test_a_genitive_is_cut_from_a_place_and_an_owner_is_none(told, text, place):
    (claim,) = told(text, language="sv")
    assert (claim.event.where.name if claim.event.where else None) == place


def test_a_report_from_the_end_of_all_calendars_is_read(told):
    found = told("A convoy was attacked on 31 December 2999.", published="9999-12-31")
    assert dates(found) == [("attack", "2999-12-31")]
    assert dates(told("A convoy was attacked today.", published="9999-12-31")) == [("attack", "9999-12-31")]
