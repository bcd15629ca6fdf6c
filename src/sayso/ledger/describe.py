"""What a row records, in one line for a person."""

from __future__ import annotations

from sayso.core.document import Document
from sayso.core.row import Row, canonical
from sayso.ledger.body import (
    ArrangementBody,
    ClaimBody,
    CodingBody,
    CorrectionBody,
    Judged,
    JudgementBody,
    NoteBody,
    ReadingBody,
    ReviewBody,
    StandingBody,
    TagBody,
    TakenBackBody,
    body_of,
    judged,
)  # fmt: skip


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
            return f"{row.about} · {_counted(number)} · {reading.report.language} · {by}"
        case "claim":
            return _claim(row)
        case "judgement":
            return _judgement(judged(row))
        case "correction":
            put = body_of(row, CorrectionBody)
            if put.retracts is not None:
                return f"row {put.retracts} taken back, because {put.why}"
            return f"{row.about}: {put.field} is {canonical(put.value)}, because {put.why}"
        case "note":
            return f"{row.about}: {body_of(row, NoteBody).text}"
        case "tag":
            return f"{row.about} is row {body_of(row, TagBody).seq}"


def _judgement(body: Judged) -> str:
    match body:
        case TakenBackBody():
            said = f"row {body.retracts} taken back"
        case JudgementBody():
            said = f"{body.left} and {body.right}: {body.verdict}"
        case StandingBody():
            said = f"{body.claim}: {body.verdict}"
        case ArrangementBody():
            groups = " | ".join(f"{group[0]} and {len(group) - 1} more" for group in body.groups)
            said = f"{body.verdict}: {groups}".replace(" and 0 more", "")
        case ReviewBody():
            said = f"{body.event}: reviewed with {_counted(len(body.claims))}"
        case CodingBody():
            said = f"{body.event}: coded by {body.scheme}, {len(body.values)} fields"
    return f"{said}, because {body.why}"


def _counted(number: int) -> str:
    return f"{number} {'claim' if number == 1 else 'claims'}"


def _claim(row: Row) -> str:
    made = body_of(row, ClaimBody)
    claim = made.claim
    event = claim.event
    origin = claim.attribution[-1].source.name or "source not named" if claim.attribution else "own voice"
    where = event.where.name if event.where is not None else None
    when = event.when.edtf if event.when is not None else None
    by_hand = f"added, because {made.why}" if made.why is not None else None
    parts = (row.about, event.type.replace("_", " "), where, when, origin, by_hand)
    return " · ".join(part for part in parts if part)
