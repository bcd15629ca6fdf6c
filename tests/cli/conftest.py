"""What the tests of the commands share."""

import pytest
from click.testing import CliRunner

from sayso.cli import main, session
from sayso.run.packs import load_packs


@pytest.fixture(scope="session")
def packs():
    return load_packs()


@pytest.fixture
def sayso(packs, monkeypatch):
    """Run the command in this process, with packs that are loaded once for all tests."""
    monkeypatch.setattr(session, "packs_on_demand", lambda: packs)

    def run(*args, stdin=None):
        return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)

    return run


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("The army said at least 12 people were killed in Aleppo on 7 February 2018.\n", "utf-8")
    return path
