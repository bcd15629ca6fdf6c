"""How fast the workbench answers on a large ledger, and whether anything is lost when many use it at once.

    .venv/bin/python bench/serve.py [--claims 100000] [--readers 50] [--judges 5] [--seconds 120] [--keep FOLDER]

A ledger is made of generated reports: towns, spokesmen and wordings as in reconcile.py, but most incidents are told by
one report and the rest by two or three, of three or four claims each, so that 100,000 claims are some 21,000 events.
Then `sayso serve` is started on it as a user would, in a process of its own, and asked over loopback.

First one client asks for every kind of page in turn. Printed are the median and the slowest of the answers in
milliseconds, as the client has them, and the bytes of the page as they travel, without what the browser keeps.

Then readers and judges come at once: a reader looks at a page drawn by lot and a second later, on average, at the next;
a judge compares two claims every two seconds. Every judgement that was answered with its row must stand in the ledger
afterwards, under that row, and the whole ledger must verify. Any answer but 200 counts as an error and fails the run.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import httpx
import msgspec
from reconcile import SEED, incident, told

from sayso.core.claim import Reader
from sayso.core.document import Document
from sayso.core.report import Report
from sayso.ledger.body import JudgementBody, body_of
from sayso.ledger.entry import Reported, document_key, entries_of
from sayso.ledger.verify import verify
from sayso.run.moment import after
from sayso.run.record import record
from sayso.run.stores import open_store

SPAN = 9000  # days
TIMES = 15  # each kind of page is asked for
PAUSE = 1.0  # seconds between two pages of a reader, on average
JUDGED = 2.0  # seconds between two judgements of a judge
READER = Reader(version="bench", mode="grammar", pack="0" * 64)
ADDRESS = re.compile(r"http://\S+?/")


class Asked(NamedTuple):
    """One request of the load: what kind, how long it took in seconds, and its status."""

    kind: str
    took: float
    status: int


def main() -> None:
    """Measure and print; end with status 1 where anything went wrong."""
    options = parse_options()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = Path(options.keep or folder, "serve.db")
        if not path.exists():
            make(path, options.claims)
        busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
        print(f"{platform.machine()}, {os.cpu_count()} CPUs, CPython {platform.python_version()}; load before {busy}")
        process = subprocess.Popen(
            [sys.executable, "-m", "sayso", "serve", "--ledger", str(path), "--by", "bench"], stdout=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        try:
            found = ADDRESS.search(process.stdout.readline() if process.stdout else "")
            if found is None:
                raise SystemExit("sayso serve did not say where it is")
            good = measured(found[0], path, options)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
    sys.exit(0 if good else 1)


def parse_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="How fast the workbench answers, alone and under load.")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--judges", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--folder", type=Path, default=Path(), help="where to put the ledger for the time being")
    parser.add_argument("--keep", type=Path, help="a folder to keep the ledger in, and to take it from next time")
    return parser.parse_args()


def measured(address: str, path: Path, options: argparse.Namespace) -> bool:
    """All of it; whether nothing went wrong."""
    with httpx.Client(base_url=address, timeout=60) as client:
        begun = time.perf_counter()
        while client.get("/events").status_code == 202:
            time.sleep(0.2)
        held = client.get("/api/ledger").json()
        print(
            f"{held['claims']:,} claims, {held['events']:,} events; the first page {time.perf_counter() - begun:.1f} s"
        )
        kinds = pages(client)
        answered = [alone(client, kind, some) for kind, some in kinds.items()]
    asked, rows = asyncio.run(crowd(address, kinds, options))
    return told_of(asked, options) and kept(path, rows) and all(answered)


def pages(client: httpx.Client) -> dict[str, list[str]]:
    """Addresses of every kind of page."""
    chance = random.Random(SEED)  # noqa: S311 -- no secret hangs on it
    total = client.get("/api/events", params={"limit": 1}).json()["total"]
    starts = [chance.randrange(total) for _ in range(TIMES)]
    events = [client.get("/api/events", params={"limit": 1, "from": start}).json()["events"][0] for start in starts]
    claims = [event["claims"][0] for event in events]
    documents = [client.get(f"/api/claims/{claim}").json()["document"] for claim in claims]
    sources = [one["key"] for one in client.get("/api/sources", params={"limit": TIMES}).json()["sources"]]
    places = [event["where"]["name"] for event in events if event["where"]]
    return {
        "events": ["/events"],
        "events, filtered": [f"/events?place={quote(place)}&type=shelling" for place in places],
        "events, by date": ["/events?order=earliest&since=2021-01&until=2021-03"],
        "points of the map": ["/events/points.json"],
        "account": [f"/event/{event['id']}" for event in events],
        "why one event": [f"/event/{event['id']}/joined" for event in events],
        "report": [f"/report/{key}" for key in documents],
        "claim": [f"/claim/{claim}" for claim in claims],
        "sources": ["/sources"],
        "source": re.findall(r'href="(/source/[^"?]+)"', client.get("/sources?order=claims").text)[:TIMES],
        "review": ["/review"],
        "judge an event": [f"/judge/event/{event['id']}" for event in events],
        "judge a claim": [f"/judge/claim/{claim}" for claim in claims],
        "API: events": ["/api/events"],
        "API: account": [f"/api/events/{event['id']}" for event in events],
        "API: source": [f"/api/sources/{quote(one)}" for one in sources],
        "style sheet": ["/static/base.css"],
    }


def alone(client: httpx.Client, kind: str, some: list[str]) -> bool:
    """Ask for one kind of page by oneself and print how that went; whether all were answered."""
    took, most, wrong = [], 0, 0
    for k in range(TIMES):
        begun = time.perf_counter()
        with client.stream("GET", some[k % len(some)]) as answer:
            size = sum(map(len, answer.iter_raw()))
        took.append(1000 * (time.perf_counter() - begun))
        most, wrong = max(most, size), wrong + (answer.status_code != 200)
    line = f"{statistics.median(took):8.1f} ms  slowest {max(took):7.1f} ms  {most / 1000:7.1f} kB at most"
    print(f"{kind:18} {line}{f'  {wrong} of {TIMES} not answered' if wrong else ''}")
    return not wrong


async def crowd(
    address: str, kinds: dict[str, list[str]], options: argparse.Namespace
) -> tuple[list[Asked], dict[int, tuple[str, str]]]:
    """Readers and judges for so long; what they asked, and by its row each pair judged."""
    until = time.monotonic() + options.seconds
    asked: list[Asked] = []
    rows: dict[int, tuple[str, str]] = {}
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits) as client:
        part = (await client.get("/api/events", params={"limit": 500, "from": 1000})).json()
        claims = [claim for event in part["events"] for claim in event["claims"]]
        readers = [read(client, kinds, asked, until, random.Random(k)) for k in range(options.readers)]  # noqa: S311 -- the same
        judges = [judge(client, claims, asked, rows, until, random.Random(-k)) for k in range(options.judges)]  # noqa: S311 -- the same
        await asyncio.gather(*readers, *judges)
    return asked, rows


async def read(
    client: httpx.AsyncClient, kinds: dict[str, list[str]], asked: list[Asked], until: float, chance: random.Random
) -> None:
    """One reader."""
    while time.monotonic() < until:
        await asyncio.sleep(chance.expovariate(1 / PAUSE))
        kind = chance.choice(list(kinds))
        begun = time.perf_counter()
        answer = await client.get(chance.choice(kinds[kind]))
        asked.append(Asked(kind, time.perf_counter() - begun, answer.status_code))


async def judge(  # noqa: PLR0913, PLR0917 -- who, where, on what, until when
    client: httpx.AsyncClient, claims: list[str], asked: list[Asked], rows: dict[int, tuple[str, str]], until: float,
    chance: random.Random,
) -> None:  # fmt: skip
    """One judge."""
    while time.monotonic() < until:
        await asyncio.sleep(chance.expovariate(1 / JUDGED))
        left, right = sorted(chance.sample(claims, 2))
        body = {"left": left, "right": right, "verdict": "different", "why": "another incident"}
        begun = time.perf_counter()
        answer = await client.post("/api/judgements", json=body)
        asked.append(Asked("judgement", time.perf_counter() - begun, answer.status_code))
        if answer.status_code == 200:
            rows[answer.json()["row"]] = (left, right)


def told_of(asked: list[Asked], options: argparse.Namespace) -> bool:
    """Print how the crowd fared; whether all were answered."""
    print(
        f"\n{options.readers} readers and {options.judges} judges for {options.seconds:.0f} s: {len(asked):,} requests"
    )
    for what, some in (
        ("pages", [one for one in asked if one.kind != "judgement"]),
        ("judgements", [one for one in asked if one.kind == "judgement"]),
    ):
        took = sorted(1000 * one.took for one in some)
        if took:
            at = f"median {statistics.median(took):.0f} ms, 95 of 100 within {took[int(0.95 * len(took))]:.0f} ms"
            print(f"{what:11} {len(took):6,}  {at}, slowest {took[-1]:.0f} ms")
    wrong = Counter((one.kind, one.status) for one in asked if one.status != 200)
    print("errors      none" if not wrong else f"errors      {dict(wrong)}")
    return not wrong


def kept(path: Path, rows: dict[int, tuple[str, str]]) -> bool:
    """Whether every judgement answered for stands in the ledger, and the ledger verifies."""
    with open_store(str(path), "read") as store:
        there = {row.seq: body_of(row, JudgementBody) for row in store.rows(kind="judgement")}
        lost = [row for row, pair in rows.items() if row not in there or (there[row].left, there[row].right) != pair]
        sound = not verify(store).broken
    print(
        f"judgements  {len(rows)} recorded, {len(lost)} lost; the ledger {'verifies' if sound else 'does not verify'}"
    )
    return sound and not lost


def make(path: Path, claims: int) -> None:
    """Make the ledger."""
    with open_store(str(path), "create") as store:
        reports = reported(claims)
        while some := list(islice(reports, 250)):
            record(store, partial(entries_of, store, some), "bench", after)


def reported(claims: int) -> Iterator[Reported]:
    """Reports that hold at least so many claims between them, with a text in which each claim has its own line."""
    made = 0
    for one in short(claims):
        made += len(one.claims)
        text = "".join(f"Line {k} of what {one.publisher} has on {one.title}.".ljust(99) + "\n" for k in range(10))
        document = Document(
            id=one.id, text=text, language=one.language, published=one.published, publisher=one.publisher,
            title=one.title,
        )  # fmt: skip
        yield Reported(document, msgspec.structs.replace(one, key=document_key(document)), READER, ())
        if made >= claims:
            return


def short(claims: int) -> Iterator[Report]:
    """Reports of few claims: 85 of 100 incidents are told once."""
    chance = random.Random(SEED)  # noqa: S311 -- no secret hangs on it
    span = max(1, SPAN * claims // 100_000)
    while True:
        one = incident(chance, span)
        wordings: list[tuple[int, ...]] = []
        for _ in range(1 if chance.random() < 0.85 else chance.randint(2, 3)):
            report = told(chance, one, None, wordings)
            yield msgspec.structs.replace(report, claims=report.claims[: chance.randint(3, 4)])


if __name__ == "__main__":
    main()
