"""Adding documents to a ledger: what is known is not read again, what was read is appended in batches.

The bytes that a document was taken from are kept before the row that names them, so that no row ever names what is not
there.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from sayso.core.claim import Reader
from sayso.core.document import Document
from sayso.core.report import Report
from sayso.core.row import Head
from sayso.lang.pack import Pack
from sayso.ledger.entry import Reported, document_key, entries_of, last_reading, raw_of
from sayso.ledger.evidence import Evidence
from sayso.ledger.read import sketched
from sayso.ledger.store import Store
from sayso.reconcile.copies import copies
from sayso.run.bare import pack_for
from sayso.run.pipeline import NO_LANGUAGE, NO_PACK, Read
from sayso.run.readers import GRAMMAR, By
from sayso.run.record import When, record
from sayso.run.report import report, with_sketches

BATCH = 1000  # claims waiting, at most: a commit waits for the disk, and one for many is as safe as one for each
WAIT = 1.0  # seconds that a document read may wait for others


class Told(NamedTuple):
    """What is kept of a document read, beside the document."""

    report: Report
    reader: Reader
    warnings: tuple[str, ...]


def told(read: Read) -> Told:
    """What is kept of a document read, but for the sketch of its text: that is made of many together."""
    record = read.record
    return Told(report(read, document_key(read.document)), record.reader, record.warnings)


class Adding:
    """One run of adding. Only whole documents are appended, so it can end after any of them and be taken up again.

    `gazetteer` is the digest of the one that the documents are read with, `reads` what reads them. Without `evidence`
    no bytes are kept, and the rows name none.
    """

    def __init__(  # noqa: PLR0913 -- what rows are made of comes from six sides
        self, store: Store, packs: Mapping[str, Pack], by: str, when: When, gazetteer: str | None = None, *,
        evidence: Evidence | None = None, reads: By = GRAMMAR,
    ) -> None:  # fmt: skip
        self._store = store
        self.evidence = evidence
        self._gazetteer = gazetteer
        self._reads = reads
        self._packs = packs
        self._by = by
        self._when = when
        self._waiting: dict[str, Reported] = {}
        self._claims_waiting = 0
        self._due = time.monotonic() + WAIT
        self._taken = 0
        self.new = 0  # documents appended
        self.again = 0  # documents there already, of which another reading was appended
        self.known = 0  # documents that added nothing
        self.claims = 0
        self._keys: set[str] = set()  # of the documents appended
        self.head: Head = store.head()

    def knows(self, document: Document) -> bool:
        """Whether a document was read by the very reader that would read it now."""
        key = document_key(document)
        if key in self._waiting:
            return True
        last = last_reading(self._store, key)
        return last is not None and (last.reader, last.gazetteer) == (
            self._reader(last.report.language), self._gazetteer,
        )  # fmt: skip

    def pass_over(self, document: Document, raw: bytes | None = None) -> None:
        """Count a known document, and keep its bytes where the ledger names them and they are lost.

        Raises LedgerError where they cannot be kept.
        """
        self.known += 1
        if raw is not None and self.evidence is not None and document.raw is not None:
            lost = not self.evidence.has(document.raw)
            if lost and raw_of(self._store, document_key(document)) == document.raw:
                self.evidence.keep(raw)

    def add(self, read: Read, raw: bytes | None = None) -> None:
        """Take in a document read, and the bytes it was taken from; raises LedgerError where they cannot be kept."""
        self.take(read.document, told(read), raw)

    def take(self, document: Document, found: Told, raw: bytes | None = None) -> None:
        """As `add`, where what is kept of the reading was worked out before."""
        kept = None if raw is None or self.evidence is None else self.evidence.keep(raw)
        document = msgspec.structs.replace(document, raw=kept)
        self._waiting[found.report.key] = Reported(
            document, found.report, found.reader, found.warnings, self._gazetteer
        )
        self._taken += 1
        self._claims_waiting += len(found.report.claims)
        if self._claims_waiting >= BATCH or time.monotonic() >= self._due:
            self.flush()

    def flush(self) -> None:
        """Append what waits; raises LedgerError where that cannot be done, and then nothing of it is written."""
        waiting = _with_sketches([*self._waiting.values()])
        if self.evidence is not None:
            self.evidence.settle()
        entries, self.head = record(
            self._store, lambda stamp: entries_of(self._store, waiting, stamp), self._by, self._when
        )
        kinds = [entry.kind for entry in entries]
        new, read = kinds.count("document"), kinds.count("reading")
        self.new += new
        self._keys.update(entry.about for entry in entries if entry.kind == "document")
        self.again += read - new
        self.known += self._taken - read
        self.claims += kinds.count("claim")
        self._waiting.clear()
        self._taken = self._claims_waiting = 0
        self._due = time.monotonic() + WAIT

    def copies(self) -> int:
        """How many of the documents appended are one text with another that the ledger has, published before them."""
        return len(copies(sketched(self._store), self._keys)) if self._keys else 0

    def _reader(self, language: str) -> Reader | None:
        """What would read a document in this language now."""
        if language == NO_LANGUAGE:
            return self._reads.reader(NO_PACK)
        pack = pack_for(language, self._packs, tagged=self._reads.model is not None)
        return None if pack is None else self._reads.reader(pack.digest)


def _with_sketches(waiting: Sequence[Reported]) -> list[Reported]:
    reports = with_sketches([one.report for one in waiting], [one.document.text for one in waiting])
    return [one._replace(report=found) for one, found in zip(waiting, reports, strict=True)]
