"""The store that an address means, a file by default or what another distribution brings, and where its evidence is."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol, cast

from sayso.core.trouble import LedgerError
from sayso.ledger.evidence import Evidence
from sayso.ledger.sqlite import open_ledger
from sayso.ledger.sqlite_file import Access
from sayso.ledger.store import Store

GROUP = "sayso.stores"


class OpenStore(Store, AbstractContextManager["OpenStore"], Protocol):
    """A store that is closed at the end of a `with`."""


class Opener(Protocol):
    """What an entry point of the group names: a function from an address to a store; it raises LedgerError."""

    def __call__(self, address: str, access: Access) -> OpenStore:
        """The store at the address, to read, to append to, or to make where there is none."""
        ...


def open_store(address: str, access: Access) -> OpenStore:
    """The store at an address: `scheme://…` by the entry point of that name, anything else a SQLite file.

    Raises LedgerError where it cannot be opened.
    """
    scheme, parted, _ = address.partition("://")
    if not parted:
        return cast("OpenStore", open_ledger(address, access))
    found = list(entry_points(group=GROUP, name=scheme))
    if len(found) != 1:
        if not found:
            raise LedgerError(f"{address}: nothing installed opens {scheme}:// ledgers")
        owners = ", ".join(sorted(point.dist.name for point in found if point.dist is not None))
        raise LedgerError(f"{address}: several distributions open {scheme}:// ledgers: {owners}")
    return cast("Opener", found[0].load())(address, access)


def evidence_of(address: str, folder: Path | None = None) -> Evidence | None:
    """Where a ledger's evidence is kept: the folder given, else `FILE-evidence` beside its file.

    None where the ledger is no file, and no folder is given.
    """
    if folder is None and "://" in address:
        return None
    return Evidence(folder or beside(address, "-evidence"))


def beside(address: str, end: str) -> Path:
    """A path beside a ledger in a file: its name without `.db`, and an end."""
    ledger = Path(address)
    return ledger.with_name((ledger.stem if ledger.suffix == ".db" else ledger.name) + end)
