"""Rows to be, made from values: what is recorded of a document read, of a judgement, of a tag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from sayso.core.claim import Reader
from sayso.core.document import Document
from sayso.core.report import Report
from sayso.core.row import Entry, RowKind, canonical
from sayso.core.value import digest
from sayso.ledger.body import ClaimBody, ReadingBody, body_of, document_body, reading_body
from sayso.ledger.store import Store


class Stamp(NamedTuple):
    """Who records, and when: a moment in UTC as rows have it."""

    by: str
    at: str

    def entry(self, kind: RowKind, about: str, body: object) -> Entry:
        """A row to be."""
        return Entry(kind=kind, about=about, body=canonical(body), by=self.by, at=self.at)


class Reported(NamedTuple):
    """A document read, and all that is kept of that; `report` carries the claims."""

    document: Document
    report: Report
    reader: Reader
    warnings: tuple[str, ...]
    gazetteer: str | None = None


def document_key(document: Document) -> str:
    """What names a document in the ledger: the same id with another text or date is another document."""
    return digest(
        document.id, document.publisher, document.published, document.title, document.url, document.language,
        document.text_sha256,
    )  # fmt: skip


def last_reading(store: Store, key: str) -> ReadingBody | None:
    """The newest reading of a document, or None."""
    rows = list(store.rows(kind="reading", about=key))
    return body_of(rows[-1], ReadingBody) if rows else None


def raw_of(store: Store, key: str) -> str | None:
    """The hash of the bytes that a document was taken from, None where the store names none."""
    rows = list(store.rows(kind="document", about=key))
    return body_of(rows[0], Document).raw if rows else None


def entries_of(store: Store, read: Iterable[Reported], stamp: Stamp) -> Iterator[Entry]:
    """What the store does not hold yet of some documents read: document, claims, reading, in this order for each."""
    written: set[tuple[RowKind, str]] = set()
    readings: dict[str, ReadingBody | None] = {}

    def new(kind: RowKind, about: str, body: object = None) -> bool:
        """Whether the store lacks it; where a body is given, also whether what it holds last is another."""
        if (kind, about) in written:
            return False
        written.add((kind, about))
        rows = list(store.rows(kind=kind, about=about))
        return not rows or (body is not None and rows[-1].body != canonical(body))

    for one in read:
        key = one.report.key
        if new("document", key):
            yield stamp.entry("document", key, document_body(one.document))
        for claim in one.report.claims:
            made = ClaimBody(document=key, claim=claim)
            if new("claim", claim.id, made):  # the same claim may have found its place on the map since
                yield stamp.entry("claim", claim.id, made)
        body = ReadingBody(
            report=msgspec.structs.replace(one.report, claims=()),
            reader=one.reader,
            gazetteer=one.gazetteer,
            warnings=one.warnings,
            claims=tuple(dict.fromkeys(claim.id for claim in one.report.claims)),
        )
        if key not in readings:
            readings[key] = last_reading(store, key)
        if readings[key] != body:
            readings[key] = body
            yield stamp.entry("reading", key, reading_body(body))
