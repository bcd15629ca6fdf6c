"""What handlers ask for the ledger: a snapshot of now or of then, and a row appended. Safe to use from any thread."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable

from sayso.core.row import Entry, Head
from sayso.ledger.asof import as_of
from sayso.ledger.entry import Stamp
from sayso.ledger.store import Store
from sayso.run.moment import after
from sayso.run.record import record
from sayso.run.stores import OpenStore, open_store
from sayso.web.build import build, head_at
from sayso.web.settings import Settings
from sayso.web.snapshot import Snapshot

KEPT = 4  # old states at hand: each may be as large as the newest


class Desk:
    """One ledger, opened anew for each look, so that a file moved away, locked or replaced is noticed and got over."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._old: OrderedDict[int, Snapshot] = OrderedDict()
        self._newest: Snapshot | None = None
        self._building = threading.Lock()

    def now(self) -> Snapshot:
        """The newest snapshot; raises LedgerError where the ledger cannot be read."""
        with self.reading() as store, self._building:
            head = store.head()
            held = self._held(store)
            if held is None or held.row != head.seq:
                held = self._newest = build(store, head.seq, self._settings.families)
            return held

    def then(self, moment: str) -> Snapshot:
        """The snapshot as of a day, a row or a tag; raises LedgerError where there is no such moment."""
        with self.reading() as store, self._building:
            row = as_of(store, moment)
            newest = self._held(store)
            if newest is not None and newest.row == row:
                return newest
            if row in self._old:
                self._old.move_to_end(row)
            else:
                self._old[row] = build(store, row, self._settings.families)
                while len(self._old) > KEPT:
                    self._old.popitem(last=False)
            return self._old[row]

    def head(self) -> Head:
        """The last row there is."""
        with self.reading() as store:
            return store.head()

    def reading(self) -> OpenStore:
        """The ledger, to read rows from, in a `with`."""
        return open_store(self._settings.ledger, "read")

    def append(self, make: Callable[[Store, Stamp], Iterable[Entry]], by: str) -> tuple[list[Entry], Head]:
        """Append what `make` makes of the ledger as it is, and give that and the new head.

        Raises LedgerError where `make` does or the rows cannot be written; then nothing was.
        """
        with open_store(self._settings.ledger, "append") as store:
            return record(store, lambda stamp: make(store, stamp), by, after)

    def _held(self, store: Store) -> Snapshot | None:
        """The newest snapshot at hand, unless another ledger stands in the place of the one it was made from."""
        held = self._newest
        if held is not None and head_at(store, held.row).hash != held.hash:
            self._newest = held = None
            self._old.clear()
        return held
