"""What a watch has still to do, in a file beside the ledger: which feeds were polled, which pages are due.

A page is *due*, then *held* (its bytes are kept as evidence, and named here), then *taken* (the ledger has it).
Whatever moment the watch is killed at, it goes on from what stands here: what is held is read from the bytes kept, not
fetched again, so a page that changes with every visit comes into the ledger once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self

from sayso.core.trouble import LedgerError

AT_ONCE = 500  # pages of which the next is chosen
_PAGES = "SELECT * FROM page WHERE stage = ? ORDER BY at, key LIMIT ?"
APPLICATION = int.from_bytes(b"SAYW", "big")
_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS feed (
    address TEXT PRIMARY KEY, etag TEXT, modified TEXT, at REAL NOT NULL, failures INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS seen (feed TEXT, entry TEXT, mark TEXT NOT NULL, PRIMARY KEY (feed, entry));
CREATE TABLE IF NOT EXISTS page (
    key TEXT PRIMARY KEY, address TEXT NOT NULL, about TEXT NOT NULL, stage TEXT NOT NULL, at REAL NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0, etag TEXT, modified TEXT, raw TEXT, final TEXT, charset TEXT
);
CREATE INDEX IF NOT EXISTS page_stage ON page (stage, at);
PRAGMA application_id = {APPLICATION};
"""


class FeedState(NamedTuple):
    """A feed, what it answered last, and when it is polled next."""

    address: str
    etag: str | None
    modified: str | None
    at: float
    failures: int


class PageState(NamedTuple):
    """A page that an entry announced: `key` is its address as compared, `about` what the entry says, as JSON."""

    key: str
    address: str
    about: str
    stage: str
    at: float
    failures: int
    etag: str | None
    modified: str | None
    raw: str | None
    final: str | None
    charset: str | None


class Announced(NamedTuple):
    """An entry of a feed: its name there, the mark that differs when it changes, and the page it leads to."""

    entry: str
    mark: str
    key: str
    address: str
    about: str


class WatchState:
    """The file. One watch at a time works on it; each step is on the disk when its method returns."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._told():
            self._connection = sqlite3.connect(path, isolation_level=None, timeout=1.0)
            self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("COMMIT")
            (application,) = self._connection.execute("PRAGMA application_id").fetchone()
            (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            if tables and application != APPLICATION:
                raise LedgerError(f"{path}: is not the state of a watch; give another file")
            self._connection.executescript(f"BEGIN IMMEDIATE;{_SCHEMA}COMMIT;")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def feeds(self, addresses: Iterable[str]) -> dict[str, FeedState]:
        """The state of each feed; one not polled yet is due at once."""
        with self._told():
            rows = self._connection.execute("SELECT address, etag, modified, at, failures FROM feed").fetchall()
        known = {row[0]: FeedState(*row) for row in rows}
        return {one: known.get(one) or FeedState(one, None, None, 0.0, 0) for one in addresses}

    def pages(self, stage: str) -> list[PageState]:
        """The pages at a stage, those due the longest first, and no more of them than are looked at together."""
        with self._told():
            rows = self._connection.execute(_PAGES, (stage, AT_ONCE)).fetchall()
        return [PageState(*row) for row in rows]

    def polled(self, feed: FeedState, announced: Iterable[Announced], now: float) -> tuple[int, int]:
        """A feed was polled: its entries that are new or changed are due, all at once. Gives how many were which."""
        new = changed = 0
        with self._told(), self._all_or_nothing() as connection:
            for one in announced:
                name = (feed.address, one.entry)
                seen = connection.execute("SELECT mark FROM seen WHERE feed = ? AND entry = ?", name).fetchone()
                if seen is not None and seen[0] == one.mark:
                    continue
                connection.execute("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", (*name, one.mark))
                known = connection.execute("SELECT 1 FROM page WHERE key = ?", (one.key,)).fetchone()
                if seen is None and known is not None:  # another feed has it too
                    continue
                new, changed = new + (seen is None), changed + (seen is not None)
                connection.execute(
                    "INSERT INTO page (key, address, about, stage, at) VALUES (?, ?, ?, 'due', ?) ON CONFLICT (key)"
                    " DO UPDATE SET address = excluded.address, about = excluded.about, stage = 'due',"
                    " at = excluded.at, failures = 0",
                    (one.key, one.address, one.about, now),
                )
            connection.execute("INSERT OR REPLACE INTO feed VALUES (?, ?, ?, ?, ?)", feed)
        return new, changed

    def start_over(self) -> None:
        """The ledger is a new one: all pages known are due again, and feeds are asked for whether changed or not."""
        with self._told(), self._all_or_nothing() as connection:
            connection.execute(
                "UPDATE page SET stage = 'due', etag = NULL, modified = NULL, at = 0, failures = 0"
                " WHERE stage IN ('taken', 'lost')"
            )
            connection.execute("UPDATE feed SET etag = NULL, modified = NULL, at = 0")

    def put_off(self, page: PageState, at: float) -> None:
        """A page could not be had, and is due again at a moment."""
        self._set(page, "stage = 'due', etag = NULL, modified = NULL, at = ?, failures = failures + 1", at)

    def hold(self, page: PageState) -> None:
        """The bytes of a page are kept; `page` says under which hash, and how they were had."""
        what = (page.etag, page.modified, page.raw, page.final, page.charset)
        self._set(page, "stage = 'held', etag = ?, modified = ?, raw = ?, final = ?, charset = ?", *what)

    def done(self, page: PageState, stage: str) -> None:
        """A page is *taken*, or *lost*: it is asked for again only when its feed says that it has changed."""
        self._set(page, "stage = ?, failures = 0", stage)

    def _set(self, page: PageState, what: str, *values: object) -> None:
        with self._told():
            self._connection.execute(f"UPDATE page SET {what} WHERE key = ?", (*values, page.key))  # noqa: S608 -- ours

    @contextmanager
    def _all_or_nothing(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as fault:
            busy = "locked" in str(fault)
            why = "another watch works on it; stop that first" if busy else f"cannot be read or written ({fault})"
            raise LedgerError(f"{self._path}: {why}") from None
        except sqlite3.DatabaseError as fault:
            raise LedgerError(f"{self._path}: is not the state of a watch, or is damaged ({fault})") from None
