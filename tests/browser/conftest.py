"""One browser, and a workbench for each file of tests; pages are watched for requests elsewhere and for errors."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from browsing import CHROMIUM, NARROW, launched, opened, workbench

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("no chromium is installed (on Debian: apt-get install chromium)")
    with launched() as started:
        yield started


@pytest.fixture(scope="session")
def stories(tmp_path_factory):
    """A ledger of the bundled reports, with their places; do not write to it."""
    path = tmp_path_factory.mktemp("stories") / "stories.db"
    command = [sys.executable, "-m", "sayso", "add", "--ledger", str(path), "src/sayso/reports"]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return path


@pytest.fixture(scope="module")
def address(stories, tmp_path_factory):
    """A workbench on a copy of that ledger."""
    with workbench(shutil.copy(stories, tmp_path_factory.mktemp("browser"))) as started:
        yield started


@pytest.fixture
def page(browser, address):
    """A page of the workbench, 1280 pixels wide."""
    with opened(browser, address) as one:
        yield one


@pytest.fixture
def phone(browser, address):
    """A page of the workbench, 390 pixels wide."""
    with opened(browser, address, viewport=NARROW, has_touch=True) as one:
        yield one


@pytest.fixture
def plain(browser, address):
    """A page of the workbench in a browser that runs no script."""
    with opened(browser, address, java_script_enabled=False) as one:
        yield one
