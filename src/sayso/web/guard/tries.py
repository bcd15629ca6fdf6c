"""How often logging in may fail in a quarter of an hour, under one name or from one address."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

WHILE = 15 * 60.0  # seconds
HELD = 10_000  # names or addresses remembered


class Tries:
    """Failures by key, of which `most` are allowed. `clock` gives seconds that never go back."""

    def __init__(self, most: int, clock: Callable[[], float]) -> None:
        self._most = most
        self._clock = clock
        self._failed: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, key: str) -> float:
        """Seconds until another try is allowed; 0 where it is now."""
        with self._lock:
            recent = self._recent(key)
        return recent[0] + WHILE - self._clock() if len(recent) >= self._most else 0.0

    def failed(self, key: str) -> None:
        """Count a failure."""
        with self._lock:
            self._failed[key] = [*self._recent(key), self._clock()][-self._most :]
            self._failed.move_to_end(key)
            if len(self._failed) > HELD:
                self._failed.popitem(last=False)

    def _recent(self, key: str) -> list[float]:
        now = self._clock()
        return [one for one in self._failed.get(key, ()) if now - one < WHILE]
