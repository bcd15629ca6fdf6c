"""The list of events."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from sayso.web.draw import page, to
from sayso.web.visit import Visit

EACH = 100  # events on a page


def first(visit: Visit) -> Response:
    """The workbench opens on the events."""
    return RedirectResponse(to(visit, "/events"), 303)


def listed(visit: Visit) -> Response:
    """The events, the most reported first."""
    number = int(visit.asked("page") or 1) if visit.asked("page").isdecimal() else 1
    some = visit.snapshot.release.events[EACH * (number - 1) : EACH * number]
    return page(visit, "events.html", events=some, number=number)
