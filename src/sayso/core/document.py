"""A report as it was read: its text is never altered afterwards."""

from __future__ import annotations

import hashlib

from sayso.core.value import Value, digest


class Document(Value, kw_only=True):
    """One report. `text` is kept to the character; every offset elsewhere counts its code points.

    `modified` is when the report says that it was last changed, `raw` the SHA-256 of the bytes that it was taken from,
    in hexadecimal.
    """

    id: str
    text: str
    language: str | None = None
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()
    author: str | None = None
    modified: str | None = None
    raw: str | None = None

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text in UTF-8 (lone surrogates kept as they are), in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Unread(Value, kw_only=True):
    """An input that could not be read, in the place where its document would have stood."""

    id: str
    error: str


def document_id(text: str, publisher: str | None = None, published: str | None = None) -> str:
    """The id of a document that came without one: a digest of what it says, who published it and when."""
    return digest(text.encode("utf-8", "surrogatepass").hex(), publisher, published)
