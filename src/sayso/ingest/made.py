"""Documents from the fields that a form of input gives."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.core.document import Document, document_id

FIELDS = ("title", "published", "publisher", "url", "language", "author", "modified")


def made(text: str, fields: Mapping[str, str | None], warnings: tuple[str, ...] = ()) -> Document:
    """The document of a text and its fields; empty ones are left out, and one without an id gets a digest for it."""
    given = {name: value.strip() for name in FIELDS if (value := fields.get(name)) and value.strip()}
    own = (fields.get("id") or "").strip()
    identity = own or document_id(text, given.get("publisher"), given.get("published"))
    return Document(id=identity, text=text, warnings=warnings, **given)
