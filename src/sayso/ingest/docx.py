"""The paragraphs of a Word file (DOCX), read without opening more of it than its text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sayso.core.trouble import InputError
from sayso.ingest.limits import Limits, amount, named
from sayso.ingest.unpack import DAMAGED

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FIRST = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/", b"ppt/")  # what an Office file begins with
_ZIP, _NAME = b"PK\x03\x04", 30  # how a zip archive begins, and where the name of its first member stands
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word before 2007, and every Office file with a password
_RTF = b"{\\rtf"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BODY, _ABOUT = "word/document.xml", "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same once more, for old Word
_SPACE = {f"{_W}{name}": mark for name, mark in zip("tab br cr noBreakHyphen".split(), "\t\n\n-", strict=True)}
_SMALL = 1 << 20  # bytes below which it does not matter how much larger a part unpacks


class Paragraph(NamedTuple):
    """A paragraph, and whether its style makes it a heading."""

    text: str
    heading: bool


class Word(NamedTuple):
    """A Word file: its paragraphs in order, none of them empty, and what it says of itself."""

    paragraphs: tuple[Paragraph, ...]
    title: str
    author: str


def is_office(head: bytes) -> bool:
    """Whether this begins as an Office file does, of Word or another program, old or new, or as rich text."""
    return head.startswith((_OLD, _RTF)) or (head.startswith(_ZIP) and head[_NAME:].startswith(_FIRST))


def read_docx(raw: bytes, limits: Limits) -> Word:
    """The text of a Word file; raises InputError, saying what is wrong and what to do."""
    if raw.startswith(_RTF):
        raise InputError("rich text (RTF); export it as HTML or DOCX, or save it as .docx in Word or LibreOffice")
    if raw.startswith(_OLD):
        kind = "protected by a password" if _LOCKED in raw else "in the form of Word before 2007"
        raise InputError(f"{kind}; open it in Word or LibreOffice and save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = archive.namelist()
            if _BODY not in names:
                what = (
                    "a workbook; save each sheet as CSV" if any(n.startswith("xl/") for n in names) else "no Word file"
                )
                raise InputError(f"an Office file without {_BODY}: {what}")
            body = _part(archive, _BODY, limits)
            about = _part(archive, _ABOUT, limits) if _ABOUT in names else b""
    except (*DAMAGED, NotImplementedError, RuntimeError) as fault:
        raise InputError(f"a damaged Word file ({fault}); open it in Word or LibreOffice and save it again") from None
    title, author = _about(about) if about else ("", "")
    return Word(tuple(one for one in _paragraphs(body) if one.text.strip()), title, author)


def _part(archive: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """One part, unpacked; no more comes out of it than it declares, so what it declares is what is checked."""
    size, packed = archive.getinfo(name).file_size, archive.getinfo(name).compress_size
    if size > limits.page_bytes:
        raise InputError(f"{name} in it is larger than {amount(limits.page_bytes)}, {named('page_bytes')}")
    if size > _SMALL and size > limits.ratio * max(packed, 1):
        raise InputError(f"{name} in it unpacks to more than {limits.ratio} times its size, {named('ratio')}")
    return archive.read(name)


def _events(xml: bytes) -> Iterator[tuple[str, Element]]:
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 -- only the error; defusedxml parses

    from defusedxml import DefusedXmlException  # noqa: PLC0415 -- only Word files need it
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415

    try:
        yield from iterparse(io.BytesIO(xml), events=("start", "end"), forbid_dtd=True)
    except DefusedXmlException:
        raise InputError("its XML declares entities, which Word never does; not read, since they may unfold") from None
    except (ParseError, ValueError, LookupError) as fault:
        raise InputError(f"its XML is damaged ({fault}); open it in Word or LibreOffice and save it again") from None


def _about(xml: bytes) -> tuple[str, str]:
    found = {element.tag: (element.text or "").strip() for event, element in _events(xml) if event == "end"}
    return found.get(f"{_DC}title", ""), found.get(f"{_DC}creator", "")


def _paragraphs(xml: bytes) -> Iterator[Paragraph]:
    """The paragraphs in the order of the file, those in tables and boxes too, without what tracked changes took out."""
    written: list[list[str]] = []  # a paragraph may hold a box with paragraphs of its own
    heading, twice = False, 0
    for event, element in _events(xml):
        tag = element.tag
        if tag == _FALLBACK:
            twice += 1 if event == "start" else -1
        if event == "start":
            if tag == f"{_W}p":
                written.append([])
                heading = False
            continue
        if tag == f"{_W}pStyle":
            heading = (element.get(f"{_W}val") or "").lower().startswith(("heading", "title"))
        elif tag == f"{_W}outlineLvl":  # Nexis has headings without a style
            heading = True
        elif tag == f"{_W}p":
            text = "".join(written.pop())
            if not twice:
                yield Paragraph(text.replace("\xa0", " ").strip(), heading)
            element.clear()
        elif written:
            written[-1].append((element.text or "") if tag == f"{_W}t" else _SPACE.get(tag, ""))
