"""One decision recorded on a state that the person saw, unless somebody decided on the same thing meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from sayso.core.row import Entry, Row
from sayso.core.trouble import LedgerError, SaysoError
from sayso.ledger.entry import Stamp
from sayso.ledger.store import Store
from sayso.ledger.touch import since


class StaleError(SaysoError):
    """Somebody decided on the same claims since the person looked: `rows` are what came in between."""

    def __init__(self, rows: list[Row]) -> None:
        super().__init__("somebody decided on this in the meantime")
        self.rows = rows


class RefusedError(SaysoError):
    """What the person asks for cannot be recorded; the text says why. The ledger itself is well."""


class Decision(NamedTuple):
    """What to record: `make` gives the row, `about` are the claims that it decides on, `seen` the last row seen."""

    make: Callable[[Store, Stamp], Entry]
    about: Collection[str]
    seen: int


def entry_of(decision: Decision, store: Store, stamp: Stamp) -> Iterator[Entry]:
    """The row to be; to be called where the row is appended, so that nothing comes in between unseen.

    What the same person decided meanwhile holds nothing back: a page may be older than one's own last word.

    Raises StaleError, and RefusedError where what is asked for is not there or does not fit.
    """
    between = [row for row in since(store, decision.seen, decision.about) if row.by != stamp.by]
    if between:
        raise StaleError(between)
    try:
        yield decision.make(store, stamp)
    except LedgerError as fault:
        raise RefusedError(str(fault)) from None
