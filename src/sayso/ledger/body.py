"""What the body of each kind of row holds, as values: written as canonical JSON, and read back strictly."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeVar

import msgspec

from sayso.core.claim import Claim, Reader
from sayso.core.document import Document
from sayso.core.judgement import Arranged, Ruling, Verdict
from sayso.core.report import Report
from sayso.core.row import Row
from sayso.core.trouble import LedgerError
from sayso.core.value import Value

LATER = ("author", "modified", "raw")  # fields of a document that the first ledgers did not have
FOLDED = ("page", "version")  # fields of a report that the fold gives it


def document_body(document: Document) -> dict[str, object]:
    """A document as its row has it: what the first ledgers did not have is left out where it is not known."""
    fields: dict[str, object] = msgspec.structs.asdict(document)
    return {field: value for field, value in fields.items() if value is not None or field not in LATER}


class ReadingBody(Value, kw_only=True):
    """One reading of a document: the report without its claims, what read it, and the ids of its claims in order.

    `gazetteer` is the digest of the one that placed its places, null where there was none.
    """

    report: Report
    reader: Reader
    gazetteer: str | None = None
    warnings: tuple[str, ...]
    claims: tuple[str, ...]


def reading_body(body: ReadingBody) -> dict[str, object]:
    """A reading as its row has it: without what other rows make of its report."""
    report: dict[str, object] = msgspec.structs.asdict(body.report)
    kept = {field: value for field, value in report.items() if field not in FOLDED}
    return {**msgspec.structs.asdict(body), "report": kept}


class ClaimBody(Value, kw_only=True, omit_defaults=True):
    """A claim and the key of the document that makes it; `why` is there where a person added it."""

    document: str
    claim: Claim
    why: str | None = None


class JudgementBody(Value, kw_only=True):
    """What a person decided of two claims; `retracts` is null, and stands there since the first ledgers."""

    left: str
    right: str
    verdict: Verdict
    why: str
    retracts: None = None


class StandingBody(Value, kw_only=True):
    """Whether a claim stands."""

    claim: str
    verdict: Ruling
    why: str


class ArrangementBody(Value, kw_only=True):
    """Claims put together or apart, in groups; see `core/judgement.py` for what each verdict says."""

    groups: tuple[tuple[str, ...], ...]
    verdict: Arranged
    why: str


class ReviewBody(Value, kw_only=True):
    """An event let stand as it is, with all claims that it held."""

    event: str
    claims: tuple[str, ...]
    verdict: Literal["reviewed"] = "reviewed"
    why: str


class CodingBody(Value, kw_only=True):
    """The fields of an event as one coder has them, by the table that `scheme` names; `claims` as it held them then."""

    event: str
    scheme: str
    values: dict[str, str | int | None]
    evidence: dict[str, tuple[str, ...]]
    verdict: Literal["coded"] = "coded"
    why: str


class TakenBackBody(Value, kw_only=True, omit_defaults=True):
    """What an earlier row said, other than a correction, taken back; `left` and `right` where it was of two claims."""

    left: str | None = None
    right: str | None = None
    verdict: Literal["retract"]
    why: str
    retracts: int


Judged = JudgementBody | StandingBody | ArrangementBody | ReviewBody | CodingBody | TakenBackBody
_JUDGED: Mapping[str, type[Judged]] = MappingProxyType(
    {
        "same": JudgementBody, "different": JudgementBody, "unsure": JudgementBody, "accept": StandingBody,
        "reject": StandingBody, "merge": ArrangementBody, "split": ArrangementBody, "apart": ArrangementBody,
        "reviewed": ReviewBody, "coded": CodingBody, "retract": TakenBackBody,
    }
)  # fmt: skip


class CorrectionBody(Value, kw_only=True):
    """A field of a claim put right, or, with `retracts`, the correction in that row taken back."""

    field: str
    value: object
    why: str
    retracts: int | None = None


class NoteBody(Value):
    """A remark."""

    text: str


class TagBody(Value):
    """The row that a name stands for."""

    seq: int


class _Verdict(msgspec.Struct):
    """What tells the bodies of judgements apart."""

    verdict: str


Body = TypeVar("Body")


def body_of(row: Row, kind: type[Body]) -> Body:
    """The body of a row as a value of the type given; raises LedgerError where it is none."""
    try:
        return msgspec.json.decode(row.body, type=kind)
    except ValueError as fault:  # also msgspec's own, and half characters
        raise LedgerError(f"row {row.seq}: its body is not that of a {row.kind}: {fault}") from None


def judged(row: Row) -> Judged:
    """The body of a judgement, by its verdict; raises LedgerError where it is none, or of a newer sayso."""
    verdict = _lenient(row).verdict
    if verdict not in _JUDGED:
        known = ", ".join(_JUDGED)
        raise LedgerError(f"row {row.seq}: its body is not that of a judgement: no verdict {verdict!r}; known: {known}")
    return body_of(row, _JUDGED[verdict])


def _lenient(row: Row) -> _Verdict:
    try:
        return msgspec.json.decode(row.body, type=_Verdict)
    except ValueError as fault:
        raise LedgerError(f"row {row.seq}: its body is not that of a {row.kind}: {fault}") from None


def taken_back(retracts: Mapping[int, int | None]) -> set[int]:
    """The rows that a later one takes back, from what each row takes back, if anything.

    A retraction that is taken back itself takes back nothing any more.
    """
    gone: set[int] = set()
    for seq in sorted(retracts, reverse=True):
        target = retracts[seq]
        if target is not None and target < seq and seq not in gone:
            gone.add(target)
    return gone
