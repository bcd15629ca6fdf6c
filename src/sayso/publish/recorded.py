"""What a ledger holds of one claim: its rows and their hashes, what people put right or judged, the event it is in."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sayso.core.claim import Reader
from sayso.core.event import Event
from sayso.core.judgement import Correction, Decision, Judgement
from sayso.core.row import Row
from sayso.core.value import Value
from sayso.publish.account.heading import heading
from sayso.publish.decision import decided, reason
from sayso.publish.terminal import Look, hang, safe
from sayso.publish.why import LABEL


class Recorded(Value, kw_only=True):
    """The rows of a claim, of its document and of the reading that counts; notes; what people decided and counts."""

    head: int
    claim: Row
    document: Row
    reading: Row
    reader: Reader
    corrections: tuple[Correction, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    notes: tuple[tuple[Row, str], ...] = ()
    decisions: tuple[Decision, ...] = ()
    event: Event | None = None


def recorded(of: Recorded, look: Look) -> str:
    """The rows, a label and what belongs to it, each line ended."""
    lines = [look.paint("recorded", "bold")]
    for label, value in _facts(of):
        shown = "  " + label.ljust(LABEL)
        lines += hang(safe(value), look, shown, " " * len(shown))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _facts(of: Recorded) -> Iterator[tuple[str, str]]:
    yield "document", _row(of.document)
    yield "hash", of.document.hash
    reader = of.reader
    yield "reading", f"{_row(of.reading)}: sayso {reader.version}, {reader.mode}, pack {reader.pack}"
    yield "hash", of.reading.hash
    yield "claim", _row(of.claim)
    yield "hash", of.claim.hash
    for one in of.corrections:
        value = msgspec.json.encode(one.value).decode()
        yield "correction", f"row {one.row}, by {one.by}: {one.field} is {value}{_why(one.why)}"
    for each in of.judgements:
        other = each.right if each.left == of.claim.about else each.left
        yield "judgement", f"row {each.row}, by {each.by}: {each.verdict}, with {other}{_why(each.why)}"
    for made in of.decisions:
        yield "decision", f"row {made.row}, by {made.by}: {decided(made)}{_why(reason(made))}"
    for row, text in of.notes:
        yield "note", f"{_row(row)}: {text}"
    event = f"{of.event.id}, {heading(of.event)}" if of.event is not None else "none"
    yield "event", f"{event}; as of row {of.head}"


def _row(row: Row) -> str:
    return f"row {row.seq}, {row.at}, by {row.by}"


def _why(text: str) -> str:
    return f", because {text}" if text else ""
