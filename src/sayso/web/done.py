"""What a person recorded last, as the address says after a decision: shown once more, with the way to take it back."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from sayso.core.row import Row
from sayso.core.trouble import LedgerError
from sayso.ledger.body import CorrectionBody, TakenBackBody, body_of, judged
from sayso.ledger.describe import described
from sayso.web.visit import Visit

DONE = "done"  # the parameter that says which row was recorded last
DECIDED = frozenset({"judgement", "correction", "note", "claim"})
LONGEST = 15  # digits of a row's number


class Done(NamedTuple):
    """A row that the person has just recorded; `undo` is whether it can be taken back, and is not a taking back."""

    row: int
    said: str
    undo: bool


def done(visit: Visit) -> Done | None:
    """What was recorded last, where the address says so and it is a row of this person's."""
    asked = visit.asked(DONE)
    if not is_row(asked) or visit.person is None:
        return None
    try:
        with visit.desk.reading() as store:
            row = next(iter(list(store.rows(after=int(asked) - 1, upto=int(asked)))), None)
    except LedgerError:
        return None
    if row is None or row.by != visit.person.name or row.kind not in DECIDED:
        return None
    return Done(row.seq, described(row), undo=not takes_back(row))


def takes_back(row: Row) -> bool:
    """Whether a row takes another back."""
    if row.kind == "judgement":
        return isinstance(judged(row), TakenBackBody)
    return row.kind == "correction" and body_of(row, CorrectionBody).retracts is not None


def with_done(path: str, row: int) -> str:
    """A path with the row that was just recorded among its parameters."""
    parts = urlsplit(path)
    query = [(key, value) for key, value in parse_qsl(parts.query) if key != DONE]
    return urlunsplit(parts._replace(query=urlencode([*query, (DONE, row)])))


def undone(visit: Visit) -> str:
    """Where the visit is, without what was recorded last."""
    query = visit.others(DONE)
    path = visit.request.url.path
    return f"{path}?{urlencode(query)}" if query else path


def is_row(written: str) -> bool:
    """Whether what was written is the number of a row."""
    return written.isascii() and written.isdecimal() and len(written) <= LONGEST
