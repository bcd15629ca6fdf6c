"""Coding forms: as the account fills them, as coders saved them, and the lines of one on a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from sayso.core.decided import codings_of
from sayso.core.event import Event
from sayso.core.judgement import Coding
from sayso.ledger.decide import Form
from sayso.publish.coding.filled import Filled, filled
from sayso.reference.coding import SCHEME, Field, coding_fields
from sayso.web.snapshot import Snapshot

SHOWN = 8  # claims behind a field that are linked


class Line(NamedTuple):
    """A field of the form; `differs` is whether the coder has something else than the account."""

    field: Field
    value: str
    account: str
    differs: bool
    claims: tuple[tuple[str, str], ...]  # id, and its short form
    more: int


def forms(snapshot: Snapshot) -> tuple[Coding, ...]:
    """Each coder's last form on each event there is, under the event's id now; ask for it by `snapshot.made`."""
    state = snapshot.release.state
    homes = (snapshot.event_of.get(one.event[1:]) for one in state.decisions if isinstance(one, Coding))
    ids = sorted({id_ for id_ in homes if id_ is not None})
    return tuple(
        msgspec.structs.replace(one, event=id_) for id_ in ids for one in codings_of(state, snapshot.events[id_])
    )


def account_of(snapshot: Snapshot, event: Event) -> dict[str, Filled]:
    """Every field of an event's form as the account fills it."""
    claims = {one: snapshot.claims[one].claim for one in event.claims}
    reports = {snapshot.claims[one].report.key: snapshot.claims[one].report for one in event.claims}
    return filled(event, claims, reports.values())


def form_of(snapshot: Snapshot, event: Event, values: Mapping[str, str | int | None]) -> Form:
    """A form to be saved: each field that has a value rests on the claims that the account has for it."""
    evidence = {name: one.claims for name, one in account_of(snapshot, event).items() if one.claims}
    return Form(SCHEME, values, {name: claims for name, claims in evidence.items() if values[name] is not None})


class Seen(NamedTuple):
    """A coder's own form on an event, those of others that they may see, and how many have saved one."""

    own: Coding | None
    others: list[Coding]
    coders: int


def seen_by(snapshot: Snapshot, event: Event, name: str, *, codes: bool) -> Seen:
    """The forms that somebody may see, who `codes` or only reads.

    What another coder has is not shown before one's own form is saved, so that two code apart from each other.
    """
    saved = codings_of(snapshot.release.state, event)
    own = next((one for one in saved if one.by == name), None)
    return Seen(own, [one for one in saved if one is not own] if own is not None or not codes else [], len(saved))


def lines(snapshot: Snapshot, account: Mapping[str, Filled], own: Coding | None) -> list[Line]:
    """Every line, in the order of the form."""
    return [_line(snapshot, field, account[name], own) for name, field in coding_fields().items()]


def _line(snapshot: Snapshot, field: Field, account: Filled, own: Coding | None) -> Line:
    said = _written(account.value)
    value = said if own is None else _written(own.values.get(field.name))
    claims = tuple((one, snapshot.claim_ids.short(one)) for one in account.claims[:SHOWN])
    return Line(field, value, said, own is not None and value != said, claims, max(0, len(account.claims) - SHOWN))


def _written(value: str | int | None) -> str:
    return "" if value is None else str(value)
