"""Logging in and out."""

from __future__ import annotations

import math

from starlette.responses import RedirectResponse, Response

from sayso.web.draw import page
from sayso.web.gate import Gate, Login
from sayso.web.guard.cookie import cookie_of, new_cookie
from sayso.web.page.look import back
from sayso.web.visit import Visit
from sayso.web.words import text

WRONG = text("Name and password do not belong together.")
LATER = text("Logging in failed too often. Try again in {minutes} minutes.")


def ask(visit: Visit) -> Response:
    """The form; whoever is in goes on."""
    if visit.person is not None:
        return RedirectResponse(back(visit.asked("back")), 303)
    return page(visit, "login.html", name="", back=visit.asked("back"), wrong=None)


def enter(visit: Visit) -> Response:
    """Let somebody in, or show the form again."""
    wait = let_in(visit, visit.given("name"), visit.given("password"))
    if wait is None:
        return RedirectResponse(back(visit.given("back")), 303)
    minutes = math.ceil(wait / 60)
    wrong = visit.words(LATER, minutes=minutes) if wait else visit.words(WRONG)
    given = {"name": visit.given("name"), "back": visit.given("back"), "wrong": wrong}
    answer = page(visit, "login.html", status=429 if wait else 403, **given)
    if wait:
        answer.headers["Retry-After"] = str(math.ceil(wait))
    return answer


def let_in(visit: Visit, name: str, password: str) -> float | None:
    """Let somebody in, under a new cookie, so that one planted before is worth nothing; None where they are.

    Else the seconds until another try is allowed, 0 where it is at once.
    """
    gate: Gate = visit.request.app.state.gate
    client = visit.request.client
    login = Login(name.strip(), password, client.host if client else "")
    wait = gate.wait(login)
    if wait or not gate.fits(login):
        return wait
    gate.end(cookie_of(visit.request))
    gate.begin(new_cookie(visit.request), login.name)
    return None


def leave(visit: Visit) -> Response:
    """Log out."""
    let_out(visit)
    return RedirectResponse("/login", 303)


def let_out(visit: Visit) -> None:
    """End the session, and give another cookie."""
    gate: Gate = visit.request.app.state.gate
    gate.end(cookie_of(visit.request))
    new_cookie(visit.request)
