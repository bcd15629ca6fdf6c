"""`sayso watch`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

import click

from sayso.cli.gazetteer import gazetteer_option
from sayso.cli.intake import intake_options
from sayso.cli.keeping import evidence_option
from sayso.cli.ledger import by_option, ledger_option
from sayso.cli.reading import language_option, reader_option
from sayso.cli.span import span_option

if TYPE_CHECKING:
    from sayso.cli.intake import Taking
    from sayso.cli.stopping import Stopping
    from sayso.run.readers import Choice
    from sayso.run.watch.client import Settings
    from sayso.run.watch.loop import Timing, Tools


@click.command()
@click.argument("feeds", nargs=-1, required=True, metavar="FEEDS...")
@ledger_option
@by_option
@language_option
@gazetteer_option
@intake_options
@reader_option
@evidence_option
@click.option("--once", is_flag=True, help="Poll every feed once, take what is new, and end.")
@span_option("--every", "15m", "How often each feed is polled.")
@span_option("--delay", "2s", "How long a host is left alone between two requests; its robots.txt may ask for more.")
@span_option("--retry", "1m", "How long to wait after a first failure; twice as long after each more.")
@span_option("--timeout", "60s", "How long one answer may take in all.")
@click.option("--allow-private", is_flag=True, help="Also fetch from private networks, such as this very machine.")
@click.option("--contact", metavar="ADDRESS", help="Where a server's keeper reaches you; it goes into User-Agent.")
@click.option("--log", type=click.Path(dir_okay=False, path_type=Path), help="Write the log to the end of this file.")
def watch(
    feeds: tuple[str, ...],
    *,
    ledger: str,
    by: str,
    language: str | None,
    gazetteer: Path | None,
    taking: Taking,
    evidence: Path | None,
    once: bool,
    every: float,
    delay: float,
    retry: float,
    timeout: float,
    allow_private: bool,
    contact: str | None,
    log: Path | None,
    reader: Choice,
) -> None:
    """Watch feeds, and add the page of every item that is new or has changed.

    FEEDS are addresses of RSS or Atom feeds, OPML files as readers of feeds export them, or files with an address a
    line. Every page fetched is kept as evidence and added to the ledger, which is made where there is none. The log,
    a line of JSON for each step, goes to standard error.

    Servers are asked politely: robots.txt is obeyed, nothing is sent again that has not changed, and a server that
    fails or asks to be left alone is. A watch that was stopped or killed goes on where it was with the same command;
    Ctrl-C and SIGTERM stop it after the item in hand.

    \b
    Examples:
      sayso watch feeds.opml
      sayso watch --once --ledger syria.db https://harbourpost.example/feed.xml
      sayso watch feeds.txt --every 1h --contact desk@example.org --log watch.jsonl

    Exit status: 0 done or stopped, 1 the ledger could not be written, 2 wrong usage, 3 with --once, where some feeds or
    items could not be had or read.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.session import UNREAD
    from sayso.cli.stopping import Stopping
    from sayso.run.watch.client import Settings
    from sayso.run.watch.loop import Watch

    agent = _agent(contact)
    settings = Settings(agent, taking.limits.page_bytes, timeout, allow_private)
    addresses = _feeds(feeds)
    with Stopping() as stopping:
        timing = _timing(every, max(retry, 0.1), stopping)
        asked = _Asked(ledger, by, language, gazetteer, taking, evidence, log, reader)
        with _tools(asked, settings, timing, delay) as tools:
            tools.log("started", feeds=len(addresses), ledger=ledger)
            running = Watch(addresses, tools, timing)
            running.run(once=once)
            tools.log("stopped" if stopping.asked else "done", new=tools.adding.new, claims=tools.adding.claims)
    sys.exit(UNREAD if once and running.failed and not stopping.asked else 0)


class _Asked(NamedTuple):
    """The options that say what to read with and where to."""

    ledger: str
    by: str
    language: str | None
    gazetteer: Path | None
    taking: Taking
    evidence: Path | None
    log: Path | None
    reader: Choice


@contextmanager
def _tools(asked: _Asked, settings: Settings, timing: Timing, delay: float) -> Iterator[Tools]:
    """All that a watch works with, let go of at the end; ends the command where something cannot be opened."""
    from functools import partial

    from sayso.cli.intake import intake_for
    from sayso.cli.ledger import moments, refusing, store_of
    from sayso.cli.session import gazetteer_for, packs_for, read_one, reader_for
    from sayso.run.adding import Adding
    from sayso.run.moment import now
    from sayso.run.stores import beside, evidence_of
    from sayso.run.watch.client import Client
    from sayso.run.watch.log import Log
    from sayso.run.watch.loop import Tools
    from sayso.run.watch.pace import Pace
    from sayso.run.watch.state import WatchState

    kept = evidence_of(asked.ledger, asked.evidence)
    if kept is None:
        raise click.UsageError(f"--ledger {asked.ledger}: is no file; say with --evidence where to keep the pages")
    packs, reads = packs_for(asked.language, asked.reader), reader_for(asked.reader)
    with ExitStack() as stack:
        stack.enter_context(refusing())
        stream: IO[bytes] = stack.enter_context(asked.log.open("a+b")) if asked.log is not None else sys.stderr.buffer
        places = stack.enter_context(gazetteer_for(asked.gazetteer))
        store = stack.enter_context(store_of(asked.ledger, "create"))
        named = asked.ledger if "://" not in asked.ledger else str(kept.folder)
        state = stack.enter_context(WatchState(beside(named, "-watch.db")))
        if not store.head().seq:
            state.start_over()
        pace = Pace(delay, timing.clock)
        client = Client(settings, pace, timing.wait, timing.clock)
        stack.callback(client.close)
        digest = places.digest() if places is not None else None
        yield Tools(
            client=client, pace=pace, state=state, evidence=kept,
            adding=Adding(store, packs, asked.by, moments(None), digest, evidence=kept, reads=reads),
            intake=intake_for(asked.taking),
            read=partial(read_one, packs=packs, gazetteer=places, by=reads), language=asked.language,
            log=Log(stream, now),
        )  # fmt: skip


def _timing(every: float, retry: float, stopping: Stopping) -> Timing:
    import random
    import time

    from sayso.run.watch.loop import Timing

    return Timing(every, retry, time.time, stopping.wait, random.SystemRandom().random)


def _feeds(sources: tuple[str, ...]) -> list[str]:
    from sayso.core.trouble import InputError
    from sayso.run.watch.feeds import feeds

    try:
        return feeds(sources)
    except InputError as fault:
        raise click.UsageError(str(fault)) from None


def _agent(contact: str | None) -> str:
    """What we say we are, with where to reach who runs this."""
    from sayso import __version__

    if contact is not None and not (contact.isascii() and contact.isprintable()):
        raise click.UsageError("--contact: give an address in plain ASCII, since it goes into a header")
    return f"sayso/{__version__}" + (f" (+{contact})" if contact else "")
