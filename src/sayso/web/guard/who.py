"""Who asks: the one user of a workbench on this machine, or whoever logged in."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from sayso.web.gate import Gate
from sayso.web.guard.cookie import cookie_of
from sayso.web.guard.token import token_of
from sayso.web.person import Role
from sayso.web.visit import LANGUAGE, Visit
from sayso.web.words import catalogues, preferred


def known(request: Request) -> Visit:
    """The visit that a request is, without its form; raises InputError where the file of users cannot be read."""
    gate: Gate = request.app.state.gate
    there = catalogues()
    accepted, chosen = request.headers.get("Accept-Language", ""), request.cookies.get(LANGUAGE)
    cookie = cookie_of(request)
    words = there[preferred(accepted, chosen, there)]
    return Visit(request, FormData(), gate.person(cookie), words, token_of(gate.secret, cookie))


def admit(visit: Visit, role: Role | None) -> None:
    """Raise HTTPException where the visitor may not: 401 where nobody is logged in, 403 where the role is too small."""
    if role is None:
        return
    if visit.person is None:
        raise HTTPException(401)
    if not visit.person.may(role):
        raise HTTPException(403)
