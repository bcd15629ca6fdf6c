"""Whether the bytes that rows name are there, and are those."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.core.document import Document
from sayso.ledger.body import body_of
from sayso.ledger.evidence import Evidence
from sayso.ledger.store import Store


class Named(NamedTuple):
    """A document whose row names the bytes it was taken from, and what is wrong with these, if anything."""

    document: Document
    row: int
    wrong: str | None


def named(store: Store, evidence: Evidence) -> Iterator[Named]:
    """Every document whose row names bytes, in the order of the rows; bytes that several name are looked at once.

    Raises LedgerError for a row without sense.
    """
    wrong: dict[str, str | None] = {}
    for row in store.rows(kind="document"):
        document = body_of(row, Document)
        if document.raw is None:
            continue
        if document.raw not in wrong:
            wrong[document.raw] = evidence.wrong(document.raw)
        yield Named(document, row.seq, wrong[document.raw])
