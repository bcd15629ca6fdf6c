"""The cookie by which a browser is told from others: random, unseen by scripts, sent only by pages of ours."""

from __future__ import annotations

import re
import secrets

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.settings import Settings

COOKIE = "sayso"
_FORM = re.compile(r"[A-Za-z0-9_-]{43}")
_HELD, _NEW = "sayso.cookie", "sayso.cookie.new"


def cookie_of(request: Request) -> str:
    """The browser's cookie; where it brings none of ours, a new one that the answer will set."""
    if _HELD not in request.scope:
        brought = request.cookies.get(COOKIE, "")
        if not _FORM.fullmatch(brought):
            return new_cookie(request)
        request.scope[_HELD] = brought
    return str(request.scope[_HELD])


def new_cookie(request: Request) -> str:
    """A new cookie for the browser, in the place of any it has: one that others may know is worth nothing."""
    request.scope[_HELD] = secrets.token_urlsafe(32)
    request.scope[_NEW] = True
    return str(request.scope[_HELD])


class SetCookie:
    """Sets the cookie on the answer to a request for which a new one was made."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._more = "; Path=/; HttpOnly; SameSite=Strict" + ("; Secure" if settings.secure else "")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and set the cookie on its answer."""

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and scope.get(_NEW):
                MutableHeaders(scope=message).append("Set-Cookie", f"{COOKIE}={scope[_HELD]}{self._more}")
            await send(message)

        await self._app(scope, receive, with_cookie if scope["type"] == "http" else send)
