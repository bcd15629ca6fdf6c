"""Every address of the workbench, in one table: the path, what answers, and who may."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from sayso.web.api import line
from sayso.web.api.table import TABLE
from sayso.web.asset import serve
from sayso.web.endpoint import Action, Page, route
from sayso.web.page import about, api, events, login, look

PAGES: tuple[Page | Action, ...] = (
    Page("/", events.first),
    Page("/events", events.listed),
    Page("/about", about.ledger),
    Page("/api", api.told),
    Page("/api/openapi.json", api.openapi),
    Page("/login", login.ask, None),
    Action("/login", login.enter, None),
    Action("/logout", login.leave, None),
    Action("/look", look.choose, None),
)


def routes() -> list[BaseRoute]:
    """The table as starlette takes it."""
    return [Route("/static/{path:path}", serve), *map(route, PAGES), *map(line.route, TABLE)]
