"""`sayso verify`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sayso.cli.keeping import Keeping, evidence_options
from sayso.cli.ledger import ledger_option

if TYPE_CHECKING:
    from sayso.ledger.store import Store

FAILED = 1


@click.command()
@ledger_option
@click.option(
    "--noted",
    "noted",
    metavar="HASH",
    multiple=True,
    help="The hash of a row, or its beginning, noted earlier: it must still be there. Give it again for more.",
)
@evidence_options
def verify(ledger: str, noted: tuple[str, ...], *, evidence: Keeping) -> None:
    """Walk the chain of a ledger's rows, and name the first that is not as it was written.

    Every row holds a hash over itself and the row before, so a change to any character of any row is found, and so
    are rows taken out, put in or moved. Who can rewrite the file can also rewrite all hashes from some row on: note the
    last hash now and then in another place, and give it with --noted.

    Then every document whose row names the bytes it was taken from is looked at: they must be there, and have the hash
    that the row names.

    \b
    Examples:
      sayso verify
      sayso verify --noted b055c204f53db6e2
      sayso verify --no-evidence

    Exit status: 0 whole, 1 broken or evidence missing, 2 wrong usage or no ledger.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.ledger import refusing, store_of
    from sayso.cli.output import politely, show
    from sayso.ledger.verify import missing, verify

    with politely(), store_of(ledger, "read") as store, refusing():
        found = verify(store)
        if found.broken is not None:
            show(f"{ledger}: broken at {found.broken}\n")
            sys.exit(FAILED)
        lost = missing(store, noted)
        for one in lost:
            show(f"{ledger}: no row has the noted hash {one}: the ledger was rewritten or cut short\n")
        if lost:
            sys.exit(FAILED)
        show(f"{ledger}: whole; {found.head.seq:,} rows, the last {found.head.hash}\n")
        if evidence.wanted and not _proven(ledger, store, evidence):
            sys.exit(FAILED)


def _proven(ledger: str, store: Store, keeping: Keeping) -> bool:
    """Say what became of the bytes that documents were taken from; whether all that are named are there."""
    from sayso.cli.output import show
    from sayso.ledger.proof import named

    evidence = keeping.beside(ledger)
    if evidence is None:
        show(f"{ledger}: evidence not looked at; give its folder with --evidence\n")
        return True
    count = lost = 0
    for one in named(store, evidence):
        count += 1
        if one.wrong is not None:
            lost += 1
            show(f"{ledger}: row {one.row}, document {one.document.id}: {one.wrong}\n")
    documents = f"{count:,} {'document' if count == 1 else 'documents'}"
    if lost:
        show(f"{evidence.folder}: the bytes of {lost:,} of {documents} are missing or changed\n")
    elif count:
        show(f"{evidence.folder}: whole; the bytes of {documents}\n")
    return not lost
