"""What handlers ask for the ledger: a snapshot of now or of then, and rows appended. Safe to use from any thread.

A small ledger is worked out while a page waits, so that whoever judges sees the effect in the answer. A large one is
worked out in another process, and until that is done pages show the last state there was, and say so.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from sayso.core.row import Entry, Head
from sayso.core.trouble import LedgerError, SaysoError
from sayso.ledger.asof import as_of
from sayso.ledger.entry import Stamp
from sayso.ledger.store import Store
from sayso.run.moment import after
from sayso.run.record import record
from sayso.run.stores import OpenStore, open_store
from sayso.web.background import Background, Outcome
from sayso.web.build import build, head_at
from sayso.web.parcel import Held
from sayso.web.settings import Settings
from sayso.web.snapshot import Snapshot

KEPT = 4  # old states at hand; they share with the newest whatever is the same in both


class Waiting(SaysoError):  # noqa: N818 -- nothing is wrong
    """A state that is being worked out; the page that asks for it comes again."""


class _Kept(NamedTuple):
    """A snapshot, or why there is none, and what it is made of."""

    outcome: Outcome
    held: Held


class Desk:
    """One ledger, opened anew for each look, so that a file moved away, locked or replaced is noticed and got over.

    `ahead` works out what pages will ask of a snapshot of a large ledger, before any page is drawn from it.
    """

    def __init__(self, settings: Settings, ahead: Callable[[Snapshot], None] = Snapshot.prepare) -> None:
        self._settings = settings
        self._lock = threading.RLock()
        self._newest: _Kept | None = None
        self._old: OrderedDict[int, _Kept] = OrderedDict()
        self._background = Background(settings, self._all_held, self._ready, ahead)

    def now(self) -> Snapshot:
        """The newest snapshot there is.

        Raises Waiting where the first is being worked out, LedgerError where the ledger cannot be read.
        """
        with self.reading() as store:
            last = store.head().seq
            newest = self._at_hand(store)
            if newest is not None and newest.row == last:
                return newest
            if last <= self._settings.at_once:
                return self._built(store, last)
        self._background.want(last)
        if newest is None:
            raise Waiting(str(last))
        return newest

    def then(self, moment: str) -> Snapshot:
        """The snapshot as of a day, a row or a tag.

        Raises Waiting where it is being worked out, LedgerError where there is no such moment.
        """
        with self.reading() as store:
            row = as_of(store, moment)
            newest = self._at_hand(store)
            if newest is not None and newest.row == row:
                return newest
            with self._lock:
                kept = self._old.get(row)
                if kept is not None:
                    self._old.move_to_end(row)
            if kept is None and row <= self._settings.at_once:
                kept = self._keep(row, _Kept(build(store, row, self._settings.families), {}))
        if kept is None:
            self._background.want(row)
            raise Waiting(str(row))
        return self._found(kept)

    def head(self) -> Head:
        """The last row there is."""
        with self.reading() as store:
            return store.head()

    def reading(self) -> OpenStore:
        """The ledger, to read rows from, in a `with`."""
        return open_store(self._settings.ledger, "read")

    def append(self, make: Callable[[Store, Stamp], Iterable[Entry]], by: str) -> tuple[list[Entry], Head]:
        """Append what `make` makes of the ledger as it is, and give that and the new head.

        Raises LedgerError where `make` does or the rows cannot be written; then nothing was. In a large ledger a fold
        takes seconds: what a judgement speaks of is better looked up in the snapshot it was made on.
        """
        with open_store(self._settings.ledger, "append") as store:
            return record(store, lambda stamp: make(store, stamp), by, after)

    def close(self) -> None:
        """Stop working anything out."""
        self._background.close()

    def _built(self, store: Store, last: int) -> Snapshot:
        """The newest snapshot of a small ledger; many who ask at once wait for the same one."""
        with self._lock:
            newest = self._at_hand(store)
            if newest is None or newest.row < last:
                newest = build(store, last, self._settings.families)
                self._newest = _Kept(newest, {})
            return newest

    def _at_hand(self, store: Store) -> Snapshot | None:
        """The newest snapshot, unless another ledger stands in the place of the one it was made from."""
        kept = self._newest
        if kept is None:
            return None
        newest = self._found(kept)
        if head_at(store, newest.row).hash == newest.hash:
            return newest
        with self._lock:
            self._newest = None
            self._old.clear()
        return None

    def _found(self, kept: _Kept) -> Snapshot:
        """The snapshot; raises LedgerError where there is none, once: it is tried again afterwards."""
        if isinstance(kept.outcome, Snapshot):
            return kept.outcome
        with self._lock:
            if self._newest is kept:
                self._newest = None
            self._old = OrderedDict((row, one) for row, one in self._old.items() if one is not kept)
        raise LedgerError(str(kept.outcome))

    def _ready(self, row: int, outcome: Outcome, held: Held) -> None:
        """Take in what was worked out: as the newest where it is newer, and where it was asked for as an old state."""
        kept = _Kept(outcome, held)
        with self._lock:
            newest = self._newest
            if newest is None or not isinstance(newest.outcome, Snapshot) or newest.outcome.row < row:
                self._newest = kept
            else:
                self._keep(row, kept)

    def _keep(self, row: int, kept: _Kept) -> _Kept:
        with self._lock:
            self._old[row] = kept
            while len(self._old) > KEPT:
                self._old.popitem(last=False)
        return kept

    def _all_held(self) -> list[Held]:
        with self._lock:
            return [kept.held for kept in (self._newest, *self._old.values()) if kept is not None]
