"""A ledger in memory, for tests and for a look at reports that nobody means to keep."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from itertools import islice

from sayso.core.row import START, Entry, Head, Row, RowKind, head_of
from sayso.core.trouble import HeadMovedError
from sayso.ledger.store import link


class MemoryStore:
    """Rows in a list; safe to use from several threads."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._writing = threading.Lock()

    def append(self, entries: Sequence[Entry], *, after: Head) -> Head:
        """Add all entries or none; see Store."""
        if not entries:
            return after
        rows = link(entries, after)
        with self._writing:
            if self.head() != after:
                raise HeadMovedError(f"row {self.head().seq} was added meanwhile, behind row {after.seq}")
            self._rows += rows
        return head_of(rows[-1])

    def rows(
        self, *, after: int = 0, upto: int | None = None, kind: RowKind | None = None, about: str | None = None
    ) -> Iterator[Row]:
        """The rows asked for, in order; see Store."""
        last = len(self._rows) if upto is None else min(upto, len(self._rows))
        for row in islice(self._rows, max(after, 0), max(last, 0)):
            if (kind is None or row.kind == kind) and (about is None or row.about == about):
                yield row

    def head(self) -> Head:
        """The last row; START where there is none."""
        return head_of(self._rows[-1]) if self._rows else START
