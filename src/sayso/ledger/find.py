"""Claims by what a person types: an id, an event's id, or a beginning of either."""

from __future__ import annotations

from sayso.core.claim import Claim
from sayso.core.release import State
from sayso.core.trouble import LedgerError

EVENT = "e"  # an event's id is that of its anchor claim behind this letter
LISTED = 10


def claim_of(state: State, wanted: str) -> Claim:
    """The one live claim that an id of a claim or an event, or a beginning of it, names.

    Raises LedgerError where none is named, or more than one (`e` is a hexadecimal digit too).
    """
    claims = {claim.id: claim for report in state.reports for claim in report.claims}
    written = wanted.strip().lower()
    if written in claims:
        return claims[written]
    fitting = _begun(claims, written) + (_begun(claims, written[1:]) if written.startswith(EVENT) else [])
    if len(fitting) == 1:
        return claims[fitting[0]]
    if fitting:
        more = f" and {len(fitting) - LISTED} more" if len(fitting) > LISTED else ""
        raise LedgerError(
            f"{wanted!r} fits {len(fitting)} claims ({', '.join(fitting[:LISTED])}{more}); give more of the id"
        )
    raise LedgerError(f"no claim or event {wanted!r} among the {len(claims)} claims in the ledger")


def document_of(state: State, wanted: str) -> str:
    """The key of the one document that a key, or the id it came in under, names; raises LedgerError."""
    if wanted in state.documents:
        return wanted
    fitting = [key for key, one in state.documents.items() if one.id == wanted]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise LedgerError(
            f"{wanted!r} fits {len(fitting)} documents; give the key of one: {', '.join(fitting[:LISTED])}"
        )
    raise LedgerError(f"no document {wanted!r} among the {len(state.documents)} in the ledger")


def _begun(claims: dict[str, Claim], written: str) -> list[str]:
    return [claim for claim in claims if claim.startswith(written)] if written else []
