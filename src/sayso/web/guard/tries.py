"""How often logging in may fail: so often for a name and from an address in a quarter of an hour, then not at all."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable

WHILE = 15 * 60.0  # seconds
MOST = 10  # failures
HELD = 10_000  # names and addresses remembered


class Tries:
    """Failures by name and by address. `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._failed: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, keys: Iterable[str]) -> float:
        """Seconds until another try is allowed under all the keys; 0 where it is now."""
        with self._lock:
            return max(map(self._wait, keys), default=0.0)

    def failed(self, keys: Iterable[str]) -> None:
        """Count a failure under each key."""
        now = self._clock()
        with self._lock:
            for key in keys:
                self._failed[key] = [*self._recent(key), now][-MOST:]
                self._failed.move_to_end(key)
            while len(self._failed) > HELD:
                self._failed.popitem(last=False)

    def _wait(self, key: str) -> float:
        recent = self._recent(key)
        return recent[0] + WHILE - self._clock() if len(recent) >= MOST else 0.0

    def _recent(self, key: str) -> list[float]:
        now = self._clock()
        return [one for one in self._failed.get(key, ()) if now - one < WHILE]
