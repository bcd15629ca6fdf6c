"""Which row a moment means."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.row import Entry
from sayso.core.trouble import LedgerError
from sayso.ledger.asof import as_of
from sayso.ledger.entry import Stamp
from sayso.ledger.judge import tagged
from sayso.ledger.memory import MemoryStore

MOMENTS = ("2026-03-05T10:00:00Z", "2026-03-06T00:00:00Z", "2026-03-06T23:59:59Z", "2026-03-07T00:00:00Z")


@pytest.fixture
def days(memory):
    for k, at in enumerate(MOMENTS):
        memory.append([Entry(kind="note", about=str(k), body='"a"', by="ada", at=at)], after=memory.head())
    return memory


@pytest.mark.parametrize(("day", "row"), [("2026-03-05", 1), ("2026-03-06", 3), ("2026-03-07", 4), ("2030-01-01", 4)])
def test_a_day_takes_in_its_end(days, day, row):
    assert as_of(days, day) == row


def test_a_number_is_a_row_and_a_word_a_tag(days):
    assert [as_of(days, str(k)) for k in range(1, 5)] == [1, 2, 3, 4]
    days.append([tagged(days, "draft", 2, Stamp("ada", MOMENTS[-1]))], after=days.head())
    assert as_of(days, "draft") == 2


@pytest.mark.parametrize(
    ("moment", "message"),
    [
        ("2026-03-04", r"nothing was recorded by the end of 2026-03-04; the first row is of 2026-03-05T10:00:00Z"),
        ("2026-02-30", r"there is no day 2026-02-30"),
        ("5", r"no row 5: the ledger has rows 1 to 4"),
        ("0", r"no row 0"),
        ("draft", r"no tag 'draft' \(there is none\)"),
        ("", r"no tag ''"),
    ],
)
def test_what_means_no_row(days, moment, message):
    with pytest.raises(LedgerError, match=message):
        as_of(days, moment)


@pytest.mark.parametrize("moment", ["2026-03-04", "1", "draft"])
def test_an_empty_ledger_has_no_moments(memory, moment):
    with pytest.raises(LedgerError):
        as_of(memory, moment)


@pytest.mark.parametrize("name", ["2026-03-06", "812", "", " "])
def test_a_tag_is_not_named_like_a_day_or_a_row(days, name):
    with pytest.raises(LedgerError, match="is no name for a tag"):
        tagged(days, name, None, Stamp("ada", MOMENTS[-1]))


def test_a_tag_is_given_once_and_to_a_row_there_is(days):
    stamp = Stamp("ada", MOMENTS[-1])
    with pytest.raises(LedgerError, match="no row 9"):
        tagged(days, "draft", 9, stamp)
    days.append([tagged(days, "draft", None, stamp)], after=days.head())
    with pytest.raises(LedgerError, match="is there already, for row 4"):
        tagged(days, "draft", 1, stamp)


@given(gaps=st.lists(st.integers(0, 2), min_size=1, max_size=20), asked=st.integers(-1, 42))
def test_a_day_is_the_last_row_not_after_it(gaps, asked):
    store, day, moments = MemoryStore(), dt.date(2026, 3, 1), []
    for gap in gaps:
        day += dt.timedelta(gap)
        moments.append(day)
        at = f"{day}T23:59:59Z"
        store.append([Entry(kind="note", about="a", body='"a"', by="ada", at=at)], after=store.head())
    wanted = dt.date(2026, 3, 1) + dt.timedelta(asked)
    last = sum(moment <= wanted for moment in moments)
    if last:
        assert as_of(store, str(wanted)) == last
    else:
        with pytest.raises(LedgerError, match="nothing was recorded"):
            as_of(store, str(wanted))
