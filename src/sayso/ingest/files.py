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
    """The files to read, in order: folders give their text and JSON lines files, sorted; `-` is standard input.

    A folder with none of them is given itself.
    """
    for path in paths:
        if path == STDIN:
            yield STDIN
            continue
        inside = _inside(Path(path)) if is_folder(Path(path)) else []
        yield from inside or [Path(path)]  # a folder with nothing to read is told of where its files would have stood


def is_folder(path: Path) -> bool:
    """Whether it is a folder, as far as can be seen."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _inside(folder: Path) -> list[Path]:
    wanted = (path for path in folder.rglob("*") if path.suffix.lower() in LINES | TEXTS and not is_folder(path))
    return sorted(path for path in wanted if path.name.lower() != "readme.md")


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
    except OSError as fault:
        yield closed(path, fault)


def closed(path: Path, fault: OSError) -> Unread:
    """A path that cannot be read, and why."""
    name = str(path)
    if isinstance(fault, FileNotFoundError):
        return Unread(id=name, error=f"{name}: no such file; check the path")
    if is_folder(path):
        kinds = ", ".join(sorted(TEXTS | LINES))
        return Unread(id=name, error=f"{name}: nothing to read in this folder; files that are read end in {kinds}")
    return Unread(id=name, error=f"{name}: cannot be read: {fault.strerror or fault}")


def _stream(stream: BinaryIO, name: str) -> Iterator[Document | Unread]:
    """Standard input: JSON lines where its first line begins with `{`, else one plain text."""
    first = next((line for line in stream if line.strip()), b"")
    if first.lstrip().startswith(b"{"):
        yield from read_lines(itertools.chain([first], stream), name)
    else:
        yield read_plain(first + stream.read(), name)
