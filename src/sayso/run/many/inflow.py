"""Taking in on a thread of its own, so that what was read is shown while a stream lets wait for more."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from multiprocessing import Pipe

from sayso.core.document import Unread
from sayso.ingest.port import Taken

GRACE = 0.2  # seconds that the thread may take to end; one that waits for a stream never does, and is left behind


class Inflow:
    """What `found` gives, never further ahead than there is room for: so many documents, and so many bytes of them.

    `bell` has something to read when more has come in, or the end has.
    """

    def __init__(self, found: Iterable[Taken], *, documents: int, size: int) -> None:
        self.bell, self._rope = Pipe(duplex=False)
        self._room, self._size = documents, size
        self._changed = threading.Condition()
        self._inside = self._weight = 0  # documents and bytes taken in that have not left yet
        self._items: list[Taken] = []
        self._rung = self._ended = self._closed = False
        self._fault: BaseException | None = None
        self._thread = threading.Thread(target=self._run, args=(iter(found),), name="intake", daemon=True)
        self._thread.start()

    def come(self) -> tuple[list[Taken], bool]:
        """What has come in since, and whether there will be no more."""
        with self._changed:
            if self._rung:
                self.bell.recv_bytes()
                self._rung = False
            items, self._items = self._items, []
            return items, self._ended

    def end(self) -> None:
        """To be called when all that came in is done with: raises what taking in ended by, if it was not the end."""
        if self._fault is not None:
            raise self._fault

    def leave(self, taken: Taken) -> None:
        """Make room: this one is done with."""
        with self._changed:
            self._inside -= 1
            self._weight -= _weight(taken)
            self._changed.notify()

    def close(self) -> None:
        """Take in no more."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join(GRACE)
        self.bell.close()
        self._rope.close()

    def _run(self, found: Iterator[Taken]) -> None:
        try:
            for taken in found:
                if not self._enter(taken):
                    return
        except BaseException as fault:  # noqa: BLE001 -- raised where it is waited for
            self._fault = fault
        with self._changed:
            self._ended = True
            self._ring()

    def _enter(self, taken: Taken) -> bool:
        """Hand one on as soon as there is room; False where nobody wants it any more."""
        weight = _weight(taken)
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._has_room(weight))
            if self._closed:
                return False
            self._inside += 1
            self._weight += weight
            self._items.append(taken)
            self._ring()
            return True

    def _has_room(self, weight: int) -> bool:
        """Whether one more fits; one alone always does."""
        return not self._inside or (self._inside < self._room and self._weight + weight <= self._size)

    def _ring(self) -> None:
        if not self._rung and not self._closed:
            self._rung = True
            self._rope.send_bytes(b"!")


def _weight(taken: Taken) -> int:
    text = 0 if isinstance(taken.one, Unread) else len(taken.one.text)
    return text + len(taken.raw or b"")
