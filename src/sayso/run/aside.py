"""Reading what a stranger hands in, in another process and for so long at most: whatever it is, the caller goes on.

    python -m sayso.run.aside

That process reads orders from standard input and writes an answer to each to standard output. It keeps its language
packs from one order to the next.
"""

from __future__ import annotations

import datetime as dt
import io
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from typing import IO, BinaryIO, TypeVar

import msgspec

from sayso.core.claim import Record
from sayso.core.document import Document, Unread, document_id
from sayso.core.report import Report
from sayso.core.trouble import SaysoError
from sayso.core.value import Value
from sayso.ingest.limits import MIB, Limits
from sayso.ingest.port import Place
from sayso.ingest.stream import peeked
from sayso.ingest.take import Intake
from sayso.lang.pack import Pack
from sayso.ledger.entry import document_key
from sayso.reference.gazetteer import Gazetteer
from sayso.run.gazetteers import opened
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import Read, read_document
from sayso.run.report import report, with_sketches

SECONDS = 20.0  # for one order
MOST = 50  # documents of one input, such as an archive
LIMITS = Limits(page_bytes=8 * MIB, unpacked_bytes=32 * MIB, members=1000)
_LENGTH = struct.Struct(">I")
Frame = TypeVar("Frame", bound=Value)


class Order(Value, kw_only=True):
    """The bytes, the name they came under, and what the person says of them: date, publisher and the like."""

    raw: bytes
    name: str
    given: dict[str, str]
    today: dt.date


class Found(Value, kw_only=True):
    """A document read, and what the ledger keeps of that."""

    document: Document
    record: Record
    report: Report


class Answer(Value, kw_only=True):
    """What was found, in order, what could not be read and why, and the digest of the gazetteer read with."""

    found: tuple[Found, ...]
    unread: tuple[str, ...]
    gazetteer: str | None


class AsideError(SaysoError):
    """What was handed in cannot be read in the time there is; the text says what to do instead."""


class Aside:
    """A process that reads, one order after another; started with the first, and anew after one that took too long."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, order: Order) -> Answer:
        """The answer to an order; raises AsideError where it takes too long or the process ends over it."""
        if not self._lock.acquire(timeout=self._seconds):
            raise AsideError("other texts are being read; try again in a minute")
        try:
            process = self._running()
            late = threading.Event()
            timer = threading.Timer(self._seconds, _stop, (process, late))
            timer.start()
            try:
                assert process.stdin is not None
                assert process.stdout is not None
                _write(order, process.stdin)
                answer = _read(process.stdout, Answer)
            except OSError:  # it ended while the order was written
                answer = None
            finally:
                timer.cancel()
            if answer is None:
                self.close()
                why = (
                    f"it takes longer than {self._seconds:g} seconds" if late.is_set() else "the reader failed over it"
                )
                raise AsideError(f"it cannot be read here: {why}; try `sayso add` with the file")
            return answer
        finally:
            self._lock.release()

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            command = (sys.executable, "-m", "sayso.run.aside")
            self._process = subprocess.Popen(  # noqa: S603 -- ours
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        return self._process


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def answer(order: Order, packs: Mapping[str, Pack], gazetteer: Gazetteer | None) -> Answer:
    """Take in and read what was handed in."""
    reads: list[Read] = []
    unread: list[str] = []
    given = peeked(Place(order.name), io.BytesIO(order.raw))
    for number, taken in enumerate(Intake(LIMITS).take(given, named=True)):
        if number >= MOST:
            unread.append(f"{order.name}: only the first {MOST} documents are read here; use `sayso add` for all")
            break
        one = taken.one
        read = (
            one
            if isinstance(one, Unread)
            else read_document(particular(one, order.given), packs, gazetteer=gazetteer, today=order.today)
        )
        if isinstance(read, Unread):
            unread.append(read.error)
        else:
            reads.append(read)
    reports = [report(read, document_key(read.document)) for read in reads]
    kept = with_sketches(reports, [read.document.text for read in reads])
    found = (
        Found(document=read.document, record=read.record, report=one) for read, one in zip(reads, kept, strict=True)
    )
    digest = gazetteer.digest() if gazetteer is not None else None
    return Answer(found=tuple(found), unread=tuple(unread), gazetteer=digest)


def particular(document: Document, given: Mapping[str, str]) -> Document:
    """The document with what the person says of it; one that is named by its contents gets the name they give now."""
    said = {field: value for field, value in given.items() if value}
    named = msgspec.structs.replace(document, **said)
    if document.id == document_id(document.text, document.publisher, document.published):
        own = document_id(named.text, named.publisher, named.published)
        named = msgspec.structs.replace(named, id=own)
    return named


def _orders(stream: IO[bytes]) -> Iterator[Order]:
    while (order := _read(stream, Order)) is not None:
        yield order


def _write(frame: Value, stream: IO[bytes]) -> None:
    raw = msgspec.msgpack.encode(frame)
    stream.write(_LENGTH.pack(len(raw)) + raw)
    stream.flush()


def _read(stream: IO[bytes], kind: type[Frame]) -> Frame | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    raw = stream.read(length)
    return msgspec.msgpack.decode(raw, type=kind) if len(raw) == length else None


def serve(orders: BinaryIO, answers: BinaryIO) -> None:
    """Answer orders until there are no more."""
    packs = packs_on_demand()
    with opened(None) as (gazetteer, _):
        for order in _orders(orders):
            _write(answer(order, packs, gazetteer), answers)


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
