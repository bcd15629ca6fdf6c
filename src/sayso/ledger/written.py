"""A claim as somebody wrote it into a form or on a command line: fields of plain text to a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from sayso.core.claim import Act, Certainty, Effect, Kind, Polarity, Status
from sayso.core.quantity import Quantity
from sayso.core.quote import Quote
from sayso.core.trouble import LedgerError
from sayso.core.value import Value
from sayso.ledger.draft import Draft, Figure

USUAL = "killing"  # a claim about deaths with no other event
Given = Mapping[str, str]
Words = TypeVar("Words", bound=Value)


class _Manner(Value, kw_only=True):
    """The fields of a claim that are one word of a list."""

    kind: Kind = "organisation"
    act: Act = "say"
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"


class _Count(Value, kw_only=True):
    """Those of a figure."""

    effect: Effect = "killed"
    status: Status = "unknown"


def draft_written(given: Given, figures: Iterable[Given] = ()) -> Draft:
    """The draft of the fields given, those empty or not given left at what is usual.

    `content`, `source`, `place`, `date_words`, `agent` and `target` are words of the report, each with what stands
    around them in `content_before`, `content_after` and so on. A figure has `effect`, `number` and, if known, `status`,
    `group` and `words`. Raises LedgerError for a value that is none.
    """
    content = quote_written(given, "content")
    if content is None:
        raise LedgerError("mark the words of the report that say it")
    manner = _words(given, _Manner)
    return Draft(
        content=content,
        source=quote_written(given, "source"),
        kind=manner.kind,
        act=manner.act,
        polarity=manner.polarity,
        certainty=manner.certainty,
        type=given.get("type") or USUAL,
        date=(given.get("date") or "").strip() or None,
        date_words=quote_written(given, "date_words"),
        place=quote_written(given, "place"),
        agent=quote_written(given, "agent"),
        target=quote_written(given, "target"),
        figures=tuple(_figure(one) for one in figures if one.get("number", "").strip()),
    )


def quote_written(given: Given, field: str) -> Quote | None:
    """The words marked for a field; None where there are none."""
    exact = given.get(field, "")
    if not exact.strip():
        return None
    return Quote(exact, given.get(f"{field}_before", ""), given.get(f"{field}_after", ""))


def read_quantity(written: str) -> Quantity:
    """`12`, `12..` at least, `..12` at most, `10..15`, `~100` about; raises LedgerError where it is none."""
    bare = written.strip()
    low, dots, high = bare.lstrip("~").partition("..")
    try:
        least = int(low) if low else None
        most = (int(high) if high else None) if dots else least
    except ValueError:
        least = most = None
    if least is None and most is None:
        raise LedgerError(f"{written!r} is no number: write 12, 12.. for at least, ..12 for at most, 10..15 or ~100")
    return Quantity(low=least, high=most, approximate=bare.startswith("~"))


def _figure(given: Given) -> Figure:
    number, count = read_quantity(given["number"]), _words(given, _Count)
    return Figure(
        effect=count.effect,
        low=number.low,
        high=number.high,
        approximate=number.approximate,
        status=count.status,
        group=given.get("group", "").strip() or None,
        words=quote_written(given, "words"),
    )


def _words(given: Given, kind: type[Words]) -> Words:
    """The fields of a value that are given, each checked to be a word of its list."""
    try:
        return msgspec.convert({key: given[key] for key in kind.__struct_fields__ if given.get(key)}, kind)
    except msgspec.ValidationError as fault:
        raise LedgerError(str(fault).replace(" - at `$.", ", in ").rstrip("`")) from None
