"""What came in between: rows about the same claims that somebody recorded since a person began to decide."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from sayso.core.row import Row
from sayso.ledger.body import (
    ArrangementBody,
    CodingBody,
    JudgementBody,
    ReviewBody,
    StandingBody,
    TakenBackBody,
    judged,
)  # fmt: skip
from sayso.ledger.find import EVENT
from sayso.ledger.store import Store


def since(store: Store, row: int, claims: Iterable[str]) -> list[Row]:
    """The decisions behind a row that speak of one of the claims; an event's are those of its claims."""
    wanted = frozenset(claims)
    return [one for one in store.rows(after=row) if not wanted.isdisjoint(touched(one))]


def touched(row: Row) -> frozenset[str]:
    """The claims that a row decides about, or remarks on; nothing of what a reader wrote.

    What is taken back touches what it was about.
    """
    if row.kind == "correction":
        return frozenset({row.about})
    if row.kind == "note":
        return frozenset({row.about, row.about.removeprefix(EVENT)})
    if row.kind != "judgement":
        return frozenset()
    match judged(row):
        case JudgementBody() as body:
            return frozenset({body.left, body.right})
        case StandingBody() as body:
            return frozenset({body.claim})
        case ArrangementBody() as body:
            return frozenset(claim for group in body.groups for claim in group)
        case ReviewBody() as body:
            return frozenset(body.claims)
        case CodingBody() as body:
            return frozenset({body.event.removeprefix(EVENT)})
        case TakenBackBody():
            return frozenset(one for name in row.about.split() for one in (name, name.removeprefix(EVENT)))
        case other:
            assert_never(other)
