"""JSON lines: one object with `text` a line, read one at a time; a bad line is reported and the rest go on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from sayso.core.document import Document, Unread, document_id
from sayso.ingest.decode import marked

FIELDS = ("title", "published", "publisher", "url", "language")
_MARK = b"\xef\xbb\xbf"


def read_lines(lines: Iterable[bytes], name: str) -> Iterator[Document | Unread]:
    """The documents of a JSON lines file; `name` and the line number go into every error."""
    for number, raw in enumerate(lines, 1):
        encoding = marked(raw) if number == 1 else None
        if encoding not in (None, "utf-8"):  # line ends cannot be found in it: one message, not one a line
            yield Unread(id=name, error=f"{name}: is {encoding}; JSON lines are read as UTF-8, so save it as that")
            return
        if raw.strip(b" \t\r\n" + _MARK):
            yield _one(raw.removeprefix(_MARK), f"{name}:{number}")


def _one(raw: bytes, where: str) -> Document | Unread:
    try:
        row = msgspec.json.decode(raw)
    except (ValueError, RecursionError) as fault:  # msgspec's and Unicode's errors are ValueErrors
        return Unread(id=where, error=f"{where}: not a JSON object: {_half(raw) or fault}")
    if not isinstance(row, dict):
        return Unread(id=where, error=f"{where}: expected a JSON object with 'text', got {type(row).__name__}")
    own = row.get("id")
    if isinstance(own, int) and not isinstance(own, bool):
        own = str(own)
    if own is not None and not isinstance(own, str):
        return Unread(id=where, error=f"{where}: 'id' is not a string")
    return _document(row, own, where)


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
