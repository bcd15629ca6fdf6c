"""PDF files that carry their text; pictures of pages do not, and are told apart by that."""

from __future__ import annotations

import datetime as dt
import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from sayso.core.trouble import InputError
from sayso.ingest.flow import Line, flowing
from sayso.ingest.made import made
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.printed import days
from sayso.ingest.stream import whole

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

NAME = "pdf"
_MARK = b"%PDF-"
_BEFORE = 1024  # bytes that may stand before the mark
_TOP = 2000  # characters in which a report says when it was published
_AFTER = dt.timedelta(days=7)  # within which a file is made from the report it holds
_BEYOND = 1e6  # points
_OCR = "run OCR on it first (ocrmypdf does), and give the result"


class _Read(NamedTuple):
    """What a PDF says: the lines of each page, and of itself."""

    pages: list[list[Line]]
    title: str
    author: str
    made: dt.date | None
    changed: str | None


def accepts(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- known by its content alone
    """Whether this is a PDF file."""
    return _MARK in head[:_BEFORE]


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The one document of a PDF file."""
    raw = whole(given, tools.limits)
    read = _read(raw)
    empty = [number for number, page in enumerate(read.pages, 1) if not page]
    if len(empty) == len(read.pages):
        raise InputError(f"a PDF with no text in it, {_counted(len(empty))}: pictures of pages, as a scan is; {_OCR}")
    printed = flowing(read.pages)
    published = _published(printed.text, read.made)
    warnings = [f"left out, as it recurs on most pages: {head}" for head in printed.heads]
    if empty:
        warnings.append(f"no text on {_counted(len(empty))} ({_listed(empty)}); if pictures of pages, {_OCR}")
    if published is None and read.made is not None:
        warnings.append(
            f"no date of publication; the file was made on {read.made}, and no day near that is in its beginning"
        )
    fields = {"title": read.title, "author": read.author, "published": published, "modified": read.changed}
    yield Taken(made(printed.text, fields, tuple(warnings)), given.place, NAME, raw)


def _published(text: str, made_on: dt.date | None) -> str | None:
    """The day a report bears at its beginning, where the file was made then or soon after; None where none is such.

    When the file was made does not say by itself when the report was published: an old one may have been scanned today.
    """
    if made_on is None:
        return None
    near = [day for day in days(text[:_TOP]) if dt.timedelta() <= made_on - day <= _AFTER]
    return max(near).isoformat() if near else None


@contextmanager
def _quiet() -> Iterator[None]:
    """Without what pypdf tells its log of every slip in a file."""
    log = logging.getLogger("pypdf")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


def _read(raw: bytes) -> _Read:
    import pypdf  # noqa: PLC0415 -- only PDF files need it
    from pypdf.errors import DependencyError  # noqa: PLC0415

    with _quiet():
        try:
            reader = pypdf.PdfReader(io.BytesIO(raw))
            return _of(_unlocked(reader))
        except InputError:
            raise
        except DependencyError:
            raise InputError("encrypted; open it and save a copy that is not, or print it into a new PDF") from None
        except RecursionError:
            raise InputError("a damaged PDF: its parts hold one another in a ring; print it into a new PDF") from None
        except Exception as fault:  # noqa: BLE001 -- a damaged file makes pypdf fail in ways that no list of errors names
            said = " ".join(str(fault).split()) or type(fault).__name__
            raise InputError(f"a damaged PDF ({said}); open it in a viewer and print it into a new one") from None


def _unlocked(reader: PdfReader) -> PdfReader:
    """The reader, if it needs no password; many files have one for their owner alone."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError("protected by a password; open it with that and save a copy without")
    return reader


def _of(reader: PdfReader) -> _Read:
    pages = [_lines(page) for page in reader.pages]
    about = reader.metadata
    title, author = (about.title or "", about.author or "") if about else ("", "")
    made_at = about.creation_date if about else None
    changed = about.modification_date if about else None
    return _Read(
        pages, _given(title), _given(author), made_at.date() if made_at else None,
        changed.isoformat(timespec="minutes") if changed else None,
    )  # fmt: skip


def _given(value: str) -> str:
    """What a person wrote about a file; programs write that it is not specified, or the name of a file."""
    plain = " ".join(value.split())
    return "" if plain.startswith("(") or "untitled" in plain.lower() or plain.endswith((".doc", ".docx")) else plain


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page in the order in which they are written."""
    from pypdf import mult  # noqa: PLC0415 -- only PDF files need it

    lines: list[Line] = []
    pieces: list[Line] = []

    def close() -> None:
        text = "".join(piece.text for piece in pieces).replace("\xa0", " ").strip()
        if text:
            first = next(piece for piece in pieces if piece.text.strip())
            lines.append(first._replace(text=text, size=max(piece.size for piece in pieces if piece.text.strip())))
        pieces.clear()

    def visit(text: str, user: list[float], own: list[float], font: object, size: float) -> None:  # noqa: ARG001 -- pypdf's shape
        at = mult(own, user)
        for k, part in enumerate(text.split("\n")):
            if k:
                close()
            if part:
                pieces.append(Line(part, _point(at[4]), _point(at[5]), abs(_point(size * (at[3] or at[1] or 1)))))

    page.extract_text(visitor_text=visit)
    close()
    if not lines and (content := page.get_contents()) is not None:
        content.get_data()  # what cannot be unpacked comes as an empty page; asked for by itself, it raises
    return lines


def _point(value: float) -> float:
    """A place or size on a page; what no page can have comes as what is far off it."""
    return min(max(float(value), -_BEYOND), _BEYOND) if value == value else 0.0  # noqa: PLR0124 -- not where it is no number


def _counted(pages: int) -> str:
    return f"{pages} {'page' if pages == 1 else 'pages'}"


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:8])) + (" …" if len(numbers) > 8 else "")


PDF = Ingestor(NAME, "PDF with a text layer", accepts, documents, known="%PDF- near its beginning")
