"""One line of `sayso read --format jsonl`: a record, or an input that could not be read."""

from __future__ import annotations

from importlib.resources import files

import msgspec

from sayso.core.claim import Record
from sayso.core.document import Unread


def line(one: Record | Unread) -> bytes:
    """The line, line end included; keys stand in the order of the contract, which is the order of the fields."""
    try:
        return msgspec.json.encode(one) + b"\n"
    except UnicodeEncodeError:
        if isinstance(one, Record):
            raise
        return line(Unread(id=_encodable(one.id), error=_encodable(one.error)))


def _encodable(text: str) -> str:
    """A file name may hold bytes that are no text; they become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def schema() -> str:
    """The JSON Schema (2020-12) of a line."""
    return (files("sayso.publish") / "record.schema.json").read_text("utf-8")
