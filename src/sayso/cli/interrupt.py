"""Ctrl-C between two documents, never inside one."""

from __future__ import annotations

import signal
import threading
from types import FrameType, TracebackType
from typing import Self


class Interrupt:
    """While this is entered, Ctrl-C is noted while a document is under way, and raised at once while one is waited for.

    So a line is written whole or not at all, and a wait for standard input still ends.
    """

    def __init__(self) -> None:
        self.asked = False
        self.busy = False
        self._before: object = None

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)  # type: ignore[arg-type]  # what signal.signal gave us

    def _note(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 -- the shape signal asks for
        self.asked = True
        if not self.busy:
            raise KeyboardInterrupt
