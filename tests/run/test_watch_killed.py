"""A watch killed 50 times at random moments, over a site that fails in every way: no report lost, none doubled."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import httpx
import pytest
from newsdesk import FOREVER_BAD, REPORTS, reference

from sayso.cli import main, session
from sayso.core.document import Document
from sayso.ledger.body import body_of
from sayso.ledger.evidence import Evidence
from sayso.ledger.proof import named
from sayso.ledger.sqlite import open_ledger
from sayso.ledger.verify import verify
from sayso.run.packs import load_packs

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that start at once")

KILLS = 50
SEED = 20180207
HELPERS = Path(__file__).parents[1] / "helpers"


@pytest.fixture
def desk():
    """The address of the site, in a process of its own, so that this one has no threads when it forks."""
    running = subprocess.Popen(
        [sys.executable, HELPERS / "newsdesk.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    yield running.stdout.readline().strip()
    running.stdin.close()
    running.wait()
    running.stdout.close()


@pytest.fixture
def watch(desk, tmp_path, monkeypatch):
    packs = load_packs(["en"])
    monkeypatch.setattr(session, "packs_on_demand", lambda: packs)
    fixed = ["watch", desk + "/feed", "--by", "ada", "--allow-private", "--log", str(tmp_path / "log.jsonl")]
    fixed += ["--delay", "0", "--retry", "100ms", "--timeout", "5s", "--language", "en", "--limit", "page-bytes=2MiB"]
    with pytest.raises(SystemExit):  # once here, so that its children need not load everything first
        main([*fixed, "--once", "--ledger", str(tmp_path / "warm.db")], standalone_mode=False)

    def start(*more):
        child = os.fork()
        if child:
            return child
        try:  # from here on it is the other process, which must never come back into the tests
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            main([*fixed, *more, "--ledger", str(tmp_path / "a.db")], standalone_mode=False)
        except SystemExit as end:
            os._exit(end.code or 0)
        finally:
            os._exit(99)

    return start


def truth(desk):
    return httpx.get(desk + "/truth", timeout=10).json()


def texts(path):
    """The texts of all document rows of a ledger, which must be whole."""
    with open_ledger(str(path), "read") as store:
        assert verify(store).broken is None
        return [body_of(row, Document).text for row in store.rows(kind="document")]


def test_killed_at_any_moment_no_report_is_lost_and_none_doubled(watch, desk, tmp_path):
    chance = random.Random(SEED)  # noqa: S311 -- no secret
    ledger, reached = tmp_path / "a.db", set()
    for _ in range(KILLS):
        child = watch("--every", "100ms")
        time.sleep(chance.uniform(0.05, 0.9))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        reached.add(len(texts(ledger)) if ledger.exists() else 0)
    stage = None
    for _ in range(20):  # what failed is due again after a while
        assert os.waitstatus_to_exitcode(os.waitpid(watch("--once"), 0)[1]) in {0, 3}
        before, stage = stage, (truth(desk)["versions"], len(texts(ledger)))
        if before == stage:
            break
        time.sleep(0.5)
    assert len(reached) > 5, "the moments were many"
    assert truth(desk)["polls"] > KILLS // 2
    found = Counter(
        (k, version)
        for text in texts(ledger)
        for k in range(REPORTS)
        for version in range(3)
        if reference(k, version) in text
    )
    assert {one: count for one, count in found.items() if count != 1} == {}, "none doubled"
    assert [one for one in enumerate(truth(desk)["versions"]) if one not in found] == [], "none lost"
    assert len(texts(ledger)) == len(found), "and nothing else came in"
    with open_ledger(str(ledger), "read") as store:
        assert [one.wrong for one in named(store, Evidence(tmp_path / "a-evidence"))] == [None] * len(found)
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_bytes().splitlines() if line.endswith(b"}")]
    lost = {line["page"].removeprefix(desk + "/") for line in lines if line["event"] == "lost"}
    assert {"gone", "kept-out/x", "bomb", "huge"} <= lost <= set(FOREVER_BAD)
