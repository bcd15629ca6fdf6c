"""The workbench as a web application: settings in, an application out, nothing kept elsewhere."""

from __future__ import annotations

import secrets

from starlette.applications import Starlette

from sayso.web.desk import Desk
from sayso.web.faults import FAULTS
from sayso.web.guard import STACK
from sayso.web.routes import routes
from sayso.web.settings import Settings


def application(settings: Settings) -> Starlette:
    """The application. It opens the ledger for each look, so none need be there yet."""
    made = Starlette(routes=routes(), middleware=list(STACK), exception_handlers=FAULTS)
    made.state.settings = settings
    made.state.desk = Desk(settings)
    made.state.secret = secrets.token_bytes(32)
    return made
