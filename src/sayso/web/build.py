"""From the rows of a ledger to a snapshot."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.core.row import START, Head
from sayso.ledger.fold import fold
from sayso.ledger.store import Store
from sayso.run.release import released
from sayso.web.snapshot import Snapshot


def build(store: Store, upto: int, families: Mapping[str, str] | None) -> Snapshot:
    """The snapshot as of a row; raises LedgerError where the rows make no sense or cannot be read."""
    made = released(fold(store.rows(upto=upto)), families)
    return Snapshot(made.release, made.groups, head_at(store, upto).hash)


def head_at(store: Store, row: int) -> Head:
    """A row as the head it was when it was the last; START for a row that is not there."""
    found = next(iter(list(store.rows(after=row - 1, upto=row))), None) if row > 0 else None
    return START if found is None else Head(found.seq, found.hash, found.at)
