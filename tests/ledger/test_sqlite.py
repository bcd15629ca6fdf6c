"""The file of a ledger: what it is refused for, and what a full disk, a lock or missing rights leave behind."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from sayso.check.kit import entry
from sayso.core.row import START
from sayso.core.trouble import HeadMovedError, LedgerError
from sayso.ledger.sqlite import open_ledger
from sayso.ledger.sqlite_file import APPLICATION, VERSION
from sayso.ledger.verify import verify

posix = pytest.mark.skipif(os.name != "posix", reason="users and limits as POSIX has them")


def opens(path, access, **more):
    with open_ledger(str(path), access, **more) as store:
        return store.head()


@pytest.fixture
def made(path):
    with open_ledger(str(path), "create") as store:
        store.append([entry("a"), entry("b")], after=START)
    return path


def test_a_ledger_at_rest_is_one_file(made):
    assert [one.name for one in made.parent.iterdir()] == [made.name]
    with closing(sqlite3.connect(made)) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_every_commit_waits_for_the_disk(sqlite):
    assert sqlite._connection.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL


@pytest.mark.parametrize("access", ["read", "append"])
def test_no_ledger_is_made_where_none_is_wanted(path, access):
    with pytest.raises(LedgerError, match="there is no such ledger; `sayso add` makes one"):
        opens(path, access)
    assert not path.exists()


@pytest.mark.parametrize("access", ["read", "append", "create"])
@pytest.mark.parametrize("content", [b"just a text\n" * 100, b"x", b"SQLite format 3\0" + b"\xff" * 200])
def test_another_file_is_refused_and_left_alone(path, access, content):
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"is not a ledger|is damaged"):
        opens(path, access)
    assert path.read_bytes() == content


@pytest.mark.parametrize("access", ["read", "append", "create"])
def test_another_database_is_refused_and_left_alone(path, access):
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE ledger (a)")
    held = path.read_bytes()
    with pytest.raises(LedgerError, match="is not a ledger"):
        opens(path, access)
    assert path.read_bytes() == held
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("access", ["read", "append", "create"])
def test_a_newer_ledger_is_refused(made, access):
    with closing(sqlite3.connect(made)) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(
        LedgerError, match=r"was written by a newer sayso \(version 2 of the ledger, this one knows 1\)"
    ):
        opens(made, access)


def test_an_empty_file_becomes_a_ledger_only_by_adding(path):
    path.touch()
    for access in ("read", "append"):
        with pytest.raises(LedgerError, match="is empty"):
            opens(path, access)
    assert opens(path, "create") == START
    assert opens(path, "read") == START


@pytest.mark.parametrize("access", ["read", "append", "create"])
def test_a_folder_is_refused(tmp_path, access):
    with pytest.raises(LedgerError, match="is a folder"):
        opens(tmp_path, access)


def test_no_folder_to_make_it_in(tmp_path):
    with pytest.raises(LedgerError, match="cannot be opened: No such file"):
        opens(tmp_path / "none" / "a.db", "create")


def test_a_name_may_hold_anything(tmp_path):
    path = tmp_path / "a b#c?d%20é&mode=ro.db"
    with open_ledger(str(path), "create") as store:
        store.append([entry("a")], after=START)
    assert opens(path, "read").seq == 1


def test_what_is_opened_to_read_is_not_written(made):
    with open_ledger(str(made), "read") as store, pytest.raises(LedgerError, match="cannot be written"):
        store.append([entry("c")], after=store.head())
    assert opens(made, "read").seq == 2


def test_a_lock_that_stays_is_told(made):
    with (
        closing(sqlite3.connect(made, isolation_level=None)) as other,
        open_ledger(str(made), "append", patience=0.1) as store,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="is locked by another program"):
            store.append([entry("c")], after=store.head())
        assert store.head().seq == 2  # who only reads is not kept out
        other.execute("ROLLBACK")
        assert store.append([entry("c")], after=store.head()).seq == 3


def test_a_lock_that_passes_is_waited_for(made):
    def hold():
        with closing(sqlite3.connect(made, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            held.set()
            time.sleep(0.3)

    held = threading.Event()
    thread = threading.Thread(target=hold)
    with open_ledger(str(made), "append") as store:
        thread.start()
        held.wait()
        assert store.append([entry("c")], after=store.head()).seq == 3
    thread.join()


def test_a_writer_waits_on_while_others_get_their_rows_in(made):
    """SQLite's lock goes to whoever asks at the right moment; here others win it three times over."""

    class Unlucky:
        def __init__(self, connection, rival):
            self.connection, self.rival, self.left = connection, rival, 3

        def execute(self, statement, *given):
            if statement == "BEGIN IMMEDIATE" and self.left:
                self.left -= 1
                self.rival.append([entry(f"rival {self.left}")], after=self.rival.head())
                with closing(sqlite3.connect(made, isolation_level=None)) as holder:
                    holder.execute("BEGIN IMMEDIATE")
                    return self.connection.execute(statement)
            return self.connection.execute(statement, *given)

        def __getattr__(self, name):
            return getattr(self.connection, name)

    with open_ledger(str(made), "append", patience=0.01) as store, open_ledger(str(made), "append") as rival:
        unlucky = Unlucky(store._connection, rival)
        store._connection = unlucky
        with pytest.raises(HeadMovedError):
            store.append([entry("c")], after=store.head())
        assert not unlucky.left
        assert store.append([entry("c")], after=store.head()).seq == 6


