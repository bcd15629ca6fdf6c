"""What a store of rows must do: three methods, and what holds for every store behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from sayso.core.row import Entry, Head, Row, RowKind, chained, head_of
from sayso.core.trouble import LedgerError

MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


class Store(Protocol):
    """Rows in a chain that only ever grows. `sayso.check.kit` has what any store must pass."""

    def append(self, entries: Sequence[Entry], *, after: Head) -> Head:
        """Add all entries or none behind `after`, and give the new head once they are there to stay.

        Raises HeadMovedError where `after` is no longer the last row, LedgerError where they cannot be written, or a
        moment is malformed or before that of the row before it. Without entries nothing is done and nothing checked.
        """
        ...

    def rows(
        self, *, after: int = 0, upto: int | None = None, kind: RowKind | None = None, about: str | None = None
    ) -> Iterator[Row]:
        """The rows behind row `after`, up to and with row `upto`, in order; of one kind and about one thing if given.

        They are those there were when the first was asked for: rows added meanwhile do not come.
        Raises LedgerError where a row cannot be read.
        """
        ...

    def head(self) -> Head:
        """The last row; START in a ledger without rows. Raises LedgerError where the last row is gone."""
        ...


def link(entries: Sequence[Entry], after: Head) -> list[Row]:
    """The entries as rows behind `after`; raises LedgerError for a malformed moment, and one before the row before."""
    rows: list[Row] = []
    for entry in entries:
        if not MOMENT.fullmatch(entry.at):
            raise LedgerError(f"{entry.at!r} is not a moment in UTC as a row has it, such as 2026-03-07T09:30:00Z")
        if entry.at < after.at:
            raise LedgerError(f"a row of {entry.at} cannot stand behind row {after.seq}, recorded at {after.at}")
        rows.append(chained(entry, after))
        after = head_of(rows[-1])
    return rows
