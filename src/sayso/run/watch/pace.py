"""How often a host is asked: never sooner than its delay after the last time, nor before it said that it may be."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit


def host_of(address: str) -> str:
    """Who is asked: the host of an address, with its port where it names one."""
    parts = urlsplit(address)
    return parts.netloc.rpartition("@")[2].lower()


class Pace:
    """The moments, in seconds of the clock given, from which each host may be asked again."""

    def __init__(self, delay: float, clock: Callable[[], float]) -> None:
        self._delay = delay
        self._clock = clock
        self._delays: dict[str, float] = {}
        self._free: dict[str, float] = {}

    def free_at(self, host: str) -> float:
        """From when on it may be asked; the past for one not asked yet."""
        return self._free.get(host, 0.0)

    def asked(self, host: str) -> None:
        """It was asked just now."""
        self.hold(host, self._delays.get(host, self._delay))

    def hold(self, host: str, seconds: float) -> None:
        """Leave it alone for so long."""
        self._free[host] = max(self.free_at(host), self._clock() + seconds)

    def slow(self, host: str, delay: float) -> None:
        """It wants to be asked no more often than this, or than the delay that holds for all."""
        self._delays[host] = max(delay, self._delay)
