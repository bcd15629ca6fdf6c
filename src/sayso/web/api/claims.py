"""Claims: with their chain, by which rules they were read, and what the ledger holds of them."""

from __future__ import annotations

from starlette.exceptions import HTTPException

from sayso.core.trouble import LedgerError
from sayso.ledger.find import claim_of
from sayso.web.api.some import moment
from sayso.web.api.values import Because, ClaimIn, Reasons, RowOf
from sayso.web.page.claim import because, reasons_of
from sayso.web.snapshot import Told
from sayso.web.visit import Visit


def one(visit: Visit) -> ClaimIn:
    """One claim."""
    snapshot, found = visit.snapshot, _found(visit)
    state, name = snapshot.release.state, found.claim.id
    return ClaimIn(
        as_of=moment(visit), claim=found.claim, document=found.report.key, event=snapshot.event_of.get(name),
        corrections=tuple(one for one in state.corrections if one.claim == name),
    )  # fmt: skip


def reasons(visit: Visit) -> Reasons:
    """By what it was read: its report is read once more for that."""
    found = _found(visit)
    of = because(visit, found.claim.id)
    read = reasons_of(of)
    held = of.recorded
    rows = {row.seq: row for row in (held.document, held.reading, held.claim, *(row for row, _ in held.notes))}
    return Reasons(
        as_of=moment(visit), lacking=read if isinstance(read, str) else "",
        reasons=() if isinstance(read, str) else tuple(
            Because(field=field, rule=rule, words=tuple(words)) for field, rule, words in read
        ),
        rows=tuple(RowOf(row=row.seq, kind=row.kind, at=row.at, by=row.by, hash=row.hash) for row in rows.values()),
    )  # fmt: skip


def _found(visit: Visit) -> Told:
    """The claim that the address names, by its id or the beginning of it; 404 where there is none."""
    snapshot, name = visit.snapshot, visit.part("id")
    try:
        return snapshot.claims.get(name) or snapshot.claims[claim_of(snapshot.release.state, name).id]
    except (LedgerError, KeyError) as fault:
        raise HTTPException(404, f"no claim {name!r} as of row {snapshot.row}: {fault}") from None
