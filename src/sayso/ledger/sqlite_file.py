"""The file of a SQLite ledger: made whole, known by its header, opened with durability on, its faults in plain words.

The header says what the file is (application_id) and how its rows are laid out (user_version), so that another
program's file, or that of a newer sayso, is refused before anything in it is touched.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal

from sayso.core.trouble import LedgerError

Access = Literal["read", "append", "create"]

APPLICATION = int.from_bytes(b"SAYS", "big")
VERSION = 1
HEADER = 100  # bytes; SQLite takes a shorter file for an empty database, and would write over it
WAL = slice(18, 20)  # of the header: the format's version for writing and for reading, 2 with a write-ahead log
PATIENCE = 10.0  # seconds to wait for another writer

# AUTOINCREMENT makes SQLite remember the highest seq ever given, so that a last row taken away is missed.
_SCHEMA = (
    """CREATE TABLE ledger (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, about TEXT NOT NULL, body TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL,
    prev TEXT NOT NULL, hash TEXT NOT NULL
)""",
    "CREATE INDEX ledger_about ON ledger (kind, about)",
    """CREATE TRIGGER ledger_never_changes BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'a row of a ledger is never changed'); END""",
    """CREATE TRIGGER ledger_never_shrinks BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'a row of a ledger is never taken away'); END""",
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
)
_BUSY = "is locked by another program; try again when that is done"
_FAULTS = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_READONLY": "cannot be written: the file or its folder is read-only",
    "SQLITE_FULL": "cannot be written: the disk is full; make room and run the same again",
    "SQLITE_IOERR": "cannot be read or written: the disk is full or failing",
    "SQLITE_CANTOPEN": "cannot be opened; check the path, and the rights of the file and its folder",
    "SQLITE_NOTADB": "is not a ledger",
    "SQLITE_CORRUPT": "is damaged, so that SQLite cannot make out its pages; go back to a copy",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system says of the file into a LedgerError that says what to do."""
    try:
        yield
    except sqlite3.Error as fault:
        name = getattr(fault, "sqlite_errorname", "")
        plain = _FAULTS.get("_".join(name.split("_")[:2]), "cannot be read or written")
        raise LedgerError(f"{path}: {plain} ({fault})") from None
    except UnicodeDecodeError:  # SQLite quotes what it found in the file, and that is no text
        raise LedgerError(f"{path}: {_FAULTS['SQLITE_CORRUPT']}") from None
    except OSError as fault:
        raise LedgerError(f"{path}: cannot be opened: {fault.strerror or fault}") from None


def connect(path: Path, access: Access, patience: float) -> sqlite3.Connection:
    """A connection to the ledger in a file, checked and with durability on; raises LedgerError."""
    with told(path):
        if path.is_dir():
            raise LedgerError(f"{path}: is a folder, not a ledger")
        if access == "create":
            _make(path)
        elif not path.exists():
            raise LedgerError(f"{path}: there is no such ledger; `sayso add` makes one")
        if 0 < path.stat().st_size < HEADER:
            raise LedgerError(f"{path}: is not a ledger")
        connection = _opened(path, access, patience)
        try:
            if access == "create" and _is_empty(connection):
                _fill(connection)
            _refuse(connection, path)
            connection.execute("PRAGMA trusted_schema = OFF")
            if access != "read":
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")  # in WAL mode: every commit waits for the disk
        except BaseException:
            connection.close()
            raise
    return connection


def _make(path: Path) -> None:
    """Make an empty ledger, under its name only once it is whole; leave alone what is there."""
    if path.exists():
        return
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        _fill(memory)
        image = bytearray(memory.serialize())
    image[WAL] = b"\x02\x02"  # as a write-ahead log wants it: no two writers need to turn it into one at once
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        with beside.open("xb") as stream:
            stream.write(image)
            stream.flush()
            os.fsync(stream.fileno())
        try:
            path.hardlink_to(beside)
        except FileExistsError:  # another writer made it meanwhile
            return
        except OSError:  # a disk without hard links
            beside.rename(path)
    finally:
        beside.unlink(missing_ok=True)


def _opened(path: Path, access: Access, patience: float) -> sqlite3.Connection:
    """A connection. A file in a place where nothing can be written is read as one that nobody else writes to either."""
    # Reading, too, opens it for writing where the rights allow: only then are the side files cleared away at the end.
    uri = f"{path.absolute().as_uri()}?mode=rw"
    connection = _connection(uri, patience)
    if access == "read":
        try:
            _is_empty(connection)
        except sqlite3.OperationalError:
            connection.close()
            beside = (path.with_name(path.name + end) for end in ("-wal", "-shm"))
            connection = _connection(uri if any(one.exists() for one in beside) else f"{uri}&immutable=1", patience)
        connection.execute("PRAGMA query_only = ON")
    return connection


def _connection(uri: str, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=patience)
    # What is no UTF-8 any more comes as it is, so that whoever reads the rows can say in which of them it stands.
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    return connection


def _is_empty(connection: sqlite3.Connection) -> bool:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    return not tables and not application


def _fill(connection: sqlite3.Connection) -> None:
    """Make an empty file a ledger, wholly or not at all, and only once."""
    connection.execute("BEGIN IMMEDIATE")
    if _is_empty(connection):
        for statement in _SCHEMA:
            connection.execute(statement)
    connection.execute("COMMIT")


def _refuse(connection: sqlite3.Connection, path: Path) -> None:
    """Raise LedgerError where the file is none of ours, or of a version not known here."""
    if _is_empty(connection):
        raise LedgerError(f"{path}: is empty, so it is not a ledger; `sayso add` makes it one")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION or version < 1:
        raise LedgerError(f"{path}: is not a ledger")
    if version > VERSION:
        raise LedgerError(
            f"{path}: was written by a newer sayso (version {version} of the ledger, this one knows {VERSION}); upgrade"
        )