def test_the_second_of_two_writers_is_told(made):
    with open_ledger(str(made), "append") as one, open_ledger(str(made), "append") as other:
        head = one.head()
        other.append([entry("c")], after=head)
        with pytest.raises(HeadMovedError, match="rows were added meanwhile behind row 2"):
            one.append([entry("d")], after=head)
        assert [row.about for row in one.rows()] == ["a", "b", "c"]


FILL = """
import resource, sys
from sayso.check.kit import entry
from sayso.core.trouble import LedgerError
from sayso.ledger.sqlite import open_ledger
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
with open_ledger(sys.argv[1], "append") as store:
    try:
        while True:
            store.append([entry("x" * 5000) for _ in range(7)], after=store.head())
    except LedgerError as fault:
        print(store.head().seq, fault)
"""


@posix
def test_a_full_disk_leaves_whole_batches(made):
    done = subprocess.run([sys.executable, "-c", FILL, str(made)], capture_output=True, text=True, check=True)
    rows, _, message = done.stdout.partition(" ")
    assert "the disk is full" in message
    with open_ledger(str(made), "append") as store:
        assert verify(store).broken is None
        assert store.head().seq == int(rows)
        assert (int(rows) - 2) % 7 == 0
        assert int(rows) > 2
        store.append([entry("c")], after=store.head())


AS_NOBODY = """
import os, sys
from sayso.check.kit import entry
from sayso.core.trouble import LedgerError
from sayso.ledger.sqlite import open_ledger
if os.geteuid() == 0:  # who may write whatever the rights say
    os.setuid(65534)
with open_ledger(sys.argv[1], "read") as store:
    print(store.head().seq, len(list(store.rows())))
for access in ("append", "create"):
    try:
        with open_ledger(sys.argv[1], access) as store:
            store.append([entry("c")], after=store.head())
    except LedgerError as fault:
        print(fault)
"""


@posix
def test_a_read_only_ledger_is_read_and_not_written(made):
    """As a user who may write neither the file nor its folder."""
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "a.db"
        shutil.copyfile(made, path)
        path.chmod(0o444)
        folder.chmod(0o555)
        done = subprocess.run([sys.executable, "-c", AS_NOBODY, str(path)], capture_output=True, text=True, check=False)
        assert done.stderr == ""
        read, *refused = done.stdout.splitlines()
        assert read == "2 2"
        assert [("cannot be written" in line, "read-only" in line) for line in refused] == [(True, True)] * 2
        assert [one.name for one in folder.iterdir()] == ["a.db"]
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_ledger_made_by_two_at_once_is_one(path):
    start = threading.Barrier(8)
    faults = []

    def make():
        start.wait()
        try:
            with open_ledger(str(path), "create") as store:
                while True:
                    try:
                        store.append([entry("a")], after=store.head())
                    except HeadMovedError:
                        continue
                    return
        except LedgerError as fault:
            faults.append(fault)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert opens(path, "read").seq == 8
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_disk_without_hard_links_will_do(path, monkeypatch):
    def refuse(self, target):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert opens(path, "create") == START
    assert [one.name for one in path.parent.iterdir()] == [path.name]
