"""Judgements of two claims, and fields of claims put right, as they bear on the claims that are live."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sayso.core.claim import Claim
from sayso.core.judgement import Correction, Judgement
from sayso.core.row import Row
from sayso.core.trouble import LedgerError
from sayso.ledger.body import CorrectionBody, JudgementBody
from sayso.ledger.correct import corrected, field_of
from sayso.ledger.follow import Following


class PutRight(NamedTuple):
    """The corrections that count, the claims as they make them by id, and the same claims as they were read."""

    corrections: tuple[Correction, ...]
    claims: dict[str, Claim]
    originals: dict[str, Claim]


def judgements(rows: Iterable[tuple[Row, JudgementBody]], following: Following) -> tuple[Judgement, ...]:
    """Of several judgements on the same two claims the last."""
    live: dict[tuple[str, str], Judgement] = {}
    for row, body in rows:
        left, right = sorted((id_now(body.left, following), id_now(body.right, following)))
        if left != right:  # what were two claims may be read as one now
            live[left, right] = Judgement(
                left=left, right=right, verdict=body.verdict, by=row.by, why=body.why, row=row.seq
            )
    return tuple(sorted(live.values(), key=lambda judgement: judgement.row))


def id_now(one: str, following: Following) -> str:
    """The id of the live claim that says what a claim said; its own where there is none."""
    claim = following.now(one)
    return one if claim is None else claim.id


def put_right(rows: Iterable[tuple[Row, CorrectionBody]], following: Following) -> PutRight:
    """Apply in order the corrections that still meet what they were made for."""
    made = PutRight((), {}, {})
    live: list[Correction] = []
    for row, body in rows:
        claim = following.now(row.about)
        if body.retracts is not None or claim is None:
            continue
        if claim.id != row.about and not _reads_alike(following.read(row.about), claim, body.field):
            continue
        try:
            made.claims[claim.id] = corrected(made.claims.get(claim.id, claim), body.field, body.value)
        except LedgerError:  # it rests on an earlier one that was taken back
            continue
        made.originals[claim.id] = claim
        live.append(
            Correction(claim=claim.id, field=body.field, value=body.value, by=row.by, why=body.why, row=row.seq)
        )
    return made._replace(corrections=tuple(live))


def _reads_alike(old: Claim | None, new: Claim, field: str) -> bool:
    """Whether a newer reading has in a field what was wrong in the older; else it was mended, or is another matter."""
    try:
        return old is not None and field_of(old, field) == field_of(new, field)
    except LedgerError:
        return False
