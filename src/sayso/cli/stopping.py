"""SIGTERM and Ctrl-C for a run without end: noted, and heeded between two steps."""

from __future__ import annotations

import signal
import time
from types import FrameType, TracebackType
from typing import Self

from sayso.run.watch.trouble import StoppedError

_LOOK = 0.2  # seconds between two looks at whether to stop


class Stopping:
    """While this is entered, both signals are noted; `wait` is where they are heeded."""

    def __init__(self) -> None:
        self.asked = False
        self._before: dict[signal.Signals, object] = {}

    def __enter__(self) -> Self:
        self._before = {one: signal.signal(one, self._note) for one in (signal.SIGINT, signal.SIGTERM)}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one, before in self._before.items():
            signal.signal(one, before)  # type: ignore[arg-type]  # what signal.signal gave us

    def wait(self, until: float) -> None:
        """Return at a moment of the clock in seconds; raises StoppedError as soon as it is to stop."""
        while not self.asked:
            left = until - time.time()
            if left <= 0:
                return
            time.sleep(min(left, _LOOK))
        raise StoppedError("asked to stop")

    def _note(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 -- the shape signal asks for
        self.asked = True
