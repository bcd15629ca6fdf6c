"""From a line of the table of routes to what the server calls: role, form and token checked, then the handler."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.web.guard.body import form_within
from sayso.web.guard.token import check_token
from sayso.web.guard.who import admit, known
from sayso.web.person import Role
from sayso.web.visit import Visit

Handler = Callable[[Visit], Response]
MEGABYTE = 1_000_000


class Page(NamedTuple):
    """Something to look at: the path, what answers, and the least role that may see it (None: anybody)."""

    path: str
    answer: Handler
    role: Role | None = "read"


class Action(NamedTuple):
    """Something to do, by a post with a form and a token; a form may have so many bytes."""

    path: str
    answer: Handler
    role: Role | None = "review"
    most: int = MEGABYTE


def route(one: Page | Action) -> Route:
    """The route that starlette takes."""

    async def endpoint(request: Request) -> Response:
        visit = known(request)
        admit(visit, one.role)
        if isinstance(one, Action):
            visit.form = await form_within(request, one.most)
            check_token(visit)
        try:
            return await run_in_threadpool(one.answer, visit)
        finally:
            await visit.form.close()

    return Route(one.path, endpoint, methods=["POST" if isinstance(one, Action) else "GET"])
