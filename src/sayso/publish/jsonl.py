"""JSON lines by the contract: a record, an input that could not be read, an event; and their JSON Schemas."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

import msgspec

from sayso.core.claim import Record
from sayso.core.document import Unread
from sayso.core.event import Event


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


def event_line(event: Event) -> bytes:
    """The line of an event, line end included; keys in the order of the contract."""
    return msgspec.json.encode(event) + b"\n"


def schema(of: Literal["record", "event"] = "record") -> str:
    """The JSON Schema (2020-12) of a line."""
    return (files("sayso.publish") / f"{of}.schema.json").read_text("utf-8")
