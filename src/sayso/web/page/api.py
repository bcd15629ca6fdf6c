"""The API told of: a page for people, and the same for programs."""

from __future__ import annotations

import msgspec
from starlette.responses import Response

from sayso.web.api.describe import described, plain
from sayso.web.api.line import JSON, Data
from sayso.web.api.table import TABLE
from sayso.web.draw import page
from sayso.web.visit import Visit


def told(visit: Visit) -> Response:
    """The page: every address, what may be asked, what is given. It is in English, as the values are."""
    lines = [(plain(one.path), "GET" if isinstance(one, Data) else "POST", one) for one in TABLE]
    return page(visit, "api.html", lines=lines, schemas=_fields())


def openapi(visit: Visit) -> Response:  # noqa: ARG001 -- the shape of every answer
    """The description for programs."""
    return Response(msgspec.json.encode(described(TABLE)), media_type=JSON)


def _fields() -> dict[str, list[str]]:
    """The fields of what is sent, by the name of its type."""
    return {one.takes.__name__: list(one.takes.__struct_fields__) for one in TABLE if not isinstance(one, Data)}
