"""Building the gazetteer, and finding the one to read with: what is built lies with the Python that runs sayso."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from sayso.core.trouble import SaysoError
from sayso.reference.gazetteer import Gazetteer
from sayso.reference.gazetteer.dump import Fault, read_dump
from sayso.reference.gazetteer.store import is_gazetteer
from sayso.reference.gazetteer.write import write

HOW = "sayso gazetteer"
NAMED = 20  # faults of a dump that are named one by one


class Built(NamedTuple):
    """What was written: where, how many places and names it holds, and the lines that could not be used."""

    path: Path
    places: int
    names: int
    faults: tuple[Fault, ...]

    @property
    def told(self) -> Iterator[str]:
        """The faults as they are shown: the first ones, then how many more."""
        yield from map(str, islice(self.faults, NAMED))
        if len(self.faults) > NAMED:
            yield f"{self.faults[0].path}: {len(self.faults) - NAMED:,} more lines that cannot be used"


def default_path() -> Path:
    """Where the gazetteer of this installation lies once it is built: inside the virtual environment, if in one."""
    return Path(sys.prefix) / "share" / "sayso" / "gazetteer.sqlite"


def build(path: Path) -> Built:
    """Build the gazetteer from the packages and tables it is made of.

    Raises SaysoError where these are missing or at fault, OSError where it cannot be written.
    """
    from sayso.reference.gazetteer.assemble import rows  # noqa: PLC0415 -- only building needs it

    return Built(path, *write(rows(), path), ())


def build_from_dump(dump: Path, path: Path) -> Built:
    """Build a gazetteer from a GeoNames dump; raises SaysoError where no line of it can be used, OSError."""
    faults: list[Fault] = []
    places, names = write(read_dump(dump, faults), path)
    if not places:
        path.unlink(missing_ok=True)
        first = f"; {faults[0]}" if faults else ""
        message = f"{dump}: holds no place of a GeoNames dump{first}"
        raise SaysoError(message)
    return Built(path, places, names, tuple(faults))


@contextmanager
def opened(user: Path | None) -> Iterator[tuple[Gazetteer | None, tuple[str, ...]]]:
    """The gazetteer to read with, None where there is none, and what to tell about it.

    `user` is a gazetteer or a GeoNames dump to ask first. Raises SaysoError and OSError where it cannot be used.
    """
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        paths: list[Path] = []
        notes: list[str] = []
        if user is not None and is_gazetteer(user):
            paths.append(user)
        elif user is not None:
            built = build_from_dump(user, Path(folder) / "dump.sqlite")
            paths.append(built.path)
            notes += built.told
        if default_path().exists():
            paths.append(default_path())
        elif user is None:
            notes.append(f"no gazetteer is built, so places stay names without coordinates; build it once with: {HOW}")
        gazetteer = Gazetteer(paths) if paths else None
        try:
            yield gazetteer, tuple(notes)
        finally:
            if gazetteer is not None:
                gazetteer.close()
