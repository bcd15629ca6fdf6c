"""What takes one form of input to documents: the door through which every form comes in, also one from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple, Protocol

from sayso.core.document import Document, Unread
from sayso.ingest.limits import Limits

HEAD = 1 << 16  # bytes at the beginning of an input by which its form is known


class Place(NamedTuple):
    """Where a document stands: a file, a line in it, and what it is inside an archive, from the outermost inwards."""

    name: str
    line: int | None = None
    inside: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As compilers write it; what is inside an archive stands behind an exclamation mark."""
        path = "!".join((self.name, *self.inside))
        return path if self.line is None else f"{path}:{self.line}"

    def within(self, name: str) -> Place:
        """What stands in this place, which is an archive, under a name."""
        shown = name
        if not name.isprintable():  # a name is anybody's, and is printed
            shown = "".join(c if c.isprintable() else "\ufffd" for c in name)
        return self._replace(line=None, inside=(*self.inside, shown))

    @property
    def suffix(self) -> str:
        """The end of the innermost name from its last full stop on, in small letters; empty where it has none."""
        base = (self.inside[-1] if self.inside else self.name).replace("\\", "/").rpartition("/")[2]
        stem, dot, end = base.rpartition(".")
        return f".{end.lower()}" if dot and stem else ""


class Taken(NamedTuple):
    """A document or why there is none, where it stands, in which form it came, and the bytes it was taken from."""

    one: Document | Unread
    place: Place
    form: str
    raw: bytes | None = None


class Input(NamedTuple):
    """Bytes to be read: where they stand, their beginning (at most HEAD), and all as a stream from the start."""

    place: Place
    head: bytes
    stream: BinaryIO


class Take(Protocol):
    """What takes in one input, whatever its form is; with `named`, as a text where it has no other."""

    def __call__(self, given: Input, *, named: bool = False) -> Iterator[Taken]:
        """The documents of the input."""
        ...


class Tools(NamedTuple):
    """What an ingestor is handed: limits, how columns are called, and how to take in what it finds inside.

    `skip` counts what holds no document and is no fault, such as a picture in a folder: where it is, and what it is.
    With `fast`, pages are read by the libraries of the extra `scale`.
    """

    limits: Limits
    columns: dict[str, str]
    take: Take
    skip: Callable[[Place, str], None]
    fast: bool = False


class Ingestor(NamedTuple):
    """One form of input: its name, what it is in a line, whether an input has it, and how it is taken to documents.

    `accepts` is given the head and the place and decides by content; a name only breaks a tie (CSV and plain text).
    `documents` gives an Unread in the place of a document that cannot be read, and goes on. An InputError or OSError
    that it raises ends this input alone and becomes its Unread. `extra` is the extra of ours that must be installed,
    `known` says in a few words what an input is known by.
    """

    name: str
    about: str
    accepts: Callable[[bytes, Place], bool]
    documents: Callable[[Input, Tools], Iterator[Taken]]
    extra: str | None = None
    known: str = "what it holds"
