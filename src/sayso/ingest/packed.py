"""Single files packed by gzip or zstd, whatever is in them."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from typing import BinaryIO

from sayso.core.trouble import InputError
from sayso.ingest.limits import named
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.stream import Readable
from sayso.ingest.unpack import Budget, Unpacked, or_nothing, taken_in, too_deep

GZIP_BEGINS = b"\x1f\x8b"
_ZSTD_BEGINS = b"\x28\xb5\x2f\xfd"
_ZSTD_AT_ONCE = 1 << 10  # bytes; they may unpack to 32 MiB, which come at once


class _Counted(io.RawIOBase):
    """A stream that knows how much was read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill the buffer as far as there is something now; how many bytes that is, 0 at the end."""
        part = self._stream.read(len(buffer))
        self.count += len(part)
        buffer[: len(part)] = part
        return len(part)


def gunzipped(given: Input, tools: Tools) -> io.BufferedReader:
    """What a gzip file holds, within the limits; reading it raises InputError past one and where it is damaged."""
    counted = _Counted(given.stream)
    return io.BufferedReader(_within(gzip.GzipFile(fileobj=io.BufferedReader(counted)), counted, tools))


def _within(stream: Readable, counted: _Counted, tools: Tools) -> Unpacked:
    return Unpacked(stream, Budget(tools.limits), lambda: counted.count)


def _gzip(given: Input, tools: Tools) -> Iterator[Taken]:
    return _one(given, gunzipped(given, tools), tools)


def _zstd(given: Input, tools: Tools) -> Iterator[Taken]:
    counted = _Counted(given.stream)
    return _one(given, _within(_Zstd(counted), counted, tools), tools)


class _Zstd:
    """What a zstd stream of any number of frames holds; one that ends in a frame is cut off."""

    def __init__(self, stream: Readable) -> None:
        import zstandard  # noqa: PLC0415 -- few files are packed so

        self._new = zstandard.ZstdDecompressor().decompressobj
        self._fault = zstandard.ZstdError
        self._stream = stream
        self._frame = self._new()
        self._packed = self._out = b""
        self._begun = False

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; raises OSError where it is damaged."""
        while not self._out and self._more():
            try:
                self._out = self._frame.decompress(self._packed)
            except self._fault as fault:
                raise OSError(str(fault)) from None
            self._packed = self._frame.unused_data if self._frame.eof else b""
            self._begun = not self._frame.eof
        part, self._out = self._out[:size], self._out[size:]
        return part

    def _more(self) -> bool:
        """Whether there is something to unpack, with a new frame begun where the last has ended."""
        self._packed = self._packed or self._stream.read(_ZSTD_AT_ONCE)
        if not self._packed and self._begun:
            message = "it ends in the middle"
            raise EOFError(message)
        if self._frame.eof:
            self._frame = self._new()
        return bool(self._packed)


def _one(given: Input, stream: Readable, tools: Tools) -> Iterator[Taken]:
    if too_deep(given.place, tools.limits):
        raise InputError(f"an archive in more archives than may be, {named('depth')}")
    inner = given.place.within(_inner(given.place))
    yield from or_nothing(given, taken_in(inner, stream, tools, named=not inner.suffix))  # no name says what it is


def _inner(place: Place) -> str:
    """What the packed file is called without the packing."""
    base = (place.inside[-1] if place.inside else place.name).replace("\\", "/").rpartition("/")[2]
    for long, short in ((".tgz", ".tar"), (".gz", ""), (".zst", "")):
        if base.lower().endswith(long):
            return base[: -len(long)] + short
    return base


def _begins_gzip(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- the first bytes tell
    return head.startswith(GZIP_BEGINS)


def _begins_zstd(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- the first bytes tell
    return head.startswith(_ZSTD_BEGINS)


_BY = "its first bytes"
GZIP = Ingestor("gzip", "a file of any of these packed by gzip, such as .tar.gz", _begins_gzip, _gzip, known=_BY)
ZSTD = Ingestor("zstd", "a file of any of these packed by zstd", _begins_zstd, _zstd, known=_BY)
