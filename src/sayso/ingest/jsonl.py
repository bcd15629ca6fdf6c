"""JSON lines: one object with `text` a line, read one at a time; a bad line is reported and the rest go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sayso.core.document import Document, Unread, document_id

FIELDS = ("title", "published", "publisher", "url", "language")


def read_lines(lines: Iterable[bytes], name: str) -> Iterator[Document | Unread]:
    """The documents of a JSON lines file; `name` and the line number go into every error."""
    for number, raw in enumerate(lines, 1):
        if raw.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _one(raw.removeprefix(b"\xef\xbb\xbf"), f"{name}:{number}")


def _one(raw: bytes, where: str) -> Document | Unread:
    try:
        row = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        return Unread(id=where, error=f"{where}: not a JSON object: {fault}")
    if not isinstance(row, dict):
        return Unread(id=where, error=f"{where}: expected a JSON object with 'text', got {type(row).__name__}")
    own = row.get("id")
    label = str(own) if own is not None else where
    text = row.get("text")
    if not isinstance(text, str):
        return Unread(id=label, error=f"{where}: no 'text' in this object; give the report's text as a string")
    fields = {key: row.get(key) for key in FIELDS}
    wrong = next((key for key, value in fields.items() if value is not None and not isinstance(value, str)), None)
    if wrong is not None:
        return Unread(id=label, error=f"{where}: '{wrong}' is not a string")
    identity = label if own is not None else document_id(text, fields["publisher"], fields["published"])
    return Document(id=identity, text=text, **fields)
