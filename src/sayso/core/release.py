"""Everything as of one row of the ledger: what the commands and pages show."""

from __future__ import annotations

import msgspec

from sayso.core.claim import Claim
from sayso.core.document import Document
from sayso.core.event import Doubt, Event
from sayso.core.judgement import Correction, Decision, Judgement
from sayso.core.report import Report
from sayso.core.value import Value


class State(Value, kw_only=True):
    """The fold of a ledger's rows: live documents and reports by key, live judgements and corrections, tags by name.

    The claims of a report are corrected already; `originals` holds those that were, as they were read, by id.
    `judgements` are of two claims each; `decisions` are all else that people decided, in the order of their rows.
    """

    head: int
    at: str | None
    documents: dict[str, Document]
    reports: tuple[Report, ...]
    judgements: tuple[Judgement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    decisions: tuple[Decision, ...] = ()
    originals: dict[str, Claim] = msgspec.field(default_factory=dict)
    tags: dict[str, int] = msgspec.field(default_factory=dict)


class Release(Value, kw_only=True):
    """A state and the events it adds up to, the most reported first; `doubts` are where the rules were least sure."""

    state: State
    events: tuple[Event, ...]
    doubts: tuple[Doubt, ...] = ()
