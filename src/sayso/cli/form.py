"""The formats of `sayso read`: what each writes for a document, and at the end."""

from __future__ import annotations

from typing import Protocol

from sayso.core.document import Unread
from sayso.publish.jsonl import line
from sayso.publish.terminal import Look
from sayso.publish.text import table
from sayso.publish.tree import tree
from sayso.run.pipeline import Read


class Form(Protocol):
    """A format; `whole` where its output is of use only when complete."""

    whole: bool

    def one(self, result: Read | Unread) -> bytes:
        """What to write for a document."""
        ...

    def end(self) -> bytes:
        """What to write behind the last."""
        ...


class Jsonl:
    """A record or an error a line."""

    whole = False

    def one(self, result: Read | Unread) -> bytes:
        """The line."""
        return line(result if isinstance(result, Unread) else result.record)

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

    def one(self, result: Read | Unread) -> bytes:
        """The table or tree."""
        if isinstance(result, Unread):
            return b""
        return self._draw(result.document, result.record, self._look).encode(self._encoding, "replace")

    def end(self) -> bytes:
        """Nothing."""
        return b""


class Html:
    """One page of all documents, written at the end."""

    whole = True

    def __init__(self) -> None:
        from sayso.publish.html import Page

        self._page = Page()

    def one(self, result: Read | Unread) -> bytes:
        """Nothing yet."""
        if isinstance(result, Unread):
            self._page.unread(result)
        else:
            self._page.add(result.document, result.record)
        return b""

    def end(self) -> bytes:
        """The page."""
        return self._page.finish().encode("utf-8", "replace")
