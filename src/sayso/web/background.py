"""States of a large ledger, worked out one after another in a process of their own."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
from collections import ChainMap
from collections.abc import Callable

import msgspec

from sayso.core.trouble import LedgerError
from sayso.web.parcel import Held, taken_in, unpacked
from sayso.web.settings import Settings
from sayso.web.snapshot import Snapshot
from sayso.web.worker import Done, Failed, Order, Part, read_frames

WORKER = (sys.executable, "-m", "sayso.web.worker")

Outcome = Snapshot | LedgerError


class Background:
    """Works out the rows that are wanted, the last wanted first, in a thread that ends when there are none left.

    `held` gives, by digest, the values that snapshots at hand are made of; `ready` is called with what became of a row.
    `ahead` works out what pages will ask of a snapshot, before it is ready.
    """

    def __init__(
        self, settings: Settings, held: Callable[[], list[Held]], ready: Callable[[int, Outcome, Held], None],
        ahead: Callable[[Snapshot], None],
    ) -> None:  # fmt: skip
        self._settings = settings
        self._held = held
        self._ready = ready
        self._ahead = ahead
        self._wanted: list[int] = []
        self._under_way: int | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._closed = False

    def want(self, row: int) -> None:
        """Have a row worked out, unless it is under way already."""
        with self._lock:
            if self._closed or row == self._under_way or row in self._wanted:
                return
            self._wanted.append(row)
            if self._under_way is None:
                self._under_way = self._wanted.pop()
                threading.Thread(target=self._work, name="states", daemon=True).start()

    def close(self) -> None:
        """Stop what is under way, and begin nothing new."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def _work(self) -> None:
        while (row := self._under_way) is not None:
            held: Held = {}
            try:
                outcome, held = self._made(row)
            except LedgerError as fault:
                outcome = fault
            if not self._closed:
                self._ready(row, outcome, held)
            with self._lock:
                self._under_way = self._wanted.pop() if self._wanted and not self._closed else None

    def _made(self, row: int) -> tuple[Outcome, Held]:
        """What the process makes of a row; raises LedgerError where it fails."""
        there: ChainMap[bytes, object] = ChainMap({}, *self._held())
        families = self._settings.families
        order = Order(self._settings.ledger, row, None if families is None else dict(families), tuple(there))
        with self._lock:
            if self._closed:
                raise LedgerError("the workbench is ending")
            self._process = subprocess.Popen(WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 -- ours
        with self._process as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(msgspec.msgpack.encode(order))
            process.stdin.close()
            for frame in read_frames(process.stdout):
                match frame:
                    case Part():
                        there.maps[0].update(taken_in(frame.piece))
                    case Failed():
                        raise LedgerError(frame.text)
                    case Done():
                        (release, groups), held = unpacked(frame.index, there)
                        made = Snapshot(release, groups, frame.hash)
                        self._ahead(made)
                        gc.freeze()  # what lives as long as the process need not be walked by every collection
                        return made, held
        raise LedgerError(f"{self._settings.ledger}: the process that works out row {row} ended before it was done")
