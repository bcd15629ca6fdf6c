"""What goes wrong, as a page that says what it is and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ExceptionHandler

from sayso.core.trouble import LedgerError
from sayso.web.draw import page
from sayso.web.guard.who import known
from sayso.web.visit import Visit

# What to say for a status: a heading, what it means, what to do.
SAID: Mapping[int, tuple[str, str, str]] = {
    401: ("Please log in", "This page is for people with an account.", ""),
    403: ("Not allowed", "Your account may not do this.", "Ask whoever runs this workbench for another role."),
    404: ("Not here", "There is nothing at this address.", "It may have been another ledger's. Look among the events."),
    405: ("Not like this", "This address does not take such a request.", ""),
    413: ("Too large", "What was sent is larger than the workbench takes at once.", "Nothing of it was recorded."),
    429: ("Too many tries", "Logging in failed too often.", "Wait a quarter of an hour."),
}
OTHER = ("Not understood", "The request makes no sense to the workbench.", "Nothing was recorded.")
TOKEN = (
    "Not sent from here", "This form is no longer valid, or was sent from another site.",
    "Nothing was recorded. Go back, reload the page and send it again.",
)  # fmt: skip


async def refused(request: Request, fault: Exception) -> Response:
    """A request that is refused: not there, not allowed, too large."""
    assert isinstance(fault, HTTPException)
    said = TOKEN if fault.detail == "token" else SAID.get(fault.status_code, OTHER)
    return fault_page(known(request, FormData()), fault.status_code, *said)


async def no_ledger(request: Request, fault: Exception) -> Response:
    """A ledger that cannot be read just now, or has no such moment."""
    visit = known(request, FormData())
    if visit.as_of:
        return fault_page(visit, 404, "No such moment", str(fault), "")
    more = "Nothing is lost. The workbench tries again with every request: reload when the ledger is back."
    return fault_page(visit, 503, "The ledger cannot be read", str(fault), more)


def fault_page(visit: Visit, status: int, title: str, what: str, more: str) -> Response:
    """The page; its texts are in English."""
    say = visit.words
    return page(visit, "fault.html", status=status, title=say(title), what=say(what), more=say(more) if more else "")


FAULTS: Mapping[Any, ExceptionHandler] = {HTTPException: refused, LedgerError: no_ledger}
