"""What a report's dates leave open is said: days that are none, dates with nothing to count from."""

import datetime as dt

import pytest

from sayso.core.document import Document
from sayso.run.pipeline import read_document


@pytest.fixture(scope="module")
def warned(packs):
    """The warnings of a report in English."""

    def warn(text, published="2024-03-07", today=None):
        document = Document(id="x", text=text, language="en", published=published)
        return read_document(document, packs, today=today).record.warnings

    return warn


@pytest.mark.parametrize("written", ["31 February", "February 31, 2024", "29 February 2023", "31/4/2014"])
def test_a_day_that_no_calendar_has(warned, written):
    (warning,) = warned(f"A convoy was attacked on {written}.")
    assert warning == f"“{written}” at 25 is a day that no calendar has; it dates nothing"


@pytest.mark.parametrize("written", ["29 February", "3/4/2023", "7 February 2018"])
def test_a_day_that_some_year_has_is_no_fault(warned, written):
    assert warned(f"A convoy was attacked on {written}.") == ()


def test_a_weekday_that_is_another(warned):
    assert warned("A convoy was attacked on Tuesday, 6 February 2024.") == ()
    (warning,) = warned("A convoy was attacked on Tuesday, 7 February 2024.")
    assert warning == (
        "“Tuesday, 7 February 2024” at 25: 2024-02-07 is another weekday; the date is taken, not the weekday"
    )


def test_without_a_date_of_publication_what_hangs_on_it_is_named(warned):
    text = "A convoy was attacked on Tuesday. Last week two bridges were destroyed, and yesterday a dam."
    (warning,) = warned(text, None)
    assert warning == (
        "the date of publication is not known, so what is told relative to it stays open: "
        "“Tuesday”, “Last week”, “yesterday”"
    )
    assert warned(text) == ()
    assert warned("A convoy was attacked on 5 March 2024.", None) == ()


def test_a_month_of_publication_names_no_day(warned):
    (warning,) = warned("A convoy was attacked yesterday.", "2024-03")
    assert "names no day" in warning


def test_what_another_event_dates_is_not_open(warned):
    assert warned("A convoy was attacked on 5 March 2024. Nine people were killed on Saturday.", None) == ()


def test_a_date_of_publication_in_the_future_is_not_counted_from(packs):
    document = Document(id="x", text="A convoy was attacked yesterday.", language="en", published="2031-03-07")
    record = read_document(document, packs, today=dt.date(2024, 3, 7)).record
    assert record.published == "2031-03-07"
    assert record.claims[0].event.when is None
    assert record.warnings == (
        "published '2031-03-07' lies in the future; nothing is counted from it",
        "the date of publication is not known, so what is told relative to it stays open: “yesterday”",
    )


@pytest.mark.parametrize("today", ["2031-03-07", "2031-03-06", None])
def test_today_and_tomorrow_are_no_future(warned, today):
    day = dt.date.fromisoformat(today) if today else None
    assert warned("A convoy was attacked yesterday.", "2031-03-07", day) == ()
