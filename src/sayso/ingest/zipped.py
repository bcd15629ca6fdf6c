"""Zip archives of any of the forms, also WACZ: a zip with web archives and their indexes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from sayso.core.trouble import InputError
from sayso.ingest.asides import ASIDE, ASKED, asides, is_hidden
from sayso.ingest.limits import named
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.stream import seekable
from sayso.ingest.unpack import DAMAGED, Budget, Unpacked, leads_out, or_nothing, refused, taken_in, too_deep

_LOCKED = 1  # the bit of a member that is encrypted
_BEGINS = (b"PK\x03\x04", b"PK\x05\x06")
_WACZ = "datapackage.json"


def accepts(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- the first bytes tell
    """Whether it begins as a zip archive."""
    return head.startswith(_BEGINS)


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The documents of every member, in the order of their names."""
    if too_deep(given.place, tools.limits):
        raise InputError(f"an archive in more archives than may be, {named('depth')}")
    with seekable(given, tools.limits) as stream, _opened(stream) as archive:
        members = sorted((one for one in archive.infolist() if not one.is_dir()), key=lambda one: one.filename)
        if len(members) > tools.limits.members:
            raise InputError(f"more than {tools.limits.members:,} members, {named('members')}")
        wanted = _wanted(given.place, archive, members, tools)
        yield from or_nothing(given, _members(given.place, archive, wanted, tools))


def _opened(stream: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except DAMAGED as fault:
        raise InputError(f"not a whole zip archive: {fault}; get it anew") from None


def _wanted(
    place: Place, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], tools: Tools
) -> Iterator[zipfile.ZipInfo]:
    """The members to look at: of a WACZ its web archives, else all that are not hidden or belong to a saved page."""
    names = [one.filename for one in members]
    if _WACZ in names and any(name.startswith("archive/") for name in names):
        yield from (one for one in members if one.filename.startswith("archive/"))
        return
    beside = asides(names, lambda name: _begin(archive, name))
    for one in members:
        if one.filename.startswith(beside):
            tools.skip(place.within(one.filename), ASIDE)
        elif not is_hidden(one.filename):
            yield one


def _begin(archive: zipfile.ZipFile, name: str) -> bytes:
    """A page as far as it may be asked what it refers to."""
    try:
        with archive.open(name) as stream:
            return stream.read(ASKED)
    except (*DAMAGED, RuntimeError, NotImplementedError):  # it is told when it is taken in
        return b""


def _members(
    place: Place, archive: zipfile.ZipFile, members: Iterator[zipfile.ZipInfo], tools: Tools
) -> Iterator[Taken]:
    budget = Budget(tools.limits)
    for one in members:
        here = place.within(one.filename)
        if leads_out(one.filename):
            yield refused(here, "its name leads out of the archive, so it is not taken in; pack it anew without")
        elif one.flag_bits & _LOCKED:
            yield refused(here, "protected by a password; unpack the archive and give what is in it")
        else:
            yield from _member(here, archive, one, budget, tools)


def _member(
    here: Place, archive: zipfile.ZipFile, one: zipfile.ZipInfo, budget: Budget, tools: Tools
) -> Iterator[Taken]:
    try:
        stream = archive.open(one)
    except (*DAMAGED, NotImplementedError) as fault:
        yield refused(here, f"cannot be unpacked: {fault}; pack the archive anew")
        return
    with stream:
        yield from taken_in(here, Unpacked(stream, budget, lambda: one.compress_size), tools)


ZIP = Ingestor("zip", "a zip archive of any of these, also WACZ", accepts, documents, known="its first bytes, PK")
