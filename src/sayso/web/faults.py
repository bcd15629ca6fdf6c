"""What goes wrong, as a page that says what it is and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ExceptionHandler

from sayso.core.trouble import InputError, LedgerError
from sayso.ledger.describe import described
from sayso.run.judging import StaleError
from sayso.web.api.line import JSON
from sayso.web.api.values import Fault
from sayso.web.api.work import Between, Stale
from sayso.web.desk import Waiting
from sayso.web.draw import page
from sayso.web.guard.headers import HEADERS
from sayso.web.guard.who import known
from sayso.web.visit import Visit
from sayso.web.words import text

Said = tuple[str, str, str]  # a heading, what it means, what to do; in English

SAID: Mapping[int, Said] = {
    401: (text("Please log in"), text("This is for people with an account."), text("Nothing was recorded.")),
    403: (
        text("Not allowed"),
        text("Your account may not do this. Nothing was recorded."),
        text("Ask whoever runs this workbench for another role."),
    ),
    404: (text("Not here"), text("There is nothing at this address."), text("Look among the events.")),
    413: (
        text("Too large"),
        text("What was sent is larger than the workbench takes at once."),
        text("Nothing was recorded. Send it in smaller parts, or use sayso add."),
    ),
}
OTHER = (text("Not understood"), text("The request makes no sense to the workbench."), text("Nothing was recorded."))
FOREIGN = (
    text("Not sent from here"),
    text("This form is no longer valid, or was sent from another site. Nothing was recorded."),
    text("Go back, reload the page and send it again."),
)
OURS = (
    text("A fault of sayso"),
    text("This page could not be drawn."),
    text("The ledger is as it was unless a page said that something was recorded. Please report what you did."),
)
NO_MOMENT = text("No such moment")
NO_LEDGER = text("The ledger cannot be read")
NO_USERS = text("The file of users cannot be read")
AGAIN = text("Nothing is lost. The workbench looks again with every request: reload when it is back.")

WORKING = text("Being worked out")
SOON = text("The ledger as of row {row} is being worked out. This page comes back by itself when that is done.")
AGAIN_IN = 2  # seconds


async def refused(request: Request, fault: Exception) -> Response:
    """A request that is refused: not there, not allowed, too large. Whoever is not logged in is asked to."""
    assert isinstance(fault, HTTPException)
    visit = known(request)
    if visit.for_program and fault.detail != HTTPStatus(fault.status_code).phrase:
        return told(fault.status_code, fault.detail)
    if fault.status_code == 401 and request.method == "GET" and not (visit.swap or visit.for_program):
        return RedirectResponse(f"/login?back={quote(visit.here, safe='')}", 303)
    said = FOREIGN if fault.detail == "token" else SAID.get(fault.status_code, OTHER)
    return fault_page(visit, fault.status_code, *(visit.words(one) for one in said))


async def no_ledger(request: Request, fault: Exception) -> Response:
    """A ledger that cannot be read just now, or has no such moment."""
    visit = known(request)
    if visit.as_of:
        visit.no_moment = True
        return fault_page(visit, 404, visit.words(NO_MOMENT), str(fault), "")
    return fault_page(visit, 503, visit.words(NO_LEDGER), str(fault), visit.words(AGAIN))


async def waiting(request: Request, fault: Exception) -> Response:
    """A state that is being worked out: the page asks again by itself, also where no script runs."""
    visit = known(request)
    row = visit.words.figure(int(str(fault)))
    answer = fault_page(visit, 202, visit.words(WORKING), visit.words(SOON, row=row), "")
    if visit.swap:  # a part of a page cannot come back by itself: the whole page does
        answer.headers["HX-Refresh"] = "true"
    answer.headers.update({"Refresh": str(AGAIN_IN), "Retry-After": str(AGAIN_IN)})
    return answer


async def stale(request: Request, fault: Exception) -> Response:  # noqa: ARG001 -- the shape starlette asks for
    """A program's decision that somebody else's came before; a page shows that with its form."""
    assert isinstance(fault, StaleError)
    between = tuple(Between(row=row.seq, at=row.at, by=row.by, said=described(row)) for row in fault.rows)
    more = f"nothing was recorded; look at what came in between, and send it again with seen={fault.rows[-1].seq}"
    return Response(msgspec.json.encode(Stale(error=str(fault), more=more, between=between)), 409, media_type=JSON)


async def no_users(request: Request, fault: Exception) -> Response:  # noqa: ARG001 -- the shape starlette asks for
    """A file of users that cannot be read: nobody is let in, and no page can be drawn for anybody."""
    return Response(f"{NO_USERS}: {fault}\n", 503, media_type="text/plain")


async def broken(request: Request, fault: Exception) -> Response:  # noqa: ARG001 -- the shape starlette asks for
    """A fault of ours; it is raised again behind this, and stands on standard error with where it was."""
    answer = fault_page(known(request), 500, *(known(request).words(one) for one in OURS))
    answer.headers.update(HEADERS)  # this answer does not come through the layer that puts them on
    return answer


def fault_page(visit: Visit, status: int, title: str, what: str, more: str) -> Response:
    """The page, its texts in the language of the visit; for a program the same as JSON."""
    if visit.for_program:
        return told(status, f"{title}: {what}", more)
    return page(visit, "fault.html", status=status, title=title, what=what, more=more)


def told(status: int, error: str, more: str = "") -> Response:
    """What is wrong, for a program."""
    return Response(msgspec.json.encode(Fault(error=error, more=more)), status, media_type=JSON)


FAULTS: Mapping[Any, ExceptionHandler] = {
    HTTPException: refused,
    LedgerError: no_ledger,
    InputError: no_users,
    StaleError: stale,
    Waiting: waiting,
}
