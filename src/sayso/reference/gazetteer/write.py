"""Writing a gazetteer: places and names into one SQLite file, the same bytes for the same input."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from sayso.core.place import KINDS, Kind
from sayso.reference.gazetteer.key import key

FORMAT = 2  # of the file: raised when its tables change
MAGIC = 0x5359474E  # `application_id` of the SQLite header, so that a gazetteer knows its own

SCHEMA = """
CREATE TABLE place (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    kind INTEGER NOT NULL, country TEXT NOT NULL, admin1 TEXT, admin2 TEXT, population INTEGER NOT NULL,
    capital INTEGER NOT NULL
);
CREATE TABLE name (key TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE written (digest TEXT NOT NULL);
"""


class Row(NamedTuple):
    """A place to be written, with every name it is known by; the first is what it is called."""

    id: str
    lat: float
    lon: float
    kind: Kind
    country: str
    admin1: str | None
    admin2: str | None
    population: int
    names: tuple[str, ...]
    capital: bool = False


def write(rows: Iterable[Row], path: Path) -> tuple[int, int]:
    """Write a new file at `path`; give how many places and how many names it holds. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".part")
    fresh.unlink(missing_ok=True)
    try:
        counted = _fill(rows, fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return counted


def _fill(rows: Iterable[Row], path: Path) -> tuple[int, int]:
    base = sqlite3.connect(path, isolation_level=None)
    try:
        base.execute("PRAGMA page_size = 8192")
        base.execute("PRAGMA journal_mode = OFF")
        base.execute("PRAGMA synchronous = OFF")
        base.execute(f"PRAGMA application_id = {MAGIC}")
        base.execute(f"PRAGMA user_version = {FORMAT}")
        base.executescript(SCHEMA)
        base.execute("BEGIN")
        base.execute("CREATE TEMP TABLE told (key TEXT, n INTEGER)")
        n, total = 0, hashlib.sha256()
        for n, row in enumerate(rows, 1):
            total.update(repr(row).encode())
            base.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", _values(n, row))
            told = {key(name) for name in row.names} - {""}
            base.executemany("INSERT INTO told VALUES (?,?)", ((one, n) for one in sorted(told)))
        held = base.execute("INSERT INTO name SELECT key, n FROM told ORDER BY key, n").rowcount
        base.execute("INSERT INTO written VALUES (?)", (total.hexdigest(),))
        base.execute("COMMIT")
    finally:
        base.close()
    return n, held


def _values(n: int, row: Row) -> tuple[object, ...]:
    kind = KINDS.index(row.kind)
    lat, lon = round(row.lat, 5), round(row.lon, 5)
    lies = row.country, row.admin1, row.admin2
    return n, row.id, row.names[0], lat, lon, kind, *lies, row.population, row.capital
