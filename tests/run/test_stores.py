"""Ledgers of other distributions: opened by the scheme of their address, without a line of Python changed here."""

import sys

import pytest

from sayso.core.trouble import LedgerError
from sayso.ledger.memory import MemoryStore
from sayso.run.stores import open_store

SOURCE = """
from contextlib import nullcontext
from sayso.ledger.memory import MemoryStore

def opened(address, access):
    store = MemoryStore()
    store.asked = (address, access)
    return nullcontext(store)
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Lay a distribution with a store on the path, as pip would."""

    def lay(name):
        (tmp_path / "sayso_elsewhere.py").write_text(SOURCE, "utf-8")
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text("[sayso.stores]\nelsewhere = sayso_elsewhere:opened\n", "utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, "sayso_elsewhere", raising=False)

    return lay


def test_a_store_is_found_by_its_scheme(install):
    install("one")
    with open_store("elsewhere://host/x", "append") as store:
        assert isinstance(store, MemoryStore)
        assert store.asked == ("elsewhere://host/x", "append")


def test_two_for_one_scheme_are_refused(install):
    install("one")
    install("two")
    with pytest.raises(LedgerError, match="several distributions open elsewhere:// ledgers: one, two"):
        open_store("elsewhere://host/x", "read")


def test_none_for_a_scheme_is_told():
    with pytest.raises(LedgerError, match="nothing installed opens nowhere:// ledgers"):
        open_store("nowhere://host/x", "read")


def test_anything_else_is_a_file(tmp_path):
    with open_store(str(tmp_path / "a.db"), "create") as store:
        assert store.head().seq == 0
