"""Places looked up: with a dump of the user's own, with a broken one, and with none at all."""

import json

import pytest

from sayso.run import gazetteers

TEXT = "At least nine people were killed in the village of Tavno on Tuesday, police said.\n"
GOOD = "8\tTavno\tTavno\t\t50.1\t30.2\tP\tPPL\tUA\t\t\t\t\t\t700\t\t\tEurope/Kyiv\t2024-01-01\n"


@pytest.fixture(autouse=True)
def bare(tmp_path, monkeypatch):
    """An installation in which no gazetteer is built."""
    monkeypatch.setattr(gazetteers, "default_path", lambda: tmp_path / "none.sqlite")


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "UA.txt"
    path.write_text(f"{GOOD}9\tbroken\n{GOOD.replace('50.1', '95')}", "utf-8")
    return path


def where(result):
    return json.loads(result.stdout)["claims"][0]["event"]["where"]


def test_without_a_gazetteer_reading_goes_on_and_says_so_once(sayso, report):
    result = sayso("read", "--format", "jsonl", report, report)
    assert result.exit_code == 0
    assert result.stderr.count("build it once with: sayso gazetteer") == 1
    assert [json.loads(line)["claims"][0]["event"]["where"]["lat"] for line in result.stdout.splitlines()] == [None] * 2


def test_a_dump_gives_places_their_points_and_its_bad_lines_are_named(sayso, report, dump):
    result = sayso("read", "--format", "jsonl", "--gazetteer", dump, report)
    assert result.exit_code == 0
    assert (where(result)["id"], where(result)["lat"], where(result)["precision"]) == ("geonames:8", 50.1, 1)
    assert f"{dump}:2: 2 columns" in result.stderr
    assert f"{dump}:3: coordinates out of range: latitude 95" in result.stderr


def test_a_dump_built_once_is_read_as_it_is(sayso, report, dump, tmp_path):
    built = sayso("gazetteer", "--dump", dump, "--output", tmp_path / "own.sqlite")
    assert built.exit_code == 0
    assert "places 1, names 1" in built.stdout
    result = sayso("read", "--format", "jsonl", "--gazetteer", tmp_path / "own.sqlite", report)
    assert where(result)["id"] == "geonames:8"
    assert result.stderr == ""


def test_why_tells_what_spoke_for_the_place(sayso, report, dump):
    result = sayso("why", "--all", "--gazetteer", dump, report)
    assert "geonames:8" in result.stdout
    assert "UCDP where_prec 1" in result.stdout


def test_what_is_no_dump_is_refused(sayso, report):
    result = sayso("read", "--gazetteer", report, report)
    assert result.exit_code == 1
    assert "holds no place of a GeoNames dump" in result.stderr


def test_a_dump_needs_somewhere_to_go(sayso, dump):
    result = sayso("gazetteer", "--dump", dump)
    assert result.exit_code == 2
    assert "--dump needs --output" in result.stderr
