"""Documents from the fields that a form of input gives."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from sayso.core.document import Document, document_id

FIELDS = ("title", "published", "publisher", "url", "language", "author", "modified")


def sha256(raw: bytes) -> str:
    """The SHA-256 of bytes that many documents are taken from, so that it is worked out once."""
    return hashlib.sha256(raw).hexdigest()


def made(
    text: str, fields: Mapping[str, str | None], warnings: tuple[str, ...] = (), raw: str | None = None
) -> Document:
    """The document of a text and its fields; empty ones are left out, and one without an id gets a digest for it."""
    given = {name: value.strip() for name in FIELDS if (value := fields.get(name)) and value.strip()}
    own = (fields.get("id") or "").strip()
    identity = own or document_id(text, given.get("publisher"), given.get("published"))
    return Document(id=identity, text=text, warnings=warnings, raw=raw, **given)
