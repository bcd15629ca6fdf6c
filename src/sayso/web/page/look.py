"""How the interface looks: its language and theme, kept in a cookie."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from sayso.web.visit import LANGUAGE, THEME, THEMES, Visit
from sayso.web.words import catalogues

YEAR = 365 * 24 * 60 * 60


def choose(visit: Visit) -> Response:
    """Take the choice, and go back to where it was made."""
    answer = RedirectResponse(back(visit.given("back")), 303)
    chosen = {LANGUAGE: (visit.given("language"), catalogues()), THEME: (visit.given("theme"), THEMES)}
    for cookie, (value, there) in chosen.items():
        if value in there:
            answer.set_cookie(cookie, value, max_age=YEAR, samesite="strict", httponly=True)
    return answer


def back(path: str) -> str:
    """A path of the workbench as it was given, or its first page where it would lead elsewhere."""
    ours = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return path if ours else "/"
