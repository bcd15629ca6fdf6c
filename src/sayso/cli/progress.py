"""How far a run has come, on one line of standard error, and only where that is a terminal."""

from __future__ import annotations

import sys
import time

BEFORE_FIRST = 1.0  # seconds; a short run shows nothing
BETWEEN = 0.2
_CLEAR = "\r\x1b[K"


class Progress:
    """Counts documents; `total` is None where nobody knows it."""

    def __init__(self, total: int | None, *, live: bool) -> None:
        self.total = total
        self.done = 0
        self._live = live
        self._start = time.monotonic()
        self._due = self._start + BEFORE_FIRST
        self._shown = False

    def step(self) -> None:
        """One more document is done."""
        self.done += 1
        if not self._live:
            return
        now = time.monotonic()
        if now >= self._due:
            self._due = now + BETWEEN
            self._shown = True
            sys.stderr.write(_CLEAR + describe(self.done, self.total, now - self._start))
            sys.stderr.flush()

    def hide(self) -> None:
        """Take the line away, before something else is written or at the end."""
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
            self._shown = False


def describe(done: int, total: int | None, seconds: float) -> str:
    """Count, rate and time gone; time left where the total is known."""
    rate = done / seconds if seconds > 0 else 0.0
    of = f" of {total:,}" if total is not None else ""
    out = f"{done:,}{of} documents · {rate:,.{0 if rate >= 10 else 1}f}/s · {clock(seconds)}"
    if total is not None and rate > 0 and total >= done:
        out += f" · {clock((total - done) / rate)} left"
    return out


def clock(seconds: float) -> str:
    """Seconds as `0:07`, `12:34` or `1:02:03`."""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"
