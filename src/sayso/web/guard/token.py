"""The token that every form carries: only a page of ours can know it, so a post from elsewhere is refused."""

from __future__ import annotations

import hashlib
import hmac

from starlette.exceptions import HTTPException

from sayso.web.visit import Visit

FIELD = "token"
HEADER = "X-Form-Token"


def token_of(secret: bytes, cookie: str) -> str:
    """The token of whoever holds a cookie."""
    return hmac.new(secret, cookie.encode(), hashlib.sha256).hexdigest()


def check_token(visit: Visit) -> None:
    """Raise HTTPException where a post does not carry the token of its session."""
    given = visit.request.headers.get(HEADER) or visit.given(FIELD)
    if not hmac.compare_digest(given.encode(), visit.token.encode()):
        raise HTTPException(403, "token")
