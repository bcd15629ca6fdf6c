"""Which files the paths given mean, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.ingest.asides import ASKED, is_hidden

STDIN = "-"


def files(paths: Iterable[str]) -> Iterator[Path | None]:
    """The files that may be read, in order: folders give those in them, sorted; None is standard input."""
    for path in paths:
        if path == STDIN:
            yield None
        elif is_folder(Path(path)):
            yield from within(Path(path))
        else:
            yield Path(path)


def is_folder(path: Path) -> bool:
    """Whether it is a folder, as far as can be seen."""
    try:
        return path.is_dir()
    except OSError:
        return False


def within(folder: Path) -> list[Path]:
    """The files in a folder and those below it, sorted; hidden ones are left out."""
    there = (path for path in folder.rglob("*") if not is_hidden(str(path.relative_to(folder))))
    return sorted(path for path in there if not is_folder(path))


def begin(name: str) -> bytes:
    """A page as far as it may be asked what it refers to; nothing where it cannot be read, which is told later."""
    try:
        with Path(name).open("rb") as stream:
            return stream.read(ASKED)
    except OSError:
        return b""
