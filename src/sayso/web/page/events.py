"""The list of events, with its filters, its timeline and the points of its map."""

from __future__ import annotations

from typing import get_args

import msgspec
from starlette.responses import RedirectResponse, Response

from sayso.core.trouble import DateError
from sayso.publish.chart.timeline import Bar
from sayso.run.listing import ORDERS, Asked, Box, Listed, Order, chosen
from sayso.run.listing import points as on_map
from sayso.web.draw import page, to
from sayso.web.page.pages import Pages
from sayso.web.view.known import choice, rows
from sayso.web.view.pictures import timeline_of
from sayso.web.visit import Visit

EACH = 100  # events on a page


def first(visit: Visit) -> Response:
    """The workbench opens on the events."""
    return RedirectResponse(to(visit, "/events"), 303)


def listed(visit: Visit) -> Response:
    """The events asked for: a page, or the part of one that htmx puts in when a filter changes."""
    asked = asked_for(visit)
    every = visit.snapshot.made(rows)
    found, wrong = _found(every, asked)
    pages = Pages.of(visit, len(found), EACH)
    return page(
        visit, "part/events.html" if visit.swap else "events.html", asked=asked, wrong=wrong, pages=pages,
        some=found[pages.start : pages.end], total=len(every), choices=visit.snapshot.made(choice), orders=ORDERS,
        timeline=_timeline(visit, every, asked), points=to(visit, "/events/points.json", **_query(asked)),
        unplaced=sum(row.event.where is None or row.event.where.lat is None for row in found),
        clear=to(visit, "/events"), link=lambda **other: to(visit, "/events", **{**_query(asked), **other}),
    )  # fmt: skip


def points(visit: Visit) -> Response:
    """The places of the events asked for: id, name, longitude, latitude and how many events, each."""
    found, _ = _found(visit.snapshot.made(rows), asked_for(visit))
    return Response(msgspec.json.encode(on_map(found)), media_type="application/json")


def asked_for(visit: Visit) -> Asked:
    """What the address asks for; what makes no sense asks for nothing."""
    order = visit.asked("order")
    return Asked(
        since=visit.asked("since"), until=visit.asked("until"), place=visit.asked("place"),
        types=tuple(visit.asked_all("type")), grades=tuple(visit.asked_all("grade")),
        languages=tuple(visit.asked_all("language")), box=_box(visit.asked("box")),
        unreviewed=bool(visit.asked("unreviewed")), order=order if order in get_args(Order) else ORDERS[0],  # type: ignore[arg-type] # it is one of them
    )  # fmt: skip


def _found(every: tuple[Listed, ...], asked: Asked) -> tuple[list[Listed], str]:
    """The events, and what is wrong with a date that was asked for; then no date is asked for."""
    try:
        return chosen(every, asked), ""
    except DateError as fault:
        return chosen(every, msgspec.structs.replace(asked, since="", until="")), str(fault)


def _query(asked: Asked) -> dict[str, object]:
    """What is asked for, as the parameters of an address."""
    return {
        "since": asked.since, "until": asked.until, "place": asked.place, "type": asked.types, "grade": asked.grades,
        "language": asked.languages, "box": ",".join(map(str, asked.box)) if asked.box else None,
        "unreviewed": "1" if asked.unreviewed else None, "order": asked.order if asked.order != ORDERS[0] else None,
    }  # fmt: skip


def _box(text: str) -> Box | None:
    """West, south, east and north; None where the text is not four degrees."""
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        return None
    box = (west, south, east, north)
    return box if all(-360 <= one <= 360 for one in box) else None


def _timeline(visit: Visit, every: tuple[Listed, ...], asked: Asked) -> object:
    """The timeline of all that is asked for but for the dates, so that another time can be chosen."""
    found = chosen(every, msgspec.structs.replace(asked, since="", until=""))

    def href(bar: Bar) -> str:
        again = bar.edtf == asked.since == asked.until
        when = {"since": None, "until": None} if again else {"since": bar.edtf, "until": bar.edtf}
        return to(visit, "/events", **{**_query(asked), **when})

    return timeline_of(found, visit.words, href, lambda bar: bar.edtf == asked.since == asked.until)
