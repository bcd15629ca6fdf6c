"""JSON lines: one object with `text` a line, read one at a time; a bad line is reported and the rest go on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from sayso.core.document import Document, Unread, document_id
from sayso.ingest.columns import renamed
from sayso.ingest.decode import marked
from sayso.ingest.limits import Limits, amount, named
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.stream import lines

SUFFIXES = frozenset({".jsonl", ".ndjson"})
FIELDS = ("title", "published", "publisher", "url", "language")
NAME = "jsonl"
_MARK = b"\xef\xbb\xbf"
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[ \t]*[\"}]")  # an object that goes on in its line


def accepts(head: bytes, place: Place) -> bool:
    """Whether the first line begins as an object with a key, or the name says that it should."""
    return place.suffix in SUFFIXES or _BEGINS.match(head) is not None


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The documents of a JSON lines file, each taken from its line."""
    return read_lines(lines(given.stream, tools.limits), given.place, tools.limits, tools.columns)


def read_lines(
    rows: Iterable[bytes], place: Place, limits: Limits, columns: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Taken]:
    """The document of every line; its number goes into every error."""
    for number, raw in enumerate(rows, 1):
        here = place._replace(line=number)
        encoding = marked(raw) if number == 1 else None
        if encoding not in (None, "utf-8"):  # line ends cannot be found in it: one message, not one a line
            error = f"{place}: is {encoding}; JSON lines are read as UTF-8, so save it as that"
            yield Taken(Unread(id=str(place), error=error), here, NAME)
            return
        if len(raw) > limits.page_bytes:
            error = f"{here}: larger than {amount(limits.page_bytes)}, {named('page_bytes')}"
            yield Taken(Unread(id=str(here), error=error), here, NAME)
        elif raw.strip(b" \t\r\n" + _MARK):
            yield Taken(from_object(raw.removeprefix(_MARK), str(here), columns), here, NAME, raw)


def from_object(raw: bytes, where: str, columns: Mapping[str, str]) -> Document | Unread:
    """The document of one object, or what is wrong with it; `where` it stands goes into the error."""
    try:
        row = msgspec.json.decode(raw)
    except (ValueError, RecursionError) as fault:  # msgspec's and Unicode's errors are ValueErrors
        return Unread(id=where, error=f"{where}: not a JSON object: {_half(raw) or fault}")
    if not isinstance(row, dict):
        return Unread(id=where, error=f"{where}: expected a JSON object with 'text', got {type(row).__name__}")
    given = renamed(row, columns)
    own = given.get("id")
    if isinstance(own, int) and not isinstance(own, bool):
        own = str(own)
    if own is not None and not isinstance(own, str):
        return Unread(id=where, error=f"{where}: 'id' is not a string")
    if "text" not in given and not row.keys() <= {"id", *FIELDS}:
        keys = ", ".join(map(repr, row))
        return Unread(id=own or where, error=f"{where}: no 'text' among {keys}; say which holds it: --columns text=…")
    return _document(given, own, where)


def _document(row: dict[str, Any], own: str | None, where: str) -> Document | Unread:
    label = own or where
    text = row.get("text")
    if not isinstance(text, str):
        return Unread(id=label, error=f"{where}: no 'text' in this object; give the report's text as a string")
    fields: dict[str, Any] = {key: row.get(key) for key in FIELDS}
    wrong = next((key for key, value in fields.items() if value is not None and not isinstance(value, str)), None)
    if wrong is not None:
        return Unread(id=label, error=f"{where}: '{wrong}' is not a string")
    identity = own or document_id(text, fields["publisher"], fields["published"])
    return Document(id=identity, text=text, **fields)


def _half(raw: bytes) -> str | None:
    r"""What is wrong where a line is JSON but for `\ud800` or the like standing alone, which is half a character."""
    if b"\\ud" not in raw.lower():
        return None
    try:
        whole = json.dumps(json.loads(raw), ensure_ascii=False)
    except (ValueError, RecursionError):
        return None
    half = next((c for c in whole if "\ud800" <= c <= "\udfff"), None)
    return f"it holds \\u{ord(half):04x} alone, which is half a character" if half is not None else None


_BY = '{" at its beginning, or its name'
JSON_LINES = Ingestor(NAME, 'JSON lines: an object with "text" a line', accepts, documents, known=_BY)
