"""What a process does that reads for another: batches of documents come in on a pipe, answers go out.

It ends with the process that started it, however that ended: the pipe then has an end. What it holds, its packs,
gazetteer and tagger, are locals of `work`.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from sayso.core.document import Document, Unread
from sayso.core.trouble import PackError, SaysoError
from sayso.reference.gazetteer import Gazetteer
from sayso.run.one import Done, With, read_safely
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import Read
from sayso.run.readers import By, Choice, Readers

Answer = Done[object] | Unread | PackError


class Setup(NamedTuple):
    """What a worker is told at its start, in few bytes: it opens and loads the rest by itself."""

    gazetteer: tuple[Path, ...]
    reader: Choice
    mentions: bool
    make: Callable[[Read], object]


class Ready(NamedTuple):
    """The first word of a worker: what it reads by, less the tagger itself, and what to tell about that."""

    by: By
    note: str | None


class Refused(NamedTuple):
    """The first word of a worker that cannot read, and the last."""

    why: str


def work(pipe: Connection, setup: Setup) -> None:
    """Read whatever comes until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    batches: SimpleQueue[tuple[Document, ...]] = SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, batches), daemon=True).start()
    try:
        try:
            by, note = Readers().by(setup.reader)
            gazetteer = Gazetteer(setup.gazetteer) if setup.gazetteer else None
            tools = With(packs_on_demand(), gazetteer, by, setup.mentions)
        except SaysoError as fault:
            pipe.send(Refused(str(fault)))
            return
        pipe.send(Ready(by._replace(propose=None), note))
        while True:
            pipe.send([_answer(document, tools, setup.make) for document in batches.get()])
    except OSError:  # nobody listens any more
        return


def _receive(pipe: Connection, batches: SimpleQueue[tuple[Document, ...]]) -> None:
    """Take batches from the pipe at once, so that who sends one never waits for another to be read."""
    try:
        while True:
            batches.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(0)  # also in the midst of a document: nobody waits for it


def _answer(document: Document, tools: With, make: Callable[[Read], object]) -> Answer:
    try:
        return read_safely(document, tools, make)
    except PackError as fault:
        return fault
