"""A ledger in one SQLite file: write-ahead log, every commit on the disk before it counts, rows never changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sayso.core.row import START, Entry, Head, Row, RowKind, head_of
from sayso.core.trouble import HeadMovedError, LedgerError
from sayso.ledger.sqlite_file import PATIENCE, Access, connect, told
from sayso.ledger.store import link

_ROWS = 'SELECT seq, kind, about, body, "by", at, prev, hash FROM ledger WHERE seq > ? AND seq <= ?'
_INSERT = 'INSERT INTO ledger (seq, kind, about, body, "by", at, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
_HIGHEST = "SELECT coalesce(max(seq), 0) FROM ledger"
_LAST = "SELECT seq, hash, at FROM ledger ORDER BY seq DESC LIMIT 1"
_EVER = "SELECT seq AS ever FROM sqlite_sequence WHERE name = 'ledger'"
_HEAD = f"SELECT seq, hash, at, ever FROM (SELECT 1) LEFT JOIN ({_LAST}) LEFT JOIN ({_EVER})"  # noqa: S608 -- one moment


def open_ledger(address: str, access: Access, *, patience: float = PATIENCE) -> SqliteStore:
    """The ledger in the file `address`; `create` makes it where there is none. It waits `patience` seconds for a lock.

    Raises LedgerError, saying what to do, where there is none, it is no ledger, or a newer sayso wrote it.
    """
    path = Path(address)
    return SqliteStore(connect(path, access, patience), path)


class SqliteStore:
    """The rows of one file. Use it in a `with`, which closes it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; the last to do so folds the write-ahead log into it."""
        self._connection.close()

    def append(self, entries: Sequence[Entry], *, after: Head) -> Head:
        """Add all entries or none; see Store. Once it returns they outlast a loss of power."""
        if not entries:
            return after
        rows = link(entries, after)
        with told(self._path), self._transaction():
            if self.head() != after:
                raise HeadMovedError(f"{self._path}: rows were added meanwhile behind row {after.seq}")
            self._connection.executemany(
                _INSERT, ((r.seq, r.kind, r.about, r.body, r.by, r.at, r.prev, r.hash) for r in rows)
            )
        return head_of(rows[-1])

    def rows(
        self, *, after: int = 0, upto: int | None = None, kind: RowKind | None = None, about: str | None = None
    ) -> Iterator[Row]:
        """The rows asked for, in order; see Store."""
        with told(self._path):
            asked = _ROWS
            given: list[object] = [after, self._highest() if upto is None else upto]
            if kind is not None:
                asked += " AND kind = ?"
                given.append(kind)
            if about is not None:
                asked += " AND about = ?"
                given.append(about)
            for seq, kind_, about_, body, by, at, prev, hash_ in self._connection.execute(
                f"{asked} ORDER BY seq", given
            ):
                yield Row(seq=seq, kind=kind_, about=about_, body=body, by=by, at=at, prev=prev, hash=hash_)

    def head(self) -> Head:
        """The last row; see Store."""
        with told(self._path):
            seq, last, at, ever = self._connection.execute(_HEAD).fetchone()
        if (ever or 0) > (seq or 0):
            raise LedgerError(f"{self._path}: row {ever} was the last and is gone; go back to a copy")
        return START if seq is None else Head(seq, last, at)

    def inspect(self) -> str | None:
        """What SQLite finds wrong with the file, such as an index that does not fit its table; None if nothing."""
        with told(self._path):
            (found,) = self._connection.execute("PRAGMA integrity_check(1)").fetchone()
        return None if found == "ok" else str(found)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing. The lock is taken at once: a transaction that first reads would not wait for it later."""
        self._begin()
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _begin(self) -> None:
        """Take the lock. SQLite's is not fair: whoever waits goes on waiting while rows of others still come in."""
        seen = self._highest()
        while True:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as fault:
                now = self._highest()
                if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY or now == seen:
                    raise
                seen = now
            else:
                return

    def _highest(self) -> int:
        (number,) = self._connection.execute(_HIGHEST).fetchone()
        return int(number)
