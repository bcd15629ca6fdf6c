"""A line of the table of the API, and the answer to a request for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.core.value import Value
from sayso.web.guard.body import body_within
from sayso.web.guard.who import admit, known
from sayso.web.person import Role
from sayso.web.visit import Visit

JSON = "application/json"
MEGABYTE = 1_000_000  # bytes of a body, unless its line says more


class Asked(NamedTuple):
    """A parameter of an address: its name, what it is for, an example."""

    name: str
    what: str
    example: str


class Data(NamedTuple):
    """Values to be had: the path, what answers, what that is, the type it gives, and what may be asked."""

    path: str
    answer: Callable[[Visit], object]
    what: str
    gives: type
    asks: tuple[Asked, ...] = ()
    role: Role | None = "read"


class Deed(NamedTuple):
    """Something to do with a value sent as JSON: the type it takes, and the type it gives; `most` bytes at most."""

    path: str
    answer: Callable[[Visit, object], object]
    what: str
    takes: type[Value]
    gives: type
    role: Role | None = "review"
    most: int = MEGABYTE


def route(one: Data | Deed) -> Route:
    """The route that starlette takes."""

    async def endpoint(request: Request) -> Response:
        visit = known(request)
        admit(visit, one.role)
        if isinstance(one, Data):
            made = await run_in_threadpool(one.answer, visit)
        else:
            made = await run_in_threadpool(one.answer, visit, await _taken(request, one))
        return Response(msgspec.json.encode(made), media_type=JSON)

    return Route(one.path, endpoint, methods=["GET" if isinstance(one, Data) else "POST"])


async def _taken(request: Request, one: Deed) -> object:
    """The value of a body; raises HTTPException where it is none.

    Another site's page cannot send this type without asking first, and the workbench never allows it.
    """
    if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != JSON:
        raise HTTPException(415, f"send the body as {JSON}")
    try:
        return msgspec.json.decode(await body_within(request, one.most), type=one.takes)
    except msgspec.MsgspecError as fault:
        raise HTTPException(400, str(fault)) from None
