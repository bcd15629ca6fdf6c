"""Processes that read for this one: they are sent documents some way ahead, and give them back in order."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Generic, Self, TypeVar

from sayso.core.document import Document
from sayso.core.trouble import SaysoError, WorkerError
from sayso.ingest.port import Taken
from sayso.run.many.inflow import Inflow
from sayso.run.many.line import TOGETHER, Batch, Line, Outcome
from sayso.run.many.turn import Skip, Turn
from sayso.run.many.worker import Ready, Refused, Setup, work
from sayso.run.readers import GRAMMAR, By

DEEP = 2  # batches at a worker: the one it reads, and one more so that it need not wait
AHEAD = 3 * TOGETHER  # documents on their way for each worker, at most
AHEAD_BYTES = 1 << 24  # and bytes of them for each; one document alone may have more
GRACE = 5.0  # seconds that a process may take to end

T = TypeVar("T")


class _Worker:
    """One process, and what it has been sent and has not answered."""

    def __init__(self, process: SpawnProcess, pipe: Connection) -> None:
        self.process = process
        self.pipe = pipe
        self.ready = False
        self.held: deque[Batch] = deque()


class Crew(Generic[T]):
    """`jobs` processes, running while this is entered; `by` is what they read by, once they have said so.

    Raises WorkerError where one ends over its work, and never waits for it.
    """

    def __init__(self, jobs: int, setup: Setup) -> None:
        self.by: By = GRAMMAR
        self._jobs = jobs
        self._setup = setup
        self._workers: list[_Worker] = []
        self._inflow: Inflow | None = None

    def __enter__(self) -> Self:
        context = multiprocessing.get_context("spawn")
        try:
            with _undisturbed():
                for _ in range(self._jobs):
                    ours, theirs = context.Pipe()
                    process = context.Process(target=work, args=(theirs, self._setup), daemon=True)
                    process.start()
                    theirs.close()
                    self._workers.append(_Worker(process, ours))
        except OSError as fault:
            self.close()
            message = f"{self._jobs} processes cannot be started: {fault.strerror or fault}; use fewer --jobs"
            raise WorkerError(message) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def begin(self) -> tuple[By, str | None]:
        """What is read by, and what to tell about it, as the first to be ready says; raises SaysoError if it cannot."""
        first = self._workers[0]
        said = self._heard(first)
        if isinstance(said, Refused):
            raise SaysoError(said.why)
        assert isinstance(said, Ready)
        first.ready = True
        self.by = said.by
        return said

    def each(self, found: Iterable[Taken], skip: Skip) -> Iterator[Turn[T]]:
        """Every document in its order. `skip` is asked of each as it comes in; what it wants skipped is not read."""
        inflow = Inflow(found, documents=self._jobs * AHEAD, size=self._jobs * AHEAD_BYTES)
        self._inflow = inflow
        line: Line[T] = Line()
        while True:
            come, ended = inflow.come()
            for taken in come:
                line.enter(taken, skipped=isinstance(taken.one, Document) and skip(taken.one))
            self._send(line)
            turn = line.next()
            if turn is not None:
                yield turn
                inflow.leave(turn.taken)
            elif ended and not line:
                inflow.end()
                return
            self._receive(line, inflow, until=None if turn is None else 0)

    def close(self) -> None:
        """End every process, whatever it is doing."""
        if self._inflow is not None:
            self._inflow.close()
            self._inflow = None
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.pipe.close()
            worker.process.join(GRACE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.process.close()
        self._workers.clear()

    def _send(self, line: Line[T]) -> None:
        """Give each worker that is ready as much as it may hold; a few documents are not kept back from an idle one."""
        while True:
            free = [worker for worker in self._workers if worker.ready and len(worker.held) < DEEP]
            worker = min(free, key=lambda one: len(one.held), default=None)
            batch = None if worker is None else line.batch(hurry=not worker.held)
            if worker is None or batch is None:
                return
            worker.held.append(batch)
            try:
                worker.pipe.send(batch.documents)
            except OSError:
                raise _lost(worker) from None

    def _receive(self, line: Line[T], inflow: Inflow, until: float | None) -> None:
        """Take in what workers answer, and wait for that, or for more to come in, unless `until` is 0."""
        pipes = {worker.pipe: worker for worker in self._workers}
        for pipe in wait([inflow.bell, *pipes], until):
            worker = pipes.get(pipe)  # type: ignore[call-overload]  # what wait gives is what it was given
            if worker is None:
                continue
            said = self._heard(worker)
            if isinstance(said, Refused):
                raise WorkerError(f"a process that reads could not begin: {said.why}")
            if isinstance(said, Ready):
                worker.ready = True
            else:
                line.answer(worker.held.popleft(), said)

    def _heard(self, worker: _Worker) -> Ready | Refused | list[Outcome[T]]:
        try:
            said: Ready | Refused | list[Outcome[T]] = worker.pipe.recv()
        except (EOFError, OSError):
            raise _lost(worker) from None
        return said


def _lost(worker: _Worker) -> WorkerError:
    """What to say of a process that is gone."""
    worker.process.join(GRACE)
    code = worker.process.exitcode
    how = f"was killed by signal {-code}" if code is not None and code < 0 else f"ended with {code}"
    held = worker.held
    over = f" somewhere from {held[0].first} to {held[0].last}" if held else " before it began"
    return WorkerError(f"a process that reads {how}{over}; if memory ran out, use fewer --jobs")


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Have processes that are started here never hear Ctrl-C, not even before they can say so; it comes later to us."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # starting it would lift the mask
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
