"""Appending behind whatever is last: what is to be recorded is worked out again where another writer came first."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sayso.core.row import Entry, Head
from sayso.core.trouble import HeadMovedError, LedgerError
from sayso.ledger.entry import Stamp
from sayso.ledger.store import Store

TRIES = 50  # how often another writer may come first

When = Callable[[str], str]  # from the moment of the last row to that of the next


def record(store: Store, make: Callable[[Stamp], Iterable[Entry]], by: str, when: When) -> tuple[list[Entry], Head]:
    """Append what `make` makes of the store as it is, and give that and the new head.

    Raises LedgerError where `make` does or it cannot be written; then nothing was.
    """
    for _ in range(TRIES):
        head = store.head()
        entries = list(make(Stamp(by, when(head.at))))
        try:
            return entries, store.append(entries, after=head)
        except HeadMovedError:
            continue
    raise LedgerError(f"other writers came first {TRIES} times; try again when they are done")
