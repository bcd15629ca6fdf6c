"""Forms no larger than they may be."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message, Receive

FIELDS = 1000  # of one form, and files
POURED = 100_000_000  # bytes of what is too large that are still taken in, so that the browser gets to read why


async def form_within(request: Request, most: int) -> FormData:
    """The form of a post; raises HTTPException where it is none or has more than so many bytes."""
    announced = request.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > most:
        await _pour_away(request)
        raise HTTPException(413)
    bounded = Request(request.scope, _counted(request.receive, most))
    return await bounded.form(max_files=FIELDS, max_fields=FIELDS, max_part_size=most)


async def body_within(request: Request, most: int) -> bytes:
    """The body of a post; raises HTTPException where it has more than so many bytes."""
    return await Request(request.scope, _counted(request.receive, most)).body()


def _counted(receive: Receive, most: int) -> Receive:
    """Receives until too much has come."""
    come = 0

    async def counting() -> Message:
        nonlocal come
        message = await receive()
        come += len(message.get("body", b""))
        if come > most:
            raise HTTPException(413)
        return message

    return counting


async def _pour_away(request: Request) -> None:
    poured = 0
    async for chunk in request.stream():
        poured += len(chunk)
        if poured > POURED:
            return
