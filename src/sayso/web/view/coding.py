"""The lines of a coding form: a field, what stands in it, what the account says, and the claims behind that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.core.judgement import Coding
from sayso.publish.coding.filled import Filled
from sayso.reference.coding import Field, coding_fields
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
