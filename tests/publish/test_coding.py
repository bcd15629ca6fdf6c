"""The coding form: filled from an account, checked as written, compared between coders."""

import csv
import io
import math

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.judgement import Coding
from sayso.core.trouble import LedgerError
from sayso.publish.coding.agreement import agreements
from sayso.publish.coding.alpha import alpha
from sayso.publish.coding.filled import filled
from sayso.publish.coding.table import table
from sayso.publish.coding.written import written
from sayso.reference.coding import SCHEME, coding_fields

LEVELS = ("nominal", "ordinal", "interval")


def coded(field, **by_coder):
    """Forms of coders in one field: for each coder a value of every event, in order, None where it was left empty."""
    return [
        Coding(event=f"e{number}", scheme=SCHEME, values={field: value}, by=coder, why="x")
        for coder, values in by_coder.items()
        for number, value in enumerate(values)
    ]


def agreement(field, **by_coder):
    return next(one for one in agreements(coded(field, **by_coder)) if one.field.name == field)


# The data of Krippendorff's 2011 paper, and the figures that it works out by hand. N is a value that is missing.
N = None
FOUR = {
    "a": [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
    "b": [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
    "c": [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
    "d": [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
}


@pytest.mark.parametrize(
    ("field", "values", "alpha"),
    [
        ("side_a", {"ben": "aabbdcccedda", "gerry": "babbbccceddd"}, 0.692),
        ("side_a", {"meg": "0100000010", "owen": "1110010000"}, 0.095),
        ("where_prec", FOUR, 0.815),
        ("best", FOUR, 0.849),
    ],
)
def test_alpha_is_that_of_the_worked_examples(field, values, alpha):
    assert agreement(field, **values).alpha == pytest.approx(alpha, abs=0.0006)


@given(st.lists(st.lists(st.integers(1, 5), min_size=2, max_size=4), min_size=2, max_size=8), st.sampled_from(LEVELS))
def test_alpha_is_that_of_another_program(units, level):
    table = [[unit[k] if k < len(unit) else math.nan for unit in units] for k in range(4)]
    if len({value for unit in units for value in unit}) > 1:
        theirs = krippendorff.alpha(reliability_data=table, level_of_measurement=level)
        assert alpha(units, level) == pytest.approx(theirs, abs=1e-9)
    else:
        assert alpha(units, level) is None


def test_names_are_compared_without_regard_to_case_and_white_space():
    found = agreement("side_a", ada=["The Column", "Police", "League"], bo=["the  column", "police", "Coast Guard"])
    assert (found.events, found.alike) == (3, 2)
    assert [(one.event, dict(one.values)) for one in found.partings] == [("e2", {"ada": "League", "bo": "Coast Guard"})]


def test_days_are_compared_by_how_far_apart_they_are():
    near = agreement("date_start", ada=["2024-03-05", "2024-06-01"], bo=["2024-03-06", "2024-06-01"])
    far = agreement("date_start", ada=["2024-03-05", "2024-06-01"], bo=["2024-05-06", "2024-06-01"])
    assert near.alpha > 0.99 > far.alpha


def test_alpha_has_no_meaning_where_nobody_ever_says_anything_else():
    for values in ([1, 1], [1, N], [N, N]):
        assert agreement("event_clarity", ada=values, bo=values).alpha is None
    assert agreement("event_clarity", ada=[1, 1], bo=[1, 1]).alike == 2


def test_one_coder_alone_agrees_with_nobody():
    assert {one.events for one in agreements(coded("best", ada=[1, 2, 3]))} == {0}


def test_the_form_is_filled_from_the_account_with_the_claims_behind_each_value(release, event):
    claims = {claim.id: claim for report in release.state.reports for claim in report.claims}
    found = filled(event, claims, release.state.reports)
    assert list(found) == list(coding_fields())
    a, d = "a" * 16, "d" * 16
    assert (found["low"], found["best"], found["high"].value) == ((9, (d,)), (9, (d,)), None)
    assert (found["deaths_unknown"].value, found["deaths_civilians"].value) == (9, None)
    assert (found["date_start"].value, found["date_end"].value, found["date_prec"].value) == (
        "2024-03-04", "2024-03-05", 2,
    )  # fmt: skip
    assert found["where_coordinates"].value == "Port Lirena"
    assert found["number_of_sources"].value == 3
    assert found["source_office"].value == "The Lantern; The Harbour Post; Vest-Nytt"
    assert found["type_of_violence"] == (None, ())
    assert a not in found["best"].claims


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"best": "many"}, "best: 'many' is no number"),
        ({"best": "-1"}, "is no number"),
        ({"where_prec": "9"}, "where_prec: 9 is none of 1, 2, 3, 4, 5, 6, 7"),
        ({"date_start": "Tuesday"}, "date_start: 'Tuesday' is no day"),
        ({"low": "5", "best": "4"}, "each must be at least the one before"),
        ({"low": "5", "high": "4"}, "each must be at least the one before"),
        ({"date_start": "2024-03-06", "date_end": "2024-03-05"}, "is after date_end"),
        ({"side_a": "x" * 5000}, "5000 characters are too many"),
    ],
)
def test_what_does_not_fit_a_field_is_refused(given, message):
    with pytest.raises(LedgerError, match=message):
        written(given)


def test_empty_fields_are_empty_and_unknown_ones_left_out():
    values = written({"best": " 12 ", "side_a": "", "mood": "grim"})
    assert values["best"] == 12
    assert values["side_a"] is None
    assert "mood" not in values


def test_coded_rows_as_csv_hold_no_formula():
    forms = [Coding(event="e1", scheme=SCHEME, values={"side_a": "=HYPERLINK(1)", "best": 3}, by="ada", why="x", row=7)]
    (line,) = csv.DictReader(io.StringIO(table(forms)))
    assert (line["id"], line["side_a"], line["best"], line["coder"], line["row"]) == (
        "e1", "'=HYPERLINK(1)", "3", "ada", "7",
    )  # fmt: skip
