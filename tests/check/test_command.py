"""`sayso check` and `sayso languages`, on packs that are found in place of those installed."""

import json

import pytest
from click.testing import CliRunner

from sayso.cli import main

GOOD = "# A\nTen men were killed.\n=> killed 10\n\n# B (not yet)\nTen men fled.\n=> displaced 10\n"


@pytest.fixture
def sayso(folder, monkeypatch):
    monkeypatch.setattr("sayso.run.packs.folders", lambda: {"zz": folder})
    (folder / "examples" / "one.md").write_text(GOOD, "utf-8")
    return lambda *args: CliRunner().invoke(main, args)


@pytest.mark.parametrize("args", [[], ["zz"]])
def test_all_as_it_should_be(sayso, args):
    result = sayso("check", *args)
    idle = "  touched by no worked example: 4 of 8 lines of word lists, 1 of 1 rules\n"
    assert (result.output, result.exit_code) == (idle + "zz: 1 rules ok, 1 worked examples ok, 1 not yet\n", 0)


def test_a_failure(sayso, folder):
    (folder / "examples" / "two.md").write_text("# C\nTen men fled.\n", "utf-8")
    result = sayso("check")
    first, *_, last = result.output.splitlines()
    assert "two.md:1: malformed example" in first
    assert last == "zz: 1 rules ok, 1 worked examples ok, 1 not yet, 1 failed"
    assert result.exit_code == 1


def test_a_broken_pack(sayso, folder):
    (folder / "words" / "number.tsv").write_text("10\tten\ntwelve\n", "utf-8")
    result = sayso("check")
    assert "number.tsv:2: " in result.output
    assert result.exit_code == 1


def test_no_such_language(sayso):
    result = sayso("check", "qq")
    assert "no language pack named 'qq'; there are: zz" in result.output
    assert result.exit_code == 2


def test_idle(sayso):
    result = sayso("check", "--idle")
    assert "lines of words/unused are touched by no worked example" in result.output
    assert result.exit_code == 0


def test_languages(sayso):
    result = sayso("languages")
    assert result.output.splitlines() == [
        "zz  Test (test), right to left, Apache-2.0",
        "    reads quantities, harm, events",
        "    12 word entries, 1 rules, 2 worked examples",
    ]


def test_languages_as_json_lines(sayso):
    (line,) = sayso("languages", "--format", "jsonl").output.splitlines()
    held = json.loads(line)
    assert list(held)[:5] == ["code", "name", "own_name", "direction", "reads"]
    assert held["reads"] == ["quantities", "harm", "events"]
    assert (held["entries"], held["rules"], held["examples"]) == (12, 1, 2)
