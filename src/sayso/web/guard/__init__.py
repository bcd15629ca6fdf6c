"""What stands between the network and the handlers, outermost first."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

STACK: Sequence[Middleware] = (Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),)
