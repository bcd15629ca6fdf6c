"""What was read of every document, as its newest reading has it."""

from __future__ import annotations

from sayso.core.report import Report
from sayso.ledger.body import ReadingBody, body_of
from sayso.ledger.store import Store


def reports_read(store: Store) -> list[Report]:
    """The report of each document, without its claims; raises LedgerError where a row cannot be read."""
    newest = {row.about: row for row in store.rows(kind="reading")}
    return [body_of(row, ReadingBody).report for row in newest.values()]
