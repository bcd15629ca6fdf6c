"""Files, folders and standard input as documents, in a fixed order, streamed."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.core.document import Document, Unread
from sayso.ingest.jsonl import read_lines
from sayso.ingest.plain import read_plain

LINES = frozenset({".jsonl", ".ndjson"})
TEXTS = frozenset({".txt", ".md", ".text"})
STDIN = "-"


def files(paths: Iterable[str]) -> Iterator[Path | str]:
    """The files to read, in order: folders give their text and JSON lines files, sorted; `-` is standard input."""
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            inside = sorted(p for p in Path(path).rglob("*") if p.suffix.lower() in LINES | TEXTS and p.is_file())
            yield from (p for p in inside if p.name.lower() != "readme.md")
        else:
            yield STDIN if path == STDIN else Path(path)


def documents(paths: Iterable[str], stdin: BinaryIO) -> Iterator[Document | Unread]:
    """Every document of the paths in order; what cannot be read comes as Unread in its place, and the rest go on."""
    for path in files(paths):
        if isinstance(path, str):
            yield from _stream(stdin, "standard input")
        else:
            yield from _file(path)


def _file(path: Path) -> Iterator[Document | Unread]:
    name = str(path)
    try:
        with path.open("rb") as stream:
            if path.suffix.lower() in LINES:
                yield from read_lines(stream, name)
            else:
                yield read_plain(stream.read(), name)
    except FileNotFoundError:
        yield Unread(id=name, error=f"{name}: no such file; check the path")
    except IsADirectoryError:
        yield Unread(id=name, error=f"{name}: is a folder")
    except OSError as fault:
        yield Unread(id=name, error=f"{name}: cannot be opened: {fault.strerror}")


def _stream(stream: BinaryIO, name: str) -> Iterator[Document | Unread]:
    """Standard input: JSON lines where its first line begins with `{`, else one plain text."""
    first = next((line for line in stream if line.strip()), b"")
    if first.lstrip().startswith(b"{"):
        yield from read_lines(itertools.chain([first], stream), name)
    else:
        yield read_plain(first + stream.read(), name)
