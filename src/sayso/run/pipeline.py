"""The whole flow for one document: language, reading, claims, record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso import __version__, claim, read
from sayso.core.claim import Claim, Reader, Record
from sayso.core.document import Document, Unread
from sayso.core.reading import Reading
from sayso.core.trouble import DateError
from sayso.core.when import bounds
from sayso.lang.guess import guess
from sayso.lang.pack import Pack
from sayso.run.mentions import mentions



class Read(NamedTuple):
    """A document read: its record, and what each claim rests on, in the same order."""

    document: Document
    reading: Reading
    record: Record
    reasons: tuple[tuple[claim.Reason, ...], ...]


def read_document(document: Document, packs: Mapping[str, Pack], *, with_mentions: bool = False) -> Read | Unread:
    """Read one document by the grammar; an Unread, saying why and what to do, where that cannot be done."""
    code, warnings = _language(document, packs) if document.text.strip() else _empty(document, packs)
    if code is None:
        return Unread(id=document.id, error=warnings[0])
    pack = packs[code]
    if document.published and not _dated(document.published):
        warnings = (*warnings, f"published {document.published!r} is not a date as EDTF or ISO 8601 write it; relative dates stay open")
    reading = read.read(document, pack)
    found = claim.claims(reading)
    record = Record(
        id=document.id, text_sha256=document.text_sha256, language=code, published=document.published, publisher=document.publisher,
        title=document.title, reader=Reader(version=__version__, mode="grammar", pack=pack.digest),
        claims=tuple(one for one, _ in found), warnings=(*document.warnings, *warnings, *reading.warnings),
    )  # fmt: skip
    if with_mentions:
        record = mentions(record, reading)
    return Read(document, reading, record, tuple(why for _, why in found))


def _empty(document: Document, packs: Mapping[str, Pack]) -> tuple[str, tuple[str, ...]]:
    """A document without text is read, and nothing is found in it: any pack will do."""
    code, _ = _language(document, packs) if document.language else (None, ())
    return code or min(packs), ("there is no text in it",)


def _language(document: Document, packs: Mapping[str, Pack]) -> tuple[str | None, tuple[str, ...]]:
    have = ", ".join(sorted(packs))
    if document.language:
        code = document.language.replace("_", "-").split("-")[0].lower()
        if code in packs:
            return code, ()
        return None, (f"no language pack for {document.language!r}; there are packs for: {have}",)
    code = guess(document.text, packs)
    if code is None:
        return None, (f"its language was not recognised; give 'language', one of: {have}",)
    return code, ()


def _dated(published: str) -> bool:
    try:
        bounds(published.split("T")[0].split(" ")[0])
    except DateError:
        return False
    return True


def claim_text(document: Document, one: Claim) -> str:
    """What a claim says, as the report has it."""
    return " … ".join(" ".join(span.of(document.text).split()) for span in one.content)
