"""Dates at the command line: what is counted from a date of publication, what is said where that cannot be."""

import json

import pytest


@pytest.fixture
def report(tmp_path):
    """A file with one document, published then."""

    def write(text, published):
        path = tmp_path / "in.jsonl"
        path.write_text(json.dumps({"id": "a", "text": text, "language": "en", "published": published}) + "\n", "utf-8")
        return path

    return write


def read(sayso, path):
    result = sayso("read", path, "--format", "jsonl", "--mentions")
    assert result.exit_code == 0
    return json.loads(result.stdout)


def test_a_date_of_publication_in_the_future_is_told_and_not_counted_from(sayso, report):
    record = read(sayso, report("A convoy was attacked yesterday.", "2999-03-07"))
    assert record["published"] == "2999-03-07"
    assert "'2999-03-07' lies in the future" in record["warnings"][0]
    assert "“yesterday”" in record["warnings"][1]
    assert record["claims"][0]["event"]["when"] is None
    assert [one["edtf"] for one in record["mentions"] if one["kind"] == "time"] == [None]


def test_without_a_date_of_publication_relative_dates_stay_open_and_are_told(sayso, report):
    record = read(sayso, report("A convoy was attacked on Tuesday.", None))
    assert record["claims"][0]["event"]["when"] is None
    assert record["warnings"] == [
        "the date of publication is not known, so what is told relative to it stays open: “Tuesday”"
    ]


def test_a_day_that_does_not_exist_is_told(sayso, report):
    record = read(sayso, report("A convoy was attacked on 31 February 2024.", "2024-03-07"))
    assert record["claims"][0]["event"]["when"] is None
    assert record["warnings"] == ["“31 February 2024” at 25 is a day that no calendar has; it dates nothing"]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("on Tuesday", "2024-03-05 (relative; UCDP date_prec 1, ACLED time_precision 1)"),
        ("in 2014", "2014 (explicit; UCDP date_prec 5, ACLED time_precision none)"),
    ],
)
def test_why_tells_how_exact_a_date_is(sayso, report, told, shown):
    result = sayso("why", "--all", report(f"A convoy was attacked {told}.", "2024-03-07"))
    assert result.exit_code == 0
    assert shown in result.stdout
