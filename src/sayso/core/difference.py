"""What two moments of a ledger differ in."""

from __future__ import annotations

from sayso.core.judgement import Correction, Decision, Judgement
from sayso.core.value import Value


class Change(Value, kw_only=True):
    """A field of an event that differs. A figure is [low, best, high], under the name of effect, group and status."""

    field: str
    before: object
    after: object


class Changed(Value, kw_only=True):
    """An event that is there at both moments; `former` is the id it had, where that is another now."""

    id: str
    former: str | None = None
    changes: tuple[Change, ...]


class Began(Value, kw_only=True):
    """An event that was not there before; `out_of` is the event its first claim was in."""

    id: str
    out_of: str | None = None


class Ended(Value, kw_only=True):
    """An event that is there no longer; `into` is the event its first claim is in now."""

    id: str
    into: str | None = None


class Difference(Value, kw_only=True):
    """From row `before` to row `after`: documents by key, claims by id, what people decided, events.

    `readings` are the documents there at both moments whose claims are others now.
    """

    before: int
    after: int
    documents_new: tuple[str, ...] = ()
    documents_gone: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    claims_new: tuple[str, ...] = ()
    claims_gone: tuple[str, ...] = ()
    judgements_new: tuple[Judgement, ...] = ()
    judgements_gone: tuple[Judgement, ...] = ()
    corrections_new: tuple[Correction, ...] = ()
    corrections_gone: tuple[Correction, ...] = ()
    decisions_new: tuple[Decision, ...] = ()
    decisions_gone: tuple[Decision, ...] = ()
    events_new: tuple[Began, ...] = ()
    events_gone: tuple[Ended, ...] = ()
    events_changed: tuple[Changed, ...] = ()
