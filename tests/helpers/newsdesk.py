"""A news site with a feed that changes while it is polled, and pages that fail in every way; run as its own process.

It prints its address. `/truth` gives the version of each report; `reference(k, v)` stands in that version alone.
"""

import gzip
import sys
import threading
from collections import Counter

from misbehaving import ATOM, Answering, Misbehaving, feed, page

REPORTS = 14
EVERY_VISIT_ANOTHER = 6  # the report whose text says how often it was visited
FOREVER_BAD = ("ring-a", "gone", "kept-out/x", "bomb", "huge")


def reference(k: int, version: int) -> str:
    return f"File {k:02d}{version:02d} of the desk."


def text(k: int, version: int, visit: int) -> str:
    more = f" It was visited {visit} times." if k == EVERY_VISIT_ANOTHER else ""
    return (
        f"The army said at least {20 + k} people were killed in Orvelo on 4 March 2026. A medic said that {version + 2}"
        f" others were injured when the market was shelled in the morning. {reference(k, version)}{more} Résumé: naïve."
    )


class Desk:
    """What the site knows; everything moves with the times it is asked."""

    def __init__(self, server: Misbehaving) -> None:
        self.server = server
        self.lock = threading.Lock()
        self.polls = 0
        self.visits: Counter[tuple[int, int]] = Counter()

    def version(self, k: int) -> int:
        """Even reports change twice, at polls of their own; odd ones, and the one that is never the same, do not."""
        return 0 if k % 2 or k == EVERY_VISIT_ANOTHER else (self.polls > 6 + k) + (self.polls > 30 + k)

    def feed(self, one: Answering) -> None:
        with self.lock:
            self.polls += 1
            versions = [self.version(k) for k in range(REPORTS)]
        shown = [k for k in range(REPORTS) if not (k in {1, 3} and self.polls > 5)]  # some are soon too old to be shown
        entries = [
            {"id": f"urn:{k}", "link": self.link(k), "updated": f"2026-03-05T08:0{versions[k]}:00Z"} for k in shown
        ]
        entries += [{"id": f"urn:{bad}", "link": self.server.url(f"/{bad}")} for bad in FOREVER_BAD]
        one.say_unless_known(feed(entries), f'"{sum(versions)}-{len(shown)}-{self.polls > 40}"', content_type=ATOM)

    def link(self, k: int) -> str:
        """Report 7 moves: its old address leads to the new one."""
        return self.server.url("/new/7" if k == 7 and self.polls > 40 else f"/old/{k}" if k == 7 else f"/report/{k}")

    def report(self, one: Answering, k: int) -> None:
        with self.lock:
            version = self.version(k)
            self.visits[k, version] += 1
            visit = self.visits[k, version]
        body = page(text(k, version, visit), charset="windows-1252" if k == 8 else "utf-8")
        way = WAYS.get(k)
        if way is None or not way(one, body, visit):
            one.say_unless_known(body, f'"{k}-{version}"', content_type="text/html")

    def truth(self, one: Answering) -> None:
        with self.lock:
            one.told({"polls": self.polls, "versions": [self.version(k) for k in range(REPORTS)]})


def fails_first(one: Answering, body: bytes, visit: int) -> bool:
    if visit <= 2:
        one.say(500, b"no")
    return visit <= 2


def cut_first(one: Answering, body: bytes, visit: int) -> bool:
    if visit <= 2:
        one.cut_off(body)
    return visit <= 2


def busy_first(one: Answering, body: bytes, visit: int) -> bool:
    if visit == 1:
        one.say(429, b"later", retry_after="1")
    return visit == 1


def slow(one: Answering, body: bytes, visit: int) -> bool:
    one.slowly(body, 0.0003)
    return True


def packed(one: Answering, body: bytes, visit: int) -> bool:
    one.packed(body, cut=None if visit > 1 else 60)
    return True


def chunked(one: Answering, body: bytes, visit: int) -> bool:
    one.chunked(body)
    return True


WAYS = {0: fails_first, 2: cut_first, 3: slow, 4: busy_first, 5: packed, 9: chunked, 10: slow, 11: cut_first}


def open_desk(server: Misbehaving) -> Desk:
    desk = Desk(server)
    ways = server.ways
    ways["/feed"], ways["/truth"] = desk.feed, desk.truth
    for k in range(REPORTS):
        ways[f"/report/{k}"] = lambda one, k=k: desk.report(one, k)
    ways["/new/7"] = ways["/report/7"]
    ways["/old/7"] = lambda one: one.say(301, location="/new/7")
    ways["/ring-a"] = lambda one: one.say(302, location="/ring-b")
    ways["/ring-b"] = lambda one: one.say(302, location="/ring-a")
    ways["/robots.txt"] = lambda one: one.say(200, b"User-agent: *\nDisallow: /kept-out/\n")
    ways["/kept-out/x"] = lambda one: one.say(200, page("This was not to be read."))
    bomb = gzip.compress(b"<html>" + bytes(8 << 20))
    ways["/bomb"] = lambda one: one.say(200, bomb, content_encoding="gzip")
    ways["/huge"] = lambda one: one.say(200, b"<html>" + b"x" * (3 << 20))
    return desk


if __name__ == "__main__":
    with Misbehaving() as server:
        open_desk(server)
        sys.stdout.write(server.address + "\n")
        sys.stdout.flush()
        sys.stdin.read()  # until whoever started it goes away
