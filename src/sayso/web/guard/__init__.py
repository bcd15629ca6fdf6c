"""What stands between the network and the handlers."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from sayso.web.guard.cookie import SetCookie
from sayso.web.guard.headers import SafeHeaders
from sayso.web.guard.host import OwnHost
from sayso.web.settings import Settings


def stack(settings: Settings) -> Sequence[Middleware]:
    """The layers, outermost first."""
    return (
        Middleware(SafeHeaders),
        Middleware(OwnHost, settings=settings),
        Middleware(SetCookie, settings=settings),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
    )
