"""A field of a claim put right by the words that say it: from words marked in the report to a field and its value."""

from __future__ import annotations

from typing import NamedTuple, get_args

import msgspec

from sayso.core.claim import Casualty, Claim, Kind, Link
from sayso.core.quote import Quote
from sayso.core.trouble import LedgerError
from sayso.ledger.draft import Text
from sayso.ledger.written import read_quantity

MARKED = ("source", "place", "date", "agent", "target", "figure")


class Marked(NamedTuple):
    """Words marked for a part of a claim. `typed` is the date in EDTF or the number they mean, where one is needed.

    `at` is which figure is meant, counted from 0; one past the last adds a figure.
    """

    part: str
    words: Quote
    typed: str = ""
    at: int = 0


def field_marked(claim: Claim, marked: Marked, inside: Text) -> tuple[str, object]:
    """The field and the value, as JSON has it, that a correction gives.

    Raises SpanError where the words do not stand in the report, LedgerError where the part is none or needs a value.
    """
    match marked.part:
        case "source":
            return _source(claim, marked, inside)
        case "place":
            return "event.where", msgspec.to_builtins(inside.where(marked.words))
        case "date":
            if not marked.typed:
                raise LedgerError(
                    "give the date that the words mean, as EDTF writes it: 2024-03-06, or 2024-03 for a month"
                )
            return "event.when", msgspec.to_builtins(inside.when(marked.typed, marked.words))
        case "agent" | "target":
            return f"event.{marked.part}s", msgspec.to_builtins(inside.participants(marked.words))
        case "figure":
            return _figure(claim, marked, inside)
    raise LedgerError(f"no part {marked.part!r} of a claim is marked in the text; there are {', '.join(MARKED)}")


def _source(claim: Claim, marked: Marked, inside: Text) -> tuple[str, object]:
    """The origin; a report's own voice becomes that of a source."""
    if claim.attribution:
        last = len(claim.attribution) - 1
        kind = _kind(marked.typed) or claim.attribution[last].source.kind
        return f"attribution.{last}.source", msgspec.to_builtins(inside.source(marked.words, kind))
    who = inside.source(marked.words, _kind(marked.typed) or "organisation")
    return "attribution", msgspec.to_builtins((Link(source=who, cue=None, act="say", manner="indirect"),))


def _kind(typed: str) -> Kind | None:
    try:
        return msgspec.convert(typed, Kind) if typed else None
    except msgspec.ValidationError:
        raise LedgerError(f"no kind of source {typed!r}; there are {', '.join(get_args(Kind))}") from None


def _figure(claim: Claim, marked: Marked, inside: Text) -> tuple[str, object]:
    span = inside.spans(marked.words)
    there = marked.at < len(claim.casualties)
    number = read_quantity(marked.typed or span[0].of(inside.text))
    old = (
        claim.casualties[marked.at]
        if there
        else Casualty(effect="killed", low=None, high=None, approximate=False, group=None, status="unknown", span=span)
    )
    new = msgspec.structs.replace(old, low=number.low, high=number.high, approximate=number.approximate, span=span)
    if there:
        return f"casualties.{marked.at}", msgspec.to_builtins(new)
    return "casualties", msgspec.to_builtins((*claim.casualties, new))
