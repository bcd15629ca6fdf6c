"""The reports that come with sayso, as documents."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from sayso.core.document import Document, Unread
from sayso.ingest.plain import read_plain

SUFFIX = ".md"


def bundled() -> Iterator[Document | Unread]:
    """Every bundled report, in the order of their names."""
    for path in sorted(_inside(files("sayso") / "reports"), key=lambda path: path.name):
        yield read_plain(path.read_bytes(), path.name)


def _inside(folder: Traversable) -> Iterator[Traversable]:
    for path in folder.iterdir():
        if path.is_dir():
            yield from _inside(path)
        elif path.name.endswith(SUFFIX) and path.name.lower() != "readme.md":
            yield path
