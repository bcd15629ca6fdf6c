"""From what a program sends to what the ledger records: words marked, claims drafted; and what is said of a misfit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from starlette.exceptions import HTTPException

from sayso.core.quote import Quote
from sayso.core.trouble import LedgerError
from sayso.ledger.draft import Draft, Figure
from sayso.ledger.written import read_quantity
from sayso.web.api.sent import Add, AddFigure, Words


@contextmanager
def fitting() -> Iterator[None]:
    """What is not there or does not fit is told as 422, and nothing is recorded."""
    try:
        yield
    except LedgerError as fault:
        raise HTTPException(422, str(fault)) from None


def quote(words: Words) -> Quote:
    """Words with what stands around them; raises HTTPException where there are none."""
    if not words.exact.strip():
        raise HTTPException(422, "give the words of the report that say it, in `exact`")
    return Quote(words.exact, words.before, words.after)


def draft(sent: Add) -> Draft:
    """A claim as it was sent; raises LedgerError where a number is none."""
    return Draft(
        content=quote(sent.content), source=_quote(sent.source), kind=sent.kind, act=sent.act, polarity=sent.polarity,
        certainty=sent.certainty, type=sent.type, date=sent.date, date_words=_quote(sent.date_words),
        place=_quote(sent.place), agent=_quote(sent.agent), target=_quote(sent.target),
        figures=tuple(_figure(one) for one in sent.figures),
    )  # fmt: skip


def _quote(words: Words | None) -> Quote | None:
    return None if words is None else quote(words)


def _figure(sent: AddFigure) -> Figure:
    number = read_quantity(sent.number)
    return Figure(
        effect=sent.effect, low=number.low, high=number.high, approximate=number.approximate, status=sent.status,
        group=sent.group, words=_quote(sent.words),
    )  # fmt: skip
