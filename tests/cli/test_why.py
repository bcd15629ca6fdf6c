import json

import pytest

TWO = "The army said 12 people were killed in Aleppo. The police said 3 people were injured in Homs.\n"


@pytest.fixture
def two(tmp_path):
    path = tmp_path / "two.txt"
    path.write_text(TWO, "utf-8")
    return path


@pytest.fixture
def ids(sayso, two):
    return [claim["id"] for claim in json.loads(sayso("read", two, "--format", "jsonl").stdout)["claims"]]


def test_a_claim_is_explained(sayso, two, ids):
    result = sayso("why", ids[0], two)
    assert result.exit_code == 0
    assert f"claim {ids[0]}" in result.stdout
    assert ids[1] not in result.stdout
    assert "0–8         “The army”" in result.stdout
    assert "9–13        “said”" in result.stdout
    assert "because" in result.stdout
    assert "words/say:" in result.stdout


def test_the_beginning_of_an_id_is_enough(sayso, two, ids):
    assert sayso("why", ids[0][:6].upper(), two).stdout == sayso("why", ids[0], two).stdout


def test_an_unknown_id_lists_those_there_are(sayso, two, ids):
    result = sayso("why", "zzz", two)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "no claim 'zzz'" in result.stderr
    assert all(one in result.stderr for one in ids)
    assert "12 people were killed in Aleppo" in result.stderr


def test_an_id_that_fits_several_is_refused(sayso, two, ids):
    result = sayso("why", "", two)
    assert result.exit_code == 1
    assert f"fits {len(ids)} claims" in result.stderr


def test_all(sayso, two, ids):
    result = sayso("why", "--all", two)
    assert result.exit_code == 0
    assert all(f"claim {one}" in result.stdout for one in ids)


@pytest.mark.parametrize("args", [["abc"], ["--all"], []])
def test_wrong_usage(sayso, args):
    assert sayso("why", *args).exit_code == 2


def test_what_cannot_be_read_is_told(sayso, two, ids, tmp_path):
    missing = tmp_path / "missing.txt"
    result = sayso("why", ids[0], missing, two)
    assert result.exit_code == 3
    assert "no such file" in result.stderr
    assert ids[0] in result.stdout
