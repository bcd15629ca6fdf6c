"""What a row records, in one line for a person."""

from __future__ import annotations

from sayso.core.document import Document
from sayso.core.row import Row, canonical
from sayso.ledger.body import ClaimBody, CorrectionBody, JudgementBody, NoteBody, ReadingBody, TagBody, body_of


def described(row: Row) -> str:
    """The line, without the row's number, moment, kind and author; raises LedgerError where its body makes no sense."""
    match row.kind:
        case "document":
            document = body_of(row, Document)
            about = (row.about, document.id, document.publisher, document.published, document.title)
            return " · ".join(part for part in about if part)
        case "reading":
            reading = body_of(row, ReadingBody)
            number = len(reading.claims)
            by = f"sayso {reading.reader.version}, pack {reading.reader.pack[:8]}"
            return f"{row.about} · {number} {'claim' if number == 1 else 'claims'} · {reading.report.language} · {by}"
        case "claim":
            return _claim(row)
        case "judgement":
            judged = body_of(row, JudgementBody)
            if judged.retracts is not None:
                return f"row {judged.retracts} taken back, because {judged.why}"
            return f"{judged.left} and {judged.right}: {judged.verdict}, because {judged.why}"
        case "correction":
            put = body_of(row, CorrectionBody)
            if put.retracts is not None:
                return f"row {put.retracts} taken back, because {put.why}"
            return f"{row.about}: {put.field} is {canonical(put.value)}, because {put.why}"
        case "note":
            return f"{row.about}: {body_of(row, NoteBody).text}"
        case "tag":
            return f"{row.about} is row {body_of(row, TagBody).seq}"


def _claim(row: Row) -> str:
    claim = body_of(row, ClaimBody).claim
    event = claim.event
    origin = claim.attribution[-1].source.name or "source not named" if claim.attribution else "own voice"
    where = event.where.name if event.where is not None else None
    when = event.when.edtf if event.when is not None else None
    parts = (row.about, event.type.replace("_", " "), where, when, origin)
    return " · ".join(part for part in parts if part)
