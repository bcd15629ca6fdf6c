"""Sources: what each has said over time, about which events, and what it said otherwise later."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from sayso.core.event import Event
from sayso.core.fold import fold
from sayso.run.parties import Party
from sayso.web.draw import page, to
from sayso.web.page.pages import Pages
from sayso.web.view.known import all_parties, known
from sayso.web.visit import Visit

EACH = 100  # sources on a page, and claims of one
ORDERS = {
    "name": lambda one: (fold(one.name), one.key),
    "claims": lambda one: (-len(one.said), fold(one.name)),
    "events": lambda one: (-one.events, fold(one.name)),
    "latest": lambda one: (one.last is None, tuple(-ord(sign) for sign in one.last or "")),
}


class About(NamedTuple):
    """An event, and what a source says of it, in the order of publication."""

    event: Event
    claims: list[str]


def listed(visit: Visit) -> Response:
    """Every source that is named, to look through."""
    every = visit.snapshot.made(all_parties)
    some = sought(visit)
    pages = Pages.of(visit, len(some), EACH)
    return page(
        visit, "sources.html", some=some[pages.start : pages.end], pages=pages, total=len(every),
        kind=visit.asked("kind"), kinds=sorted(Counter(one.kind for one in every.values()).items()),
        order=_order(visit), orders=list(ORDERS),
    )  # fmt: skip


def sought(visit: Visit) -> list[Party]:
    """The sources asked for: of a kind, with some words in a name, in an order."""
    kind, words = visit.asked("kind"), fold(visit.asked("q"))
    some = [
        one for one in visit.snapshot.made(all_parties).values()
        if (not kind or one.kind == kind) and (not words or any(words in fold(name) for name in (*one.called, one.key)))
    ]  # fmt: skip
    return sorted(some, key=ORDERS[_order(visit)])


def _order(visit: Visit) -> str:
    return visit.asked("order") if visit.asked("order") in ORDERS else "name"


def one(visit: Visit) -> Response:
    """One source: its claims by event, those that it turned from first."""
    every, key = visit.snapshot.made(all_parties), visit.part("key")
    party = every.get(key)
    if party is None and fold(key) in every:  # a name as reports have it
        return RedirectResponse(to(visit, f"/source/{quote(fold(key))}"), 303)
    if party is None:
        raise HTTPException(404)
    about = _about(visit, party)
    pages = Pages.of(visit, len(about), EACH)
    shown = about[pages.start : pages.end]
    wanted = {one.event.id for one in shown} | {turn.event for turn in party.reversals}
    events = {one: visit.snapshot.events[one] for one in sorted(wanted)}
    return page(
        visit, "source.html", party=party, about=shown, pages=pages, events=events,
        known={key: known(visit.snapshot, event) for key, event in events.items()},
    )  # fmt: skip


def _about(visit: Visit, party: Party) -> list[About]:
    """The events in the order in which it first spoke of them."""
    found: dict[str, About] = {}
    for claim, event in party.said:
        found.setdefault(event, About(visit.snapshot.events[event], [])).claims.append(claim)
    return list(found.values())
