"""Who asks: the one user of a workbench on this machine, or whoever logged in."""

from __future__ import annotations

import secrets

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from sayso.web.guard.token import token_of
from sayso.web.person import Person, Role
from sayso.web.visit import Visit
from sayso.web.words import catalogues, preferred

COOKIE = "sayso"
LANGUAGE = "sayso-language"


def known(request: Request, form: FormData) -> Visit:
    """The visit that a request is."""
    state = request.app.state
    there = catalogues()
    chosen = request.cookies.get(LANGUAGE)
    words = there[preferred(request.headers.get("Accept-Language", ""), chosen, there)]
    cookie = cookie_of(request)
    person = Person(state.settings.by, "admin")
    return Visit(request, form, person, words, token_of(state.secret, cookie))


def cookie_of(request: Request) -> str:
    """The cookie by which a browser is told from others; a new one where it brings none."""
    if "sayso.cookie" not in request.scope:
        request.scope["sayso.cookie"] = request.cookies.get(COOKIE) or secrets.token_urlsafe(32)
    return str(request.scope["sayso.cookie"])


def may_be_seen(visit: Visit, role: Role | None) -> None:
    """Raise HTTPException where the person may not: 401 where nobody is logged in, 403 where the role is too small."""
    if role is None:
        return
    if visit.person is None:
        raise HTTPException(401)
    if not visit.person.may(role):
        raise HTTPException(403, role)
