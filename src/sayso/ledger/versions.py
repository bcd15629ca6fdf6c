"""The versions of one address that a ledger holds."""

from __future__ import annotations

from collections.abc import Callable

from sayso.core.claim import Claim
from sayso.core.document import Document
from sayso.core.row import Row
from sayso.core.version import Version
from sayso.ledger.body import ClaimBody, body_of
from sayso.ledger.entry import last_reading
from sayso.ledger.store import Store


def versions(store: Store, same: Callable[[str], bool]) -> list[Version]:
    """The documents whose address is the `same`, in the order in which they were recorded; raises LedgerError.

    A document that came in again with the same text and other particulars is a version too.
    """
    found = ((row, body_of(row, Document)) for row in store.rows(kind="document"))
    return [_version(store, row, one) for row, one in found if one.url is not None and same(one.url)]


def _version(store: Store, row: Row, document: Document) -> Version:
    reading = last_reading(store, row.about)
    return Version(
        document=row.about, id=document.id, row=row.seq, recorded=row.at, url=document.url or "",
        published=document.published, modified=document.modified, publisher=document.publisher, title=document.title,
        raw=document.raw, text=document.text,
        claims=tuple(_claim(store, one) for one in reading.claims) if reading is not None else (),
    )  # fmt: skip


def _claim(store: Store, name: str) -> Claim:
    """A claim as it was recorded last."""
    *_, row = store.rows(kind="claim", about=name)
    return body_of(row, ClaimBody).claim
