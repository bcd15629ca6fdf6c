"""`sayso verify`."""

from __future__ import annotations

import sys

import click

from sayso.cli.ledger import ledger_option

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
def verify(ledger: str, noted: tuple[str, ...]) -> None:
    """Walk the chain of a ledger's rows, and name the first that is not as it was written.

    Every row holds a hash over itself and the row before, so a change to any character of any row is found, and so
    are rows taken out, put in or moved. Who can rewrite the file can also rewrite all hashes from some row on: note the
    last hash now and then in another place, and give it with --noted.

    \b
    Examples:
      sayso verify
      sayso verify --noted b055c204f53db6e2

    Exit status: 0 whole, 1 broken, 2 wrong usage or no ledger.
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
