"""The documents of the paths given, each with the file and line it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

import msgspec

from sayso.core.document import Document, Unread
from sayso.ingest import documents, files
from sayso.ingest.files import LINES, STDIN, closed, is_folder
from sayso.ingest.jsonl import read_lines

COUNTED_AHEAD = 1 << 28  # bytes of JSON lines that are counted before reading, to tell how long it will take
_BLOCK = 1 << 20


class Place(NamedTuple):
    """Where a document stands."""

    name: str
    line: int | None = None

    def __str__(self) -> str:
        """As compilers write it."""
        return self.name if self.line is None else f"{self.name}:{self.line}"


class _Lines:
    """A stream that knows the number of the line it gave last."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.number = 0

    def __iter__(self) -> Iterator[bytes]:
        for raw in self.stream:
            self.number += 1
            yield raw

    def read(self) -> bytes:
        return self.stream.read()


def located(paths: Iterable[str], stdin: BinaryIO) -> Iterator[tuple[Place, Document | Unread]]:
    """Every document of the paths in order, with where it stands."""
    for path in files(paths):
        name = str(path)
        if path == STDIN:
            lines = _Lines(stdin)
            for one in documents([STDIN], cast("BinaryIO", lines)):
                yield Place("standard input", lines.number), one
        elif Path(path).suffix.lower() in LINES and not is_folder(Path(path)):
            yield from _lines(Path(path))
        else:
            for one in documents([name], stdin):
                yield Place(name), one


def _lines(path: Path) -> Iterator[tuple[Place, Document | Unread]]:
    try:
        with path.open("rb") as stream:
            lines = _Lines(stream)
            for one in read_lines(lines, str(path)):
                yield Place(str(path), lines.number), one
    except OSError as fault:
        yield Place(str(path)), closed(path, fault)


def placed(unread: Unread, place: Place) -> Unread:
    """An input that could not be read, with where it stands in its message."""
    if unread.error.startswith(f"{place.name}:"):
        return unread
    return msgspec.structs.replace(unread, error=f"{place}: {unread.error}")


def how_many(paths: Iterable[str]) -> int | None:
    """How many documents there are to read; None where that would take long to find out."""
    total, left = 0, COUNTED_AHEAD
    for path in files(paths):
        if path == STDIN:
            return None
        try:
            if Path(path).suffix.lower() not in LINES:
                total += 1
                continue
            left -= Path(path).stat().st_size
            if left < 0 or not Path(path).is_file():
                return None
            with Path(path).open("rb") as stream:
                total += sum(block.count(b"\n") for block in iter(lambda: stream.read(_BLOCK), b""))
        except OSError:
            return None
    return total
