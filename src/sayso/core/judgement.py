"""What a person has decided: rows of the ledger like any other, reversible by a later row, and above every rule."""

from __future__ import annotations

from typing import Literal

from sayso.core.value import Value

Verdict = Literal["same", "different", "unsure"]


class Judgement(Value, kw_only=True):
    """Whether two claims, named by their ids, speak of one event. `row` is where the ledger holds it."""

    left: str
    right: str
    verdict: Verdict
    by: str
    why: str
    row: int = 0


class Correction(Value, kw_only=True):
    """One field of a claim put right: `field` is its path in the claim, parted by dots (`event.when.edtf`)."""

    claim: str
    field: str
    value: object
    by: str
    why: str
    row: int = 0
