"""The options of the test run, and what several folders of tests start from."""

import pytest

from sayso.core.document import Unread
from sayso.run.adding import Adding
from sayso.run.demo import bundled
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import read_document
from sayso.run.stores import open_store

AT = "2026-03-06T09:00:00Z"


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew instead of comparing with them"
    )


@pytest.fixture(scope="session")
def bundled_ledger(tmp_path_factory):
    """All bundled reports, read once for every test; do not write to it."""
    path = tmp_path_factory.mktemp("ledger") / "bundled.db"
    packs = packs_on_demand()
    with open_store(str(path), "create") as store:
        adding = Adding(store, packs, "test", lambda _: AT)
        for one in bundled():
            assert not isinstance(one, Unread)
            adding.add(read_document(one, packs))
        adding.flush()
    return path
