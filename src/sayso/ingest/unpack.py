"""What comes out of an archive, measured as it comes, so that a small file cannot fill memory or disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator

from sayso.core.document import Unread
from sayso.core.trouble import InputError
from sayso.ingest.limits import MIB, Limits, amount, named
from sayso.ingest.port import Input, Place, Taken, Tools
from sayso.ingest.stream import Readable, peeked, some

DAMAGED = (
    EOFError,
    OSError,
    ValueError,
    zlib.error,
    zipfile.BadZipFile,
)  # what unpacking raises for bytes that are not right
_SMALL = MIB  # bytes up to which any ratio is fine: a short page of blanks packs very well
UNREAD = "archive"


class Budget:
    """How much may still come out of one archive."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._left = limits.unpacked_bytes

    def spend(self, size: int, unpacked: int, packed: int) -> None:
        """Count bytes of a member, of which `unpacked` came of `packed` so far; raises InputError at a limit."""
        self._left -= size
        if self._left < 0:
            whole = amount(self.limits.unpacked_bytes)
            raise InputError(f"more than {whole} come out of this archive, {named('unpacked_bytes')}")
        if unpacked > _SMALL and unpacked > self.limits.ratio * max(packed, 1):
            times = f"it unpacks to more than {self.limits.ratio} times its size"
            raise InputError(f"{times}, {named('ratio')}")


class Unpacked(io.RawIOBase):
    """The bytes of a member; `packed` tells how many bytes of the archive were read for it so far."""

    def __init__(self, stream: Readable, budget: Budget, packed: Callable[[], int]) -> None:
        self._stream = stream
        self._budget = budget
        self._packed = packed
        self._size = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill the buffer as far as there is something now; how many bytes that is, 0 at the end."""
        try:
            part = some(self._stream, len(buffer))
        except DAMAGED as fault:
            raise InputError(f"cut off or damaged: {fault}; get it anew") from None
        self._size += len(part)
        self._budget.spend(len(part), self._size, self._packed())
        buffer[: len(part)] = part
        return len(part)


def too_deep(place: Place, limits: Limits) -> bool:
    """Whether an archive stands in more others than may be."""
    return len(place.inside) >= limits.depth


def refused(place: Place, why: str, form: str = UNREAD) -> Taken:
    """A member or an archive that is not taken in, and why."""
    return Taken(Unread(id=str(place), error=f"{place}: {why}"), place, form)


def leads_out(name: str) -> bool:
    """Whether a member's name leads out of the folder it would be unpacked to."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]


def taken_in(member: Place, stream: Readable, tools: Tools, *, named: bool = False) -> Iterator[Taken]:
    """The documents of a member, `named` as Take has it; where its bytes cannot be had, that is told in its place."""
    try:
        given = peeked(member, stream)
    except InputError as fault:
        yield refused(member, str(fault))
    else:
        yield from tools.take(given, named=named)


def or_nothing(given: Input, found: Iterator[Taken]) -> Iterator[Taken]:
    """What was found in an archive; where that is nothing, a word that says so."""
    some = False
    for taken in found:
        some = True
        yield taken
    if not some:
        yield refused(given.place, "nothing in it has a form that is read; `sayso ingestors` lists them")
