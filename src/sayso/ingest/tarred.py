"""Tar archives of any of the forms, read from front to back."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator

from sayso.core.trouble import InputError
from sayso.ingest.asides import is_hidden
from sayso.ingest.limits import MIB, named
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.unpack import DAMAGED, Budget, Unpacked, leads_out, or_nothing, refused, taken_in, too_deep

_MAGIC = slice(257, 262)
_NAMES = frozenset("xgLKX")  # headers that carry a long name, which is read into memory
_LONGEST = MIB


class _Header(tarfile.TarInfo):
    """A header; one that says its member's name is longer than any name is refused before it is read."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type.decode("latin-1") in _NAMES and self.size > _LONGEST:
            message = "a name of more than a million characters"
            raise tarfile.ReadError(message)
        member: tarfile.TarInfo = super()._proc_member(archive)  # type: ignore[misc]
        return member


def accepts(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- the bytes tell
    """Whether its first header is that of a tar archive."""
    return head[_MAGIC] == b"ustar"


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The documents of every member, in the order in which they were packed."""
    if too_deep(given.place, tools.limits):
        raise InputError(f"an archive in more archives than may be, {named('depth')}")
    yield from or_nothing(given, _members(given, tools))


def _members(given: Input, tools: Tools) -> Iterator[Taken]:
    budget = Budget(tools.limits)
    try:
        with tarfile.open(fileobj=given.stream, mode="r|", tarinfo=_Header) as archive:
            for count, one in enumerate(iter(archive.next, None), 1):
                if count > tools.limits.members:
                    raise InputError(f"more than {tools.limits.members:,} members, {named('members')}")
                archive.members.clear()  # type: ignore[attr-defined]  # it would keep every header
                yield from _member(given.place.within(one.name), archive, one, budget, tools)
    except (tarfile.TarError, *DAMAGED) as fault:
        raise InputError(f"cut off or damaged: {fault}; get it anew") from None


def _member(
    here: Place, archive: tarfile.TarFile, one: tarfile.TarInfo, budget: Budget, tools: Tools
) -> Iterator[Taken]:
    if one.isdir() or is_hidden(one.name):
        return
    if leads_out(one.name):
        yield refused(here, "its name leads out of the archive, so it is not taken in; pack it anew without")
    elif (stream := archive.extractfile(one) if one.isreg() else None) is None:
        tools.skip(here, "links and devices in archives")
    else:
        yield from taken_in(here, Unpacked(stream, budget, lambda: one.size), tools)


TAR = Ingestor("tar", "a tar archive of any of these", accepts, documents, known="ustar in its first header")
