"""JSON that is not one object a line: an array of objects, or one object, which may hold an array of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from sayso.core.trouble import InputError
from sayso.ingest.decode import BOMS
from sayso.ingest.jsonl import from_object
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.stream import whole

NAME = "json"
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*\{|\{[ \t]*\r?\n\s*\")")
_ARRAY = b"["


def accepts(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- the bytes tell
    """Whether it begins as an array of objects, or as an object over several lines."""
    return _BEGINS.match(head) is not None


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """A document for each object."""
    raw = whole(given, tools.limits).removeprefix(BOMS[0][0])
    try:
        found = list(_objects(raw))
    except (ValueError, RecursionError) as fault:  # msgspec's and Unicode's errors are ValueErrors
        raise InputError(f"not JSON: {fault}") from None
    for number, one in enumerate(found, 1):
        here = given.place.within(f"object {number}") if len(found) > 1 else given.place
        yield Taken(from_object(one, str(here), tools.columns), here, NAME, one)


def _objects(raw: bytes) -> Iterator[bytes]:
    """The bytes of each object in an array; of an object, those in the only array of objects it holds, else its own."""
    if raw.lstrip().startswith(_ARRAY):
        yield from map(bytes, msgspec.json.decode(raw, type=list[msgspec.Raw]))
        return
    values = msgspec.json.decode(raw, type=dict[str, msgspec.Raw]).values()
    arrays = [bytes(value) for value in values if re.match(rb"\[\s*\{", bytes(value))]
    if len(arrays) == 1:
        yield from map(bytes, msgspec.json.decode(arrays[0], type=list[msgspec.Raw]))
    else:
        yield raw


JSON = Ingestor(NAME, "JSON: an array of objects, or one", accepts, documents, known="[{ at its beginning, or { alone")
