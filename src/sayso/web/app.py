"""The workbench as a web application: settings in, an application out, nothing kept elsewhere."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette

from sayso.run.aside import Aside
from sayso.web.ahead import work_ahead
from sayso.web.desk import Desk
from sayso.web.faults import FAULTS
from sayso.web.gate import Gate
from sayso.web.guard import stack
from sayso.web.pasted import Pasted
from sayso.web.routes import routes
from sayso.web.settings import Settings


def application(settings: Settings) -> Starlette:
    """The application. It opens the ledger for each look, so none need be there yet."""
    desk, aside = Desk(settings, work_ahead), Aside()

    @asynccontextmanager
    async def closing(_: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()
        aside.close()

    made = Starlette(routes=routes(), middleware=stack(settings), exception_handlers=FAULTS, lifespan=closing)
    made.state.settings = settings
    made.state.desk = desk
    made.state.aside = aside
    made.state.pasted = Pasted()
    made.state.gate = Gate(settings)
    return made
