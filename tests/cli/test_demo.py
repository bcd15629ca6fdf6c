from importlib.resources import files

import pytest

from sayso.cli.demo import LISTED, PAGE, TABLE, TOLD, TREE
from sayso.core.document import Document
from sayso.run.demo import bundled


def test_every_bundled_report_is_a_document():
    found = list(bundled())
    assert all(isinstance(one, Document) and one.title and one.language for one in found)
    there = [
        path.name for folder in (files("sayso") / "reports").iterdir() if folder.is_dir() for path in folder.iterdir()
    ]
    assert [f"{one.id}.md" for one in found] == sorted(there)


def test_those_shown_are_in_different_languages():
    assert len({one.language for one in bundled() if one.id in (TABLE, TREE)}) == 2


def test_demo(sayso, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = sayso("demo")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert str(tmp_path / PAGE) in result.stdout
    assert all(
        one in result.stdout for one in (TABLE, TREE, "├─", "sayso read", "sayso why", "sayso account", "sayso serve")
    )
    assert f"{LISTED} of " in result.stdout
    account = result.stdout.split("The account of one:")[1]
    assert all(one in account for one in (f"{TOLD}-", "What is said, and by whom", "How the figures moved"))
    assert [path.name for path in tmp_path.iterdir()] == [PAGE]
    page = (tmp_path / PAGE).read_text("utf-8")
    assert all(one.id in page for one in bundled())


def test_demo_elsewhere(sayso, tmp_path):
    page = tmp_path / "other.html"
    assert sayso("demo", "--output", page).exit_code == 0
    assert page.is_file()
    assert sayso("demo", "--output", tmp_path / "none" / "other.html").exit_code == 2


@pytest.mark.parametrize("name", ["read", "why", "schema", "demo", "events", "account"])
def test_commands_are_there(sayso, name):
    assert f"  {name} " in sayso("--help").stdout
