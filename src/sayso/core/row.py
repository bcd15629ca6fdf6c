"""A row of the ledger: what was recorded, by whom and when, chained to the row before it."""

from __future__ import annotations

import hashlib
from typing import Literal, NamedTuple

import msgspec

from sayso.core.value import Value

RowKind = Literal["document", "reading", "claim", "judgement", "correction", "note", "tag"]


class Entry(Value, kw_only=True):
    """A row to be: `about` is what it is of (a document's key, a claim's id, a tag's name); `body` is canonical JSON.

    `at` is the moment of recording in UTC as ISO 8601 writes it (`2026-03-07T09:30:00Z`).
    """

    kind: RowKind
    about: str
    body: str
    by: str
    at: str


class Row(Value, kw_only=True):
    """An entry in its place. `seq` counts from 1; `hash` covers `prev` and every field before it."""

    seq: int
    kind: RowKind
    about: str
    body: str
    by: str
    at: str
    prev: str
    hash: str


class Head(NamedTuple):
    """The last row of a ledger, as far as the next one needs it; `at` is empty before the first row."""

    seq: int
    hash: str
    at: str


START = Head(0, "0" * 64, "")  # what stands before the first row


def canonical(value: object) -> str:
    """A value as canonical JSON: keys sorted, no white space."""
    return msgspec.json.encode(value, order="sorted").decode()


def chained(entry: Entry, before: Head) -> Row:
    """The entry as the row behind the one given."""
    seq = before.seq + 1
    return Row(
        seq=seq, kind=entry.kind, about=entry.about, body=entry.body, by=entry.by, at=entry.at,
        prev=before.hash, hash=row_hash(seq, entry, before.hash),
    )  # fmt: skip


def head_of(row: Row) -> Head:
    """The head of a ledger that ends in the row."""
    return Head(row.seq, row.hash, row.at)


def row_hash(seq: int, entry: Entry | Row, prev: str) -> str:
    """SHA-256, in hexadecimal, of the canonical JSON of [prev, seq, kind, about, body, by, at]."""
    parts = (prev, seq, entry.kind, entry.about, entry.body, entry.by, entry.at)
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
