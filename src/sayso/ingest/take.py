"""Taking in: whatever is given goes to the ingestor of its form, chosen by what it holds."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from sayso.core.document import Document, Unread
from sayso.core.trouble import InputError
from sayso.ingest.asides import ASIDE, asides
from sayso.ingest.files import STDIN, begin, is_folder, within
from sayso.ingest.kinds import INGESTORS
from sayso.ingest.limits import Limits
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.stream import opened, peeked

PIPE = Place("standard input")
FOLDER = "folder"
UNKNOWN = "of no known form"


class Intake:
    """Takes in files, folders and standard input; `skipped` counts what was passed over, by what it is.

    `ingestors` are asked in turn; the last one gets what is given by name and has no other form. `fast` is for large
    crawls: pages by the libraries of the extra `scale`.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        columns: dict[str, str] | None = None,
        ingestors: tuple[Ingestor, ...] = INGESTORS,
        *,
        fast: bool = False,
    ) -> None:
        self._ingestors = ingestors
        self._tools = Tools(limits or Limits(), columns or {}, self.take, self._skip, fast)
        self.skipped: Counter[str] = Counter()

    @property
    def tools(self) -> Tools:
        """What every ingestor is handed."""
        return self._tools

    def all(self, paths: Iterable[str], stdin: BinaryIO) -> Iterator[Taken]:
        """Every document of the paths in order; what cannot be read comes as Unread in its place."""
        for path in paths:
            if path == STDIN:
                yield from self.take(peeked(PIPE, stdin), named=True)
            elif is_folder(Path(path)):
                yield from self._folder(path)
            else:
                yield from self._file(Path(path), named=True)

    def take(self, given: Input, *, named: bool = False) -> Iterator[Taken]:
        """The documents of one input; where its form is unknown it is read as text if `named`, else passed over."""
        form = self.form_of(given, named=named)
        if form is None:
            self._skip(given.place, UNKNOWN)
            return
        try:
            for taken in form.documents(given, self._tools):
                yield _with_raw(taken)
        except (InputError, OSError) as fault:
            yield Taken(_refused(given.place, fault), given.place, form.name)
        except Exception as fault:  # noqa: BLE001 -- a fault of ours, or of a library, must not cost a long run
            yield Taken(_failed(given.place, fault), given.place, form.name)

    def form_of(self, given: Input, *, named: bool = False) -> Ingestor | None:
        """The ingestor that takes an input, None where none does."""
        found = (one for one in self._ingestors if one.accepts(given.head, given.place))
        return next(found, self._ingestors[-1] if named else None)

    def _folder(self, folder: str) -> Iterator[Taken]:
        there = within(Path(folder))
        beside = asides((path.as_posix() for path in there), begin)
        before, some = self.skipped[UNKNOWN], False
        for path in there:
            if path.as_posix().startswith(beside):
                self._skip(Place(str(path)), ASIDE)
                continue
            for taken in self._file(path, named=False):
                some = True
                yield taken
        if not some and self.skipped[UNKNOWN] - before == len(there):
            error = f"{folder}: nothing to read in this folder; `sayso ingestors` lists the forms that are read"
            yield Taken(Unread(id=folder, error=error), Place(folder), FOLDER)

    def _file(self, path: Path, *, named: bool) -> Iterator[Taken]:
        place = Place(str(path))
        try:
            with path.open("rb") as stream:
                yield from self.take((opened if stream.seekable() else peeked)(place, stream), named=named)
        except OSError as fault:
            yield Taken(closed(path, fault), place, UNKNOWN)

    def _skip(self, place: Place, what: str) -> None:  # noqa: ARG002 -- counted, not listed: there may be millions
        self.skipped[what] += 1


def documents(paths: Iterable[str], stdin: BinaryIO) -> Iterator[Document | Unread]:
    """Every document of the paths in order, with the limits there are if nothing is said."""
    return (taken.one for taken in Intake().all(paths, stdin))


def closed(path: Path, fault: OSError) -> Unread:
    """A path that cannot be read, and why."""
    name = str(path)
    if isinstance(fault, FileNotFoundError):
        return Unread(id=name, error=f"{name}: no such file; check the path")
    return Unread(id=name, error=f"{name}: cannot be read: {fault.strerror or fault}")


def _refused(place: Place, fault: Exception) -> Unread:
    said = fault.strerror or str(fault) if isinstance(fault, OSError) else str(fault)
    return Unread(id=str(place), error=f"{place}: {said}")


def _failed(place: Place, fault: Exception) -> Unread:
    told = f"sayso failed on this input ({type(fault).__name__}: {fault}); please report it with the input"
    return Unread(id=str(place), error=f"{place}: {told}")


def _with_raw(taken: Taken) -> Taken:
    """The document with the digest of the bytes it was taken from."""
    if taken.raw is None or isinstance(taken.one, Unread) or taken.one.raw is not None:
        return taken
    raw = hashlib.sha256(taken.raw).hexdigest()
    return taken._replace(one=msgspec.structs.replace(taken.one, raw=raw))
