"""The review queue: what is most worth a human look first, and the keys to go through it."""

from __future__ import annotations

from starlette.responses import Response

from sayso.publish.queue import RULE, Entry
from sayso.web.draw import page, to
from sayso.web.page.keys import ON_CLAIM, ON_EVENT, ON_PAIR, WALK
from sayso.web.snapshot import Snapshot
from sayso.web.view.claim import Shown, shown
from sayso.web.view.event import Named, named
from sayso.web.view.known import queued
from sayso.web.visit import Visit

EACH = 20  # entries on a page
KINDS = ("event", "pair")


def listed(visit: Visit) -> Response:
    """One page of the queue."""
    kind, asked = visit.asked("kind"), visit.asked("page")
    whole = sought(visit)
    pages = max(1, -(-len(whole) // EACH))
    number = min(int(asked), pages) if asked.isascii() and asked.isdecimal() and int(asked[:9]) > 0 else 1
    some = whole[(number - 1) * EACH : number * EACH]
    return page(
        visit, "queue.html", entries=[_drawn(visit.snapshot, one) for one in some], total=len(whole), kind=kind,
        number=number, pages=pages, rule=RULE, keys=[(key, visit.words(said)) for key, said in KEYS],
        here=lambda at: to(visit, "/review", kind=kind, page=number if number > 1 else None) + f"#{at}",
    )  # fmt: skip


def sought(visit: Visit) -> list[Entry]:
    """The whole queue, or its events or pairs alone where that is asked for."""
    kind = visit.asked("kind")
    return [one for one in visit.snapshot.made(queued) if kind not in KINDS or one.kind == kind]


KEYS = (*WALK, *ON_EVENT, *ON_PAIR, *ON_CLAIM)


def _drawn(snapshot: Snapshot, entry: Entry) -> tuple[Entry, list[Named], list[Shown]]:
    claims = [shown(snapshot, one) for one in entry.claims if one in snapshot.claims]
    return entry, [named(snapshot, event) for event in entry.events], claims
