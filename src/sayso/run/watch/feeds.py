"""Which feeds to watch: addresses, lists of them, and OPML as readers of feeds export it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.core.trouble import InputError
from sayso.ingest.decode import decode

_WEB = ("http://", "https://")


def feeds(sources: Iterable[str]) -> list[str]:
    """The addresses of all sources, each once and in order; raises InputError, naming it, for one that holds none."""
    found: dict[str, None] = {}
    for source in sources:
        there = [source] if source.lower().startswith(_WEB) else list(_of_file(source))
        if not there:
            raise InputError(f"{source}: no feed in it; give OPML, or the address of a feed a line")
        found.update(dict.fromkeys(there))
    return list(found)


def _of_file(name: str) -> Iterator[str]:
    try:
        raw = Path(name).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{name}: no such file; check the path, or begin an address with https://") from None
    except OSError as fault:
        raise InputError(f"{name}: cannot be read: {fault.strerror or fault}") from None
    yield from _outlines(name, raw) if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else _lines(name, raw)


def _outlines(name: str, raw: bytes) -> Iterator[str]:
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 -- the error alone; defusedxml reads

    from defusedxml import DefusedXmlException  # noqa: PLC0415
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415

    try:
        tree = fromstring(raw)
    except (ParseError, DefusedXmlException, ValueError) as fault:
        raise InputError(f"{name}: not OPML: {fault}") from None
    for outline in tree.iter("outline"):
        address = next((value for key, value in outline.attrib.items() if key.lower() == "xmlurl"), "").strip()
        if address:
            yield _checked(name, address)


def _lines(name: str, raw: bytes) -> Iterator[str]:
    try:
        text = decode(raw).text
    except ValueError as fault:
        raise InputError(f"{name}: {fault}") from None
    for number, line in enumerate(text.splitlines(), 1):
        address = line.partition(" #")[0].strip()
        if address and not address.startswith("#"):
            yield _checked(f"{name}:{number}", address)


def _checked(where: str, address: str) -> str:
    if not address.lower().startswith(_WEB):
        raise InputError(f"{where}: {address!r} is no address of a feed; it begins with https:// or http://")
    return address
