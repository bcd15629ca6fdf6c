"""A run of `sayso add` that is killed, 100 times, at whatever point: the ledger is whole, and goes on where it was."""

import json
import os
import random
import signal
import time

import pytest

from sayso.cli import main, session
from sayso.core.row import START
from sayso.core.trouble import LedgerError
from sayso.ledger.sqlite import open_ledger
from sayso.ledger.verify import verify
from sayso.run import adding

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that start at once")

KILLS = 100
DOCUMENTS = 60
AT = "2026-03-06"
SEED = 20180207


@pytest.fixture
def reports(tmp_path, document):
    path = tmp_path / "reports.jsonl"
    rows = (document(k) for k in range(DOCUMENTS))
    path.write_text("".join(json.dumps({"id": one.id, "text": one.text}) + "\n" for one in rows), "utf-8")
    return path


@pytest.fixture
def add(reports, packs, monkeypatch):
    """Start `sayso add` as a process of its own, with packs loaded already and a commit for every few claims."""
    monkeypatch.setattr(session, "packs_on_demand", lambda: packs)
    monkeypatch.setattr(adding, "BATCH", 5)

    def start(path):
        arguments = ["add", "--ledger", str(path), "--by", "ada", "--at", AT, "--language", "en", str(reports)]
        child = os.fork()
        if child:
            return child
        try:  # from here on it is the other process, which must never come back into the tests
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            main(arguments, standalone_mode=False)
        except SystemExit as end:
            os._exit(end.code or 0)
        finally:
            os._exit(99)

    return start


def rows_of(path):
    """The rows of a ledger that must be whole; none where it is not there yet."""
    if not path.exists():
        return []
    with open_ledger(str(path), "read") as store:
        assert verify(store).broken is None
        return list(store.rows())


def run(start, path):
    assert os.waitpid(start(path), 0)[1] == 0
    return rows_of(path)


def test_killed_at_any_point_a_ledger_is_whole_and_goes_on(add, tmp_path):
    began = time.monotonic()
    undisturbed = run(add, tmp_path / "undisturbed.db")
    took = time.monotonic() - began
    assert len({row.about for row in undisturbed if row.kind == "document"}) == DOCUMENTS
    chance = random.Random(SEED)  # noqa: S311 -- no secret
    path, reached, finished = tmp_path / "0.db", set(), 0
    for kill in range(KILLS):
        child = add(path)
        time.sleep(chance.uniform(0, took * 0.4))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        rows = rows_of(path)
        assert rows == undisturbed[: len(rows)], "what is there is what an undisturbed run wrote first"
        assert not rows or rows[-1].kind == "reading", "and no document is there in part"
        reached.add(len(rows))
        if len(rows) == len(undisturbed):
            path, finished = tmp_path / f"{kill + 1}.db", finished + 1
    assert len(reached) > 10, "the points were many"
    assert run(add, path) == undisturbed, "taken up again, it ends as if nothing had been"


def test_killed_while_it_is_made_it_is_there_whole_or_not_at_all(tmp_path):
    """Many more kills at the one moment when there is no ledger yet."""
    chance = random.Random(SEED)  # noqa: S311 -- no secret
    for k in range(KILLS):
        path = tmp_path / f"{k}.db"
        child = os.fork()
        if not child:
            try:
                open_ledger(str(path), "create")
                signal.pause()
            except LedgerError:
                pass
            finally:
                os._exit(99)
        time.sleep(chance.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert rows_of(path) == []
        with open_ledger(str(path), "create") as store:
            assert store.head() == START, "and is made, or taken as it is, by the next"
