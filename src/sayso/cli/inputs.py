"""The documents of the paths given, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from sayso.core.document import Unread
from sayso.ingest import jsonl, plain
from sayso.ingest.files import files
from sayso.ingest.port import Place

COUNTED_AHEAD = 1 << 28  # bytes of JSON lines that are counted before reading, to tell how long it will take
ONE_EACH = plain.SUFFIXES | {".html", ".htm"}  # names of files that hold one document
_BLOCK = 1 << 20


def placed(unread: Unread, place: Place) -> Unread:
    """An input that could not be read, with where it stands in its message."""
    if unread.error.startswith((f"{place.name}:", f"{place.name}!")):
        return unread
    return msgspec.structs.replace(unread, error=f"{place}: {unread.error}")


def how_many(paths: Iterable[str]) -> int | None:
    """How many documents there are to read, by the names of the files; None where that would take long to find out."""
    total, left = 0, COUNTED_AHEAD
    for path in files(paths):
        if path is None:
            return None
        suffix = path.suffix.lower()
        try:
            if suffix in ONE_EACH:
                total += 1
                continue
            left -= path.stat().st_size
            if suffix not in jsonl.SUFFIXES or left < 0 or not path.is_file():
                return None
            with path.open("rb") as stream:
                total += sum(block.count(b"\n") for block in iter(lambda: stream.read(_BLOCK), b""))
        except OSError:
            return None
    return total
