"""The stores against the kit that any store must pass."""

import pytest

from sayso.check.kit import STORE_CHECKS, check_store, entry
from sayso.core.row import START, head_of
from sayso.core.trouble import HeadMovedError
from sayso.ledger.memory import MemoryStore
from sayso.ledger.sqlite import open_ledger


@pytest.fixture(params=["memory", "sqlite"])
def fresh(request, tmp_path):
    """What makes an empty ledger and gives what opens it."""

    def in_memory():
        store = MemoryStore()
        return lambda: store

    def in_a_file():
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.db"
        return lambda: open_ledger(str(path), "create")

    return in_memory if request.param == "memory" else in_a_file


@pytest.mark.parametrize("check", STORE_CHECKS, ids=lambda check: check.__name__)
def test_store(fresh, check):
    check(fresh())


def test_the_kit_as_a_whole(fresh):
    check_store(fresh)


class Forgetful(MemoryStore):
    """Looks at the number of the last row, and not at its hash."""

    def append(self, entries, *, after):
        if after.seq == self.head().seq:
            after = self.head()
        return super().append(entries, after=after)


class Leaky(MemoryStore):
    """Writes what it can of a batch."""

    def append(self, entries, *, after):
        for one in entries:
            after = super().append([one], after=after)
        return after


class Endless(MemoryStore):
    """Rows under way grow with the ledger."""

    def rows(self, *, after=0, upto=None, kind=None, about=None):
        for row in self._rows:
            fits = kind in (None, row.kind) and about in (None, row.about)
            if fits and row.seq > after and (upto is None or row.seq <= upto):
                yield row


class Last(MemoryStore):
    """The later of two writers goes before."""

    def append(self, entries, *, after):
        try:
            return super().append(entries, after=after)
        except HeadMovedError:
            return super().append(entries, after=self.head())


@pytest.mark.parametrize("wrong", [Forgetful, Leaky, Endless, Last])
def test_the_kit_sees_a_bad_store(wrong):
    def fresh():
        store = wrong()
        return lambda: store

    with pytest.raises(AssertionError):
        check_store(fresh)


def test_a_ledger_outlasts_its_handle(tmp_path):
    path = str(tmp_path / "a.db")
    with open_ledger(path, "create") as store:
        head = store.append([entry("a")], after=START)
    with open_ledger(path, "read") as store:
        assert store.head() == head
        assert [head_of(row) for row in store.rows()] == [head]
