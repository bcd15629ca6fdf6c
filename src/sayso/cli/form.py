"""The formats of `sayso read`: what each writes for a document, and at the end."""

from __future__ import annotations

from typing import Protocol, TypeVar

from sayso.core.claim import Record
from sayso.core.document import Document, Unread
from sayso.publish.jsonl import line
from sayso.publish.terminal import Look
from sayso.publish.text import table
from sayso.publish.tree import tree
from sayso.run.pipeline import Read

T = TypeVar("T")


class Form(Protocol[T]):
    """A format; `whole` where its output is of use only when complete."""

    whole: bool

    def made(self, read: Read) -> T:
        """What is worked out for a document where it is read, which may be another process."""
        ...

    def one(self, made: T) -> bytes:
        """What to write for a document."""
        ...

    def unread(self, one: Unread) -> bytes:
        """What to write for what could not be read."""
        ...

    def end(self) -> bytes:
        """What to write behind the last."""
        ...


class Jsonl:
    """A record or an error a line."""

    whole = False

    def made(self, read: Read) -> bytes:
        """The line."""
        return line(read.record)

    def one(self, made: bytes) -> bytes:
        """The line."""
        return made

    def unread(self, one: Unread) -> bytes:
        """A line that says why."""
        return line(one)

    def end(self) -> bytes:
        """Nothing."""
        return b""


class Text:
    """A table or a tree for each document; what could not be read is told on standard error alone."""

    whole = False

    def __init__(self, look: Look, encoding: str, *, as_tree: bool) -> None:
        self._look = look
        self._encoding = encoding
        self._draw = tree if as_tree else table

    def made(self, read: Read) -> bytes:
        """The table or tree."""
        return self._draw(read.document, read.record, self._look).encode(self._encoding, "replace")

    def one(self, made: bytes) -> bytes:
        """The table or tree."""
        return made

    def unread(self, one: Unread) -> bytes:  # noqa: ARG002 -- a format as others
        """Nothing."""
        return b""

    def end(self) -> bytes:
        """Nothing."""
        return b""


class Html:
    """One page of all documents, written at the end."""

    whole = True

    def __init__(self) -> None:
        from sayso.publish.html import Page

        self._page = Page()

    def made(self, read: Read) -> tuple[Document, Record]:
        """What the page shows."""
        return read.document, read.record

    def one(self, made: tuple[Document, Record]) -> bytes:
        """Nothing yet."""
        self._page.add(*made)
        return b""

    def unread(self, one: Unread) -> bytes:
        """Nothing yet."""
        self._page.unread(one)
        return b""

    def end(self) -> bytes:
        """The page."""
        return self._page.finish().encode("utf-8", "replace")
