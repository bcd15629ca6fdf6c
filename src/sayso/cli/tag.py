"""`sayso tag`."""

from __future__ import annotations

import click

from sayso.cli.ledger import at_option, by_option, ledger_option


@click.command()
@click.argument("name", metavar="NAME")
@click.option("--at-row", type=click.IntRange(min=1), metavar="N", help="The row it names; the last, if not given.")
@ledger_option
@by_option
@at_option
def tag(name: str, *, at_row: int | None, ledger: str, by: str, at: str | None) -> None:
    """Give a row of a ledger a name, so that `--as-of NAME` shows what was known then. A name is given once.

    \b
    Examples:
      sayso tag first-draft
      sayso tag before-the-admission --at-row 812

    Exit status: 0 done, 1 no such row or the name is taken, 2 wrong usage or no ledger.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.ledger import record
    from sayso.ledger.judge import tagged

    record(ledger, lambda store, stamp: tagged(store, name, at_row, stamp), by, at)
