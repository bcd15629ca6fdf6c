"""Who is logged in: kept here and not in the browser, which has only a random name for it."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from typing import NamedTuple

IDLE = 12 * 60 * 60.0  # seconds without a request after which a session ends
LONGEST = 7 * 24 * 60 * 60.0  # seconds after which it ends however busy


class Session(NamedTuple):
    """Whose it is, and by the clock of the sessions when it began and was last used."""

    name: str
    begun: float
    used: float


class Sessions:
    """Sessions by the digest of their cookie. `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._held: dict[str, Session] = {}
        self._lock = threading.Lock()

    def begin(self, cookie: str, name: str) -> None:
        """Log somebody in; sessions that have ended are cleared away."""
        now = self._clock()
        with self._lock:
            self._held = {key: one for key, one in self._held.items() if _alive(one, now)}
            self._held[_key(cookie)] = Session(name, now, now)

    def name(self, cookie: str) -> str | None:
        """Who is logged in under a cookie; None where nobody is, or not any more."""
        now, key = self._clock(), _key(cookie)
        with self._lock:
            one = self._held.get(key)
            if one is None or not _alive(one, now):
                self._held.pop(key, None)
                return None
            self._held[key] = one._replace(used=now)
            return one.name

    def end(self, cookie: str) -> None:
        """Log out."""
        with self._lock:
            self._held.pop(_key(cookie), None)


def _key(cookie: str) -> str:
    return hashlib.sha256(cookie.encode()).hexdigest()


def _alive(one: Session, now: float) -> bool:
    return now - one.used < IDLE and now - one.begun < LONGEST
