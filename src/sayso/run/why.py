"""What a claim in a ledger rests on: its rows, and its reasons, found again by reading its document once more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from sayso import __version__
from sayso.claim import Reason
from sayso.core.claim import Claim, Reader
from sayso.core.decided import touched
from sayso.core.document import Document, Unread
from sayso.core.judgement import Note
from sayso.core.release import Release
from sayso.core.report import Report
from sayso.core.row import Row, RowKind
from sayso.core.trouble import LedgerError
from sayso.lang.pack import Pack
from sayso.ledger.body import NoteBody, ReadingBody, body_of
from sayso.ledger.store import Store
from sayso.publish.recorded import Recorded
from sayso.reference.gazetteer import Gazetteer
from sayso.run.bare import pack_for
from sayso.run.pipeline import read_document
from sayso.run.readers import Readers


class Kept(NamedTuple):
    """A claim as it was read, its document, its reasons, or why there are none, and what the ledger holds of it."""

    document: Document
    language: str
    claim: Claim
    reasons: tuple[Reason, ...] | str
    recorded: Recorded


class Tools(NamedTuple):
    """What a document is read again with."""

    packs: Mapping[str, Pack]
    gazetteer: Gazetteer | None
    readers: Readers


def kept(store: Store, release: Release, tools: Tools, claim: str) -> Kept:
    """The claim of this very id; raises LedgerError where the ledger does not hold it, or not as it should."""
    state = release.state
    found = [(report, one) for report in state.reports for one in report.claims if one.id == claim]
    if not found:
        raise LedgerError(f"no claim {claim} as of row {state.head}")
    report, one = found[0]
    document, read = state.documents[report.key], state.originals.get(claim, one)
    recorded = _recorded(store, release, report, claim)
    reasons = _reasons(document, report, recorded.reader, tools, claim)
    return Kept(document, report.language, read, reasons, recorded)


def _recorded(store: Store, release: Release, report: Report, claim: str) -> Recorded:
    state = release.state
    reading = _last(store, state.head, "reading", report.key)
    event = next((event for event in release.events if claim in event.claims), None)
    about = [claim, *([event.id] if event is not None else [])]
    alive = {one.row for one in state.decisions}
    notes = [row for one in about for row in store.rows(upto=state.head, kind="note", about=one) if row.seq in alive]
    return Recorded(
        head=state.head,
        claim=_last(store, state.head, "claim", claim),
        document=_last(store, state.head, "document", report.key),
        reading=reading,
        reader=body_of(reading, ReadingBody).reader,
        corrections=tuple(one for one in state.corrections if one.claim == claim),
        judgements=tuple(one for one in state.judgements if claim in (one.left, one.right)),
        decisions=tuple(one for one in state.decisions if claim in touched(one) and not isinstance(one, Note)),
        notes=tuple((row, body_of(row, NoteBody).text) for row in notes),
        event=event,
    )


def _last(store: Store, head: int, kind: RowKind, about: str) -> Row:
    of_kind = list(store.rows(upto=head, kind=kind, about=about))
    if not of_kind:
        raise LedgerError(f"the ledger holds no {kind} row about {about}")
    return of_kind[-1]


def _reasons(document: Document, report: Report, reader: Reader, tools: Tools, claim: str) -> tuple[Reason, ...] | str:
    """The reasons, from the same text read by the same pack; else what has changed since."""
    pack = pack_for(report.language, tools.packs, tagged=reader.model is not None)
    if pack is None:
        return f"the language pack {report.language!r}, which read it, is not installed: its rules cannot be shown"
    if pack.digest != reader.pack:
        return "the language pack has changed since it was read: its rules cannot be shown, only what they found"
    by = tools.readers.as_recorded(reader)
    if by is None:
        return f"the tagger {reader.model!r}, which helped to read it, is not installed: its rules cannot be shown"
    stated = msgspec.structs.replace(document, language=report.language)
    again = read_document(stated, tools.packs, gazetteer=tools.gazetteer, by=by)
    if not isinstance(again, Unread):
        for one, reasons in zip(again.record.claims, again.reasons, strict=True):
            if one.id == claim:
                return reasons
    return f"sayso {reader.version} read it, and sayso {__version__} reads it otherwise: its rules cannot be shown"
