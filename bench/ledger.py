"""How fast claims are added to a SQLite ledger with durability on, apart from reading, and how fast they are had back.

    make bench                                    with the reading speed
    .venv/bin/python bench/ledger.py --claims 100000 --folder /path/on/another/disk

Reports of ten claims each are made from the bundled ones, under ids of their own. Then they go the way they go in
`sayso add` once they are read: looked up, written as rows, hashed, and appended in transactions of as many claims as
there, each of which waits for the disk. A second time the same is added again, which must append nothing. Then all rows
are verified, and folded into a state. Printed are medians over the rounds, and the range. One wait for the disk is
measured beside them: on a disk that answers at once (or lies), durability costs nothing, and the figure says so.
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import msgspec

from sayso.core.document import Unread
from sayso.core.value import digest
from sayso.ledger.entry import Reported, document_key, entries_of
from sayso.ledger.fold import fold
from sayso.ledger.sqlite import SqliteStore, open_ledger
from sayso.ledger.verify import verify
from sayso.run.adding import BATCH
from sayso.run.demo import bundled
from sayso.run.moment import after
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import read_document
from sayso.run.record import record
from sayso.run.report import report, with_sketches

EACH = 10  # claims a report
WAITS = 50  # of the disk, to measure one
MEASURED = ("add", "add again", "verify", "fold")


def main() -> None:
    """Measure and print."""
    options = parse_options()
    reports = list(islice(made(), options.claims // EACH))
    claims = sum(len(one.report.claims) for one in reports)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        print(f"{platform.machine()}, {os.cpu_count()} CPUs, CPython {platform.python_version()}, ", end="")
        print(f"SQLite {sqlite3.sqlite_version}; one wait for the disk: {1000 * wait(Path(folder)):.1f} ms")
        rounds = [measured(Path(folder, f"{k}.db"), reports) for k in range(options.rounds)]
    print(f"{len(reports):,} reports, {claims:,} claims, transactions of {BATCH:,}; {options.rounds} rounds\n")
    for name in MEASURED:
        rates = sorted(claims / one[name] for one in rounds)
        print(f"{name:10} {statistics.median(rates):10,.0f} claims/s   {rates[0]:,.0f} to {rates[-1]:,.0f}")


def parse_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Claims per second into a SQLite ledger and out of it.")
    parser.add_argument("--claims", type=int, default=20_000, help="how many claims")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path(), help="where to put the ledgers: the disk to measure")
    return parser.parse_args()


def made() -> Iterator[Reported]:
    """Reports without end: the texts and claims of the bundled ones, under ids of their own."""
    packs = packs_on_demand()
    read = [read_document(one, packs) for one in bundled() if not isinstance(one, Unread)]
    whole = [one for one in read if not isinstance(one, Unread)]
    claims = cycle([claim for one in whole for claim in one.record.claims])
    for number, one in enumerate(cycle(whole)):
        document = msgspec.structs.replace(one.document, id=f"{one.document.id} {number}")
        own = tuple(
            msgspec.structs.replace(claim, id=digest(number, k)) for k, claim in enumerate(islice(claims, EACH))
        )
        found = msgspec.structs.replace(report(one, document_key(document)), claims=own)
        (found,) = with_sketches([found], [document.text])
        yield Reported(document, found, one.record.reader, one.record.warnings)


def measured(path: Path, reports: list[Reported]) -> dict[str, float]:
    """Seconds for each thing measured, on a new ledger."""
    with open_ledger(str(path), "create") as store:
        seconds = {"add": timed(lambda: add(store, reports))}
        rows = store.head().seq
        seconds["add again"] = timed(lambda: add(store, reports))
        if store.head().seq != rows:
            raise SystemExit("adding again added something: there is no figure")
    with open_ledger(str(path), "read") as store:
        seconds["verify"] = timed(lambda: verify(store))
        seconds["fold"] = timed(lambda: fold(store.rows()))
    return seconds


def add(store: SqliteStore, reports: list[Reported]) -> None:
    """Append reports as `sayso add` does, a transaction for so many claims."""
    for k in range(0, len(reports), BATCH // EACH):
        batch = reports[k : k + BATCH // EACH]
        record(store, partial(entries_of, store, batch), "bench", after)


def timed(do: Callable[[], object]) -> float:
    """Seconds it takes."""
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def wait(folder: Path) -> float:
    """Seconds that one small write takes to reach the disk, as a median."""
    with (folder / "wait").open("wb", buffering=0) as stream:

        def once() -> None:
            stream.write(b"x" * 4096)
            os.fsync(stream.fileno())

        return statistics.median(timed(once) for _ in range(WAITS))


if __name__ == "__main__":
    main()
