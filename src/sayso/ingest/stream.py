"""Streams that can be looked into before they are read, and that give no more than they may."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol, cast

from sayso.core.trouble import InputError
from sayso.ingest.limits import Limits, amount, named
from sayso.ingest.port import HEAD, Input, Place

KEPT_IN_MEMORY = 1 << 24  # bytes of an archive inside another; more than that goes into a file without a name
_BLOCK = 1 << 16


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        ...


class _Rewound(io.RawIOBase):
    """A beginning that was read already, and the rest of the stream it was read from."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill the buffer as far as there is something now; how many bytes that is, 0 at the end."""
        if self._head:
            part, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            part = some(self._rest, len(buffer))
        buffer[: len(part)] = part
        return len(part)


def some(stream: Readable, size: int) -> bytes:
    """What is there now: a line from a pipe as soon as it is written, and what stands before damage."""
    read = getattr(stream, "read1", stream.read)
    return cast("bytes", read(size))


def peeked(place: Place, stream: Readable) -> Input:
    """An input from a stream that cannot go back: its head is read, and given once more by the stream of the input.

    A first line of JSON ends the head, since more may be long in coming.
    """
    head = b""
    while len(head) < HEAD and not (head.lstrip().startswith(b"{") and b"\n" in head.lstrip()):
        part = some(stream, HEAD - len(head))
        if not part:
            break
        head += part
    return Input(place, head, io.BufferedReader(_Rewound(head, stream)))


def opened(place: Place, stream: BinaryIO) -> Input:
    """An input from a stream that can go back to where it begins."""
    head = stream.read(HEAD)
    stream.seek(0)
    return Input(place, head, stream)


def whole(given: Input, limits: Limits) -> bytes:
    """All bytes of a page, message or document; raises InputError where they are more than one may have."""
    parts: list[bytes] = []
    size = 0
    while part := given.stream.read(_BLOCK):
        parts.append(part)
        size += len(part)
        if size > limits.page_bytes:
            raise InputError(f"larger than {amount(limits.page_bytes)}, {named('page_bytes')}")
    return b"".join(parts)


def lines(stream: BinaryIO, limits: Limits) -> Iterator[bytes]:
    """The lines of a stream; one longer than a page may be comes without its end, longer than the limit by a byte."""
    while raw := stream.readline(limits.page_bytes + 1):
        yield raw
        rest = raw
        while len(raw) > limits.page_bytes and not rest.endswith(b"\n"):
            rest = stream.readline(_BLOCK)
            if not rest:
                return


@contextmanager
def seekable(given: Input, limits: Limits) -> Iterator[BinaryIO]:
    """The stream of an input, so that it can be read in any order; what cannot go back is laid aside for that.

    Raises InputError where it would be laid aside, and is larger than all of an archive may be.
    """
    import tempfile  # noqa: PLC0415 -- only archives inside archives and from pipes need it

    if given.stream.seekable():
        yield given.stream
        return
    with tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY) as aside:
        size = 0
        while part := given.stream.read(_BLOCK):
            size += len(part)
            if size > limits.unpacked_bytes:
                raise InputError(f"larger than {amount(limits.unpacked_bytes)}, {named('unpacked_bytes')}")
            aside.write(part)
        aside.seek(0)
        yield cast("BinaryIO", aside)
