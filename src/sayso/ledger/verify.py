"""Walking the chain: whether every row is what it was when it was written, and in its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol, runtime_checkable

from sayso.core.row import START, Head, Row, head_of, row_hash
from sayso.core.trouble import LedgerError
from sayso.ledger.store import Store


class Broken(NamedTuple):
    """The first row that is not as it was written, and what is wrong there."""

    seq: int
    wrong: str

    def __str__(self) -> str:
        """For a person."""
        return f"row {self.seq}: {self.wrong}"


class Verified(NamedTuple):
    """How far the chain is whole, and where it breaks, if it does."""

    head: Head
    broken: Broken | None


@runtime_checkable
class Inspectable(Protocol):
    """A store that can also say what is wrong with what it keeps beside the rows, such as an index."""

    def inspect(self) -> str | None:
        """What is wrong, or None."""
        ...


def verify(store: Store) -> Verified:
    """Walk all rows of a store from the first.

    Found is any change to any field of a row, a row that is missing, added between others or moved. Rows taken from the
    end with every trace of them, or a ledger rewritten from some row on, are found only by who noted a later hash.
    """
    before = START
    try:
        for row in store.rows():
            if wrong := _wrong(row, before):
                return Verified(before, Broken(before.seq + 1, wrong))
            before = head_of(row)
        head = store.head()
        if head != before:
            return Verified(before, Broken(before.seq + 1, f"is missing: the last row is said to be {head.seq}"))
        found = store.inspect() if isinstance(store, Inspectable) else None
    except LedgerError as fault:
        return Verified(before, Broken(before.seq + 1, f"cannot be read: {fault}"))
    if found is not None:
        return Verified(before, Broken(before.seq, f"the rows are whole up to here, but not what finds them: {found}"))
    return Verified(before, None)


def missing(store: Store, noted: Iterable[str]) -> list[str]:
    """Those of the hashes noted earlier, or of their beginnings, that no row has."""
    wanted = {one: one.strip().lower() for one in noted}
    if not wanted:
        return []
    hashes = [row.hash for row in store.rows()]
    return [one for one, begun in wanted.items() if not begun or not any(each.startswith(begun) for each in hashes)]


def _wrong(row: Row, before: Head) -> str | None:
    """What is wrong with a row behind another, or None."""
    seq = before.seq + 1
    if row.seq != seq:
        return f"is missing: row {row.seq} stands in its place"
    fields = (row.kind, row.about, row.body, row.by, row.at, row.prev, row.hash)
    if not all(isinstance(field, str) for field in fields):
        return "holds something other than text"
    if row.prev != before.hash:
        return f"does not follow from row {before.seq}: it was written behind another, or either was changed"
    try:
        made = row_hash(row.seq, row, row.prev)
    except ValueError:
        return "holds bytes that are not UTF-8"
    return None if row.hash == made else "was changed: its hash is not that of what it holds"
