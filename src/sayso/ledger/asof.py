"""Which row a moment means: a day, a row number or a tag."""

from __future__ import annotations

import datetime as dt
import re

from sayso.core.row import Row
from sayso.core.trouble import LedgerError
from sayso.ledger.body import TagBody, body_of
from sayso.ledger.store import Store

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_END = "T23:59:59Z"


def as_of(store: Store, moment: str) -> int:
    """The number of the last row that a moment takes in; raises LedgerError where it means none.

    A day (`2026-03-06`) takes in all that was recorded by its end in UTC; a number is a row; any other word is a tag.
    """
    head = store.head()
    if _DAY.fullmatch(moment):
        return _at_end_of(store, moment)
    if moment.isdecimal():
        if not 1 <= int(moment) <= head.seq:
            raise LedgerError(f"no row {moment}: the ledger has {_rows(head.seq)}")
        return int(moment)
    return _tagged(store, moment)


def is_plain(moment: str) -> bool:
    """Whether a moment means a day or a row whatever tags there are."""
    return bool(_DAY.fullmatch(moment)) or moment.isdecimal()


def tags(store: Store) -> dict[str, Row]:
    """Every tag's row by its name."""
    return {row.about: row for row in store.rows(kind="tag")}


def _tagged(store: Store, name: str) -> int:
    named = tags(store)
    if name not in named:
        there = f"there are: {', '.join(sorted(named))}" if named else "there is none"
        raise LedgerError(f"no tag {name!r} ({there}); give a day like 2026-03-06, a row's number or a tag")
    return body_of(named[name], TagBody).seq


def _at_end_of(store: Store, day: str) -> int:
    """Halve the rows until the last of the day is found: their moments never go back."""
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        raise LedgerError(f"there is no day {day}") from None
    low, high = 0, store.head().seq
    while low < high:
        middle = (low + high + 1) // 2
        if _row(store, middle).at <= day + _END:
            low = middle
        else:
            high = middle - 1
    if not low:
        first = f"; the first row is of {_row(store, 1).at}" if store.head().seq else ""
        raise LedgerError(f"nothing was recorded by the end of {day}{first}")
    return low


def _row(store: Store, seq: int) -> Row:
    row = next(iter(list(store.rows(after=seq - 1, upto=seq))), None)
    if row is None:
        raise LedgerError(f"row {seq} is missing; run `sayso verify`")
    return row


def _rows(count: int) -> str:
    return f"rows 1 to {count}" if count else "no rows yet"
