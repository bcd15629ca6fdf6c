"""The watch itself: polling what is due, fetching what is new, adding it, and stopping between two steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from sayso.core.document import Document, Unread
from sayso.core.trouble import InputError, LedgerError
from sayso.ingest import Intake
from sayso.ingest.feed import read_feed
from sayso.ingest.port import Place
from sayso.ledger.evidence import Evidence
from sayso.run.adding import Adding
from sayso.run.pipeline import Read
from sayso.run.watch.client import Client
from sayso.run.watch.log import Log
from sayso.run.watch.pace import Pace, host_of
from sayso.run.watch.schedule import Job, next_poll, next_try, turn
from sayso.run.watch.state import FeedState, PageState, WatchState
from sayso.run.watch.take import announced, taken
from sayso.run.watch.trouble import FetchError, StoppedError

GIVEN_UP = 10  # tries of a page, over a day or so


class Timing(NamedTuple):
    """Seconds between two polls of a feed and before a first new try; the clock, waiting until a moment, and chance."""

    every: float
    retry: float
    clock: Callable[[], float]
    wait: Callable[[float], None]
    chance: Callable[[], float]


class Tools(NamedTuple):
    """What a watch works with."""

    client: Client
    pace: Pace
    state: WatchState
    evidence: Evidence
    adding: Adding
    intake: Intake
    read: Callable[[Place, Document | Unread], Read | Unread]
    language: str | None
    log: Log


class Watch:
    """A watch over feeds. `failed` counts the feeds and pages that could not be had or read."""

    def __init__(self, feeds: Iterable[str], tools: Tools, timing: Timing) -> None:
        self._tools = tools
        self._timing = timing
        self._feeds = tools.state.feeds(feeds)
        self.failed = 0

    def run(self, *, once: bool) -> None:
        """Go on until stopped, or with `once` until every feed was polled and nothing is due any more."""
        polled: set[str] = set()
        try:
            for page in self._tools.state.pages("held"):
                self._settle(page)
            while True:
                now = self._timing.clock()
                feeds = [one for one in self._feeds.values() if not (once and one.address in polled)]
                jobs = [Job("feed", one.address, 0.0 if once else one.at) for one in feeds]
                pages = {page.address: page for page in self._tools.state.pages("due")}
                jobs += [Job("page", one.address, one.at) for one in pages.values() if not once or one.at <= now]
                one = turn(jobs, lambda address: self._tools.pace.free_at(host_of(address)))
                if one is None:
                    return
                self._timing.wait(one.at)
                if one.job.kind == "feed":
                    polled.add(one.job.address)
                    self._poll(self._feeds[one.job.address])
                else:
                    self._fetch(pages[one.job.address])
        except StoppedError:
            return

    def _poll(self, feed: FeedState) -> None:
        """Ask for a feed, and have what is new in it due."""
        tools, now = self._tools, self._timing.clock()
        try:
            answer = tools.client.get(feed.address, feed.etag, feed.modified)
            there = read_feed(answer.body, answer.address) if answer.body is not None else None
        except (FetchError, InputError) as fault:
            self._feed_failed(feed, fault)
            return
        entries = list(announced(there)) if there is not None else []
        without_page = len(there.entries) - len(entries) if there is not None else 0
        at = next_poll(now, self._timing.every, self._timing.chance())
        etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
        if answer.body is None:
            etag, modified = etag or feed.etag, modified or feed.modified
        after = FeedState(feed.address, etag, modified, at, 0)
        self._feeds[feed.address] = after
        new, changed = tools.state.polled(after, entries, self._timing.clock())
        moved = answer.address if answer.address != feed.address else None
        more = {"moved": moved, "without_page": without_page or None}
        tools.log("polled", feed=feed.address, status=answer.status, new=new, changed=changed, **more)

    def _feed_failed(self, feed: FeedState, fault: FetchError | InputError) -> None:
        self.failed += 1
        failures = feed.failures + 1
        at = next_try(self._timing.clock(), failures, max(self._timing.retry, 0.0), self._timing.chance())
        if isinstance(fault, FetchError) and fault.after is not None:
            at = max(at, self._timing.clock() + fault.after)
        after = feed._replace(at=at, failures=failures)
        self._feeds[feed.address] = after
        self._tools.state.polled(after, (), self._timing.clock())
        self._tools.log("failed", feed=feed.address, why=str(fault), again=self._seconds_to(at))

    def _fetch(self, page: PageState) -> None:
        """Ask for a page, keep its bytes, and add what is in them."""
        tools = self._tools
        try:
            answer = tools.client.get(page.address, page.etag, page.modified)
        except FetchError as fault:
            self._page_failed(page, fault)
            return
        if answer.body is None:
            tools.state.done(page, "taken")
            tools.log("unchanged", page=page.address, status=answer.status)
            return
        held = page._replace(
            etag=answer.headers.get("etag"), modified=answer.headers.get("last-modified"),
            raw=tools.evidence.keep(answer.body), final=answer.address, charset=_charset(answer.headers),
        )  # fmt: skip
        tools.evidence.settle()
        tools.state.hold(held)
        self._settle(held)

    def _page_failed(self, page: PageState, fault: FetchError) -> None:
        self.failed += 1
        failures = page.failures + 1
        if fault.never or failures >= GIVEN_UP:
            self._tools.state.done(page, "lost")
            self._tools.log("lost", page=page.address, why=str(fault), tries=failures)
            return
        now = self._timing.clock()
        at = max(next_try(now, failures, self._timing.retry, self._timing.chance()), now + (fault.after or 0.0))
        self._tools.state.put_off(page, at)
        self._tools.log("failed", page=page.address, why=str(fault), again=self._seconds_to(at))

    def _settle(self, page: PageState) -> None:
        """Add what the bytes of a page hold; only then is it taken."""
        tools = self._tools
        assert page.raw is not None
        try:
            raw = tools.evidence.read(page.raw)
        except LedgerError as fault:  # somebody took them away: fetch it anew
            tools.state.put_off(page, self._timing.clock())
            tools.log("failed", page=page.address, why=str(fault), again=0)
            return
        for one in taken(tools.intake, page, raw, tools.language):
            found = one.one
            if isinstance(found, Document) and tools.adding.knows(found):
                tools.adding.pass_over(found, raw)
                tools.log("known", page=page.address, document=found.id)
                continue
            read = tools.read(one.place, found)
            if isinstance(read, Unread):
                self.failed += 1
                tools.log("unread", page=page.address, why=read.error)
                continue
            tools.adding.add(read, raw)
            tools.adding.flush()
            tools.log("added", page=page.address, document=read.record.id, claims=len(read.record.claims), raw=page.raw)
        tools.state.done(page, "taken")

    def _seconds_to(self, at: float) -> float:
        return round(at - self._timing.clock(), 1)


def _charset(headers: Mapping[str, str]) -> str | None:
    """What the server says of the characters of a page."""
    from email.message import Message  # noqa: PLC0415 -- it reads such headers

    said = Message()
    said["content-type"] = headers.get("content-type", "")
    return said.get_content_charset()
