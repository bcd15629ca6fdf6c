"""What claims add up to: events, voices, estimates, field for field as the contract has it.

They are derived, and never stored as truth.
Ids of claims and of documents are those of the ledger and of the input. Nothing here is averaged.
"""

from __future__ import annotations

from typing import Literal

from sayso.core.claim import Effect, Kind
from sayso.core.value import Value

Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
GroupStatus = Literal["all", "civilian", "combatant", "unknown"]


class EventWhen(Value, kw_only=True):
    """When an event was, as EDTF; None where no claim says."""

    edtf: str | None


class EventWhere(Value, kw_only=True):
    """Where an event was, as most of its claims have it."""

    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None


class Voice(Value, kw_only=True):
    """An independent origin: who stands at the end of the chain, once copies are folded."""

    id: str
    name: str | None
    kind: Kind
    party: bool
    documents: tuple[str, ...]
    claims: tuple[str, ...]


class LeftOut(Value, array_like=True):
    """A claim that an estimate does not count, and why; `[claim, reason]` in JSON."""

    claim: str
    reason: str


class Estimate(Value, kw_only=True):
    """How many, for one effect and group: low, best and high each chosen from a claim by the rule named.

    `group` None is the total for its effect. `high` None is open-ended.
    """

    effect: Effect
    group: str | None
    status: GroupStatus
    low: int
    best: int
    high: int | None
    rule: str
    voices: int
    used: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()


class Conflict(Value, kw_only=True):
    """Claims that cannot all be right about a field, and why not."""

    field: str
    claims: tuple[str, ...]
    reason: str


class Reversal(Value, kw_only=True):
    """A party that says now what it denied before, or takes back what it said: two claims."""

    party: str
    earlier: str
    later: str


class Event(Value, kw_only=True):
    """What its claims say occurred. `id` is that of its first claim, so it survives growth.

    `clarity` is UCDP's event_clarity: 1 where the event is told in a way that tells it apart, 2 where it is not.
    """

    id: str
    type: str
    when: EventWhen
    where: EventWhere | None
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    voices: tuple[Voice, ...]
    estimates: tuple[Estimate, ...]
    conflicts: tuple[Conflict, ...] = ()
    reversals: tuple[Reversal, ...] = ()
    grade: Grade
    clarity: Literal[1, 2]


class Doubt(Value, kw_only=True):
    """Two happenings, by a claim of each, that the rules joined on few points, or nearly joined, and why.

    `points` is None where the join was refused.
    """

    left: str
    right: str
    joined: bool
    points: float | None
    reason: str


class Step(Value, kw_only=True):
    """How the total for an effect stood once the reports of one day were in; `claims` are those that moved it."""

    published: str | None
    effect: Effect
    low: int
    best: int
    high: int | None
    claims: tuple[str, ...]
