"""One browser and one workbench for each file of tests; every page is watched for requests elsewhere and for errors."""

import shutil

import pytest
from browsing import ARGUMENTS, CHROMIUM, NARROW, opened, workbench


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("no chromium is installed (on Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(bundled_ledger, tmp_path_factory):
    """A workbench on a copy of the ledger of the bundled reports."""
    with workbench(shutil.copy(bundled_ledger, tmp_path_factory.mktemp("browser") / "stories.db")) as started:
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
