"""A field of a claim put right: found by its path, checked for type and sense, in a copy of the claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.core.claim import Claim
from sayso.core.trouble import DateError, LedgerError
from sayso.core.when import bounds
from sayso.reference.event_types import event_types

FIXED = frozenset({"id", "content"})  # what a claim is named for: reject it, and add the one that is meant


def corrected(claim: Claim, field: str, value: object) -> Claim:
    """The claim with one field put right. `field` is its path, parted by dots: `event.when.edtf`, `casualties.0.low`.

    Raises LedgerError where there is no such field, or the value does not fit it.
    """
    if field in FIXED:
        raise LedgerError(f"{field}: what names a claim is not corrected")
    whole = msgspec.json.decode(msgspec.json.encode(claim))
    _put(whole, field, value)
    try:
        put = msgspec.convert(whole, Claim)
    except msgspec.ValidationError as fault:
        raise LedgerError(f"{field}: {str(fault).partition(' - at')[0]}") from None
    sensible(put, field)
    return put


def field_of(claim: Claim, field: str) -> object:
    """What a field of a claim holds, as JSON has it; None where something on the way to it is empty.

    Raises LedgerError where there is no such field.
    """
    at = msgspec.json.decode(msgspec.json.encode(claim))
    here: list[str] = []
    for step in field.split("."):
        if at is None:
            return None
        at = at[_step(at, step, here)]
        here.append(step)
    return at


def value_of(claim: Claim, field: str, written: str) -> object:
    """What somebody wrote for a field, as JSON where that fits its type, else as the plain text it is.

    Raises LedgerError where neither fits.
    """
    first = None
    for value in _meant(written):
        try:
            corrected(claim, field, value)
        except LedgerError as fault:
            first = first or fault
        else:
            return value
    assert first is not None
    raise first


def _meant(written: str) -> list[object]:
    try:
        return [msgspec.json.decode(written), written]
    except ValueError:
        return [written]


def _put(whole: Any, field: str, value: object) -> None:  # noqa: ANN401 -- JSON of any shape
    """Set what a path leads to, in place."""
    *way, last = field.split(".")
    at = whole
    here: list[str] = []
    for step in way:
        at = at[_step(at, step, here)]
        here.append(step)
    at[_step(at, last, here)] = value


def _step(at: object, step: str, here: list[str]) -> str | int:
    """The key or place that one part of a path names in what the parts before it lead to."""
    where = ".".join(here) or "a claim"
    if isinstance(at, dict):
        if step in at:
            return step
        raise LedgerError(f"{where} has no field {step!r}; it has {', '.join(at)}")
    if isinstance(at, list):
        if step.isdecimal() and int(step) < len(at):
            return int(step)
        raise LedgerError(f"{where} has no {step!r}; it holds {len(at)}, counted from 0")
    if at is None:
        raise LedgerError(f"{where} is empty in this claim; give all of it at once, as JSON")
    raise LedgerError(f"{where} has no parts")


def inside(claim: Claim, text: str) -> None:
    """Raise LedgerError where a span of a claim does not lie in its text: a field must point at words there are."""
    for span in _spans(msgspec.to_builtins(claim)):
        if not 0 <= span[0] < span[1] <= len(text):
            raise LedgerError(
                f"the span {span[0]} to {span[1]} does not lie in the report, which has {len(text)} characters"
            )


def _spans(at: object) -> Iterator[tuple[int, int]]:
    """Every span in a claim written as JSON: a list of pairs under `span`, `cue` or `content`."""
    if isinstance(at, dict):
        for key, value in at.items():
            yield from ((a, b) for a, b in value or ()) if key in ("span", "cue", "content") else _spans(value)
    elif isinstance(at, list | tuple):
        for one in at:
            yield from _spans(one)


def sensible(claim: Claim, field: str) -> None:
    """Raise LedgerError for what types alone do not refuse: event types, dates and bounds that are none."""
    event = claim.event
    if event.type not in event_types():
        raise LedgerError(f"{field}: no event type {event.type!r}; there are {', '.join(event_types())}")
    if event.when is not None:
        try:
            bounds(event.when.edtf)
        except DateError as fault:
            raise LedgerError(f"{field}: {fault}") from None
    for casualty in claim.casualties:
        low, high = casualty.low, casualty.high
        if (low is not None and low < 0) or (high is not None and high < (low or 0)):
            raise LedgerError(f"{field}: bounds {low}..{high} are no count of people")
