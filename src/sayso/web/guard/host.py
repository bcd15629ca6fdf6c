"""Only requests meant for this workbench: its own name in Host, and no post that another site's page sends.

A page elsewhere whose name was pointed at this machine (DNS rebinding) brings its own name in Host, and is refused.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.web.settings import Settings

SAFE = frozenset({"GET", "HEAD"})
OWN_SITE = frozenset({"same-origin", "none"})  # what a browser says of a request from a page of ours, or from nowhere


class OwnHost:
    """Answers 421 to a Host that is not ours, 403 to a post from elsewhere; all else goes on."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = frozenset(settings.hosts)
        scheme = "https" if settings.secure else "http"
        self._origins = frozenset(f"{scheme}://{host}" for host in settings.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or pass it on."""
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            if headers.get("Host", "").lower() not in self._hosts or len(headers.getlist("Host")) > 1:
                text = "This workbench is not reached under that name. Give it with sayso serve --origin.\n"
                return await PlainTextResponse(text, 421)(scope, receive, send)
            if scope["method"] not in SAFE and not self._from_here(headers):
                text = "Posts are taken only from the workbench's own pages. Nothing was recorded.\n"
                return await PlainTextResponse(text, 403)(scope, receive, send)
        return await self._app(scope, receive, send)

    def _from_here(self, headers: Headers) -> bool:
        """Whether a post says that it comes from a page of ours, or does not say; the token decides then."""
        origin, site = headers.get("Origin"), headers.get("Sec-Fetch-Site")
        return (origin is None or origin.lower() in self._origins) and (site is None or site in OWN_SITE)
