"""`sayso log`."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable
from typing import get_args

import click

from sayso.cli.ledger import as_of_option, ledger_option
from sayso.core.row import Row, RowKind


@click.command()
@ledger_option
@as_of_option
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(get_args(RowKind)),
    multiple=True,
    help="Only rows of this kind; give it again for more.",
)
@click.option("--about", metavar="ID", help="Only rows about this: a claim's id, a document's key, a tag's name.")
@click.option("--after", type=click.IntRange(min=0), default=0, metavar="N", help="Only rows behind row N.")
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the last N of these.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="A line a row for people, or whole rows as JSON, their bodies as they were hashed.",
)
def log(
    *,
    ledger: str,
    as_of: str | None,
    kinds: tuple[RowKind, ...],
    about: str | None,
    after: int,
    last: int | None,
    form: str,
) -> None:
    """Show what was recorded in a ledger, row by row: when, by whom, and what.

    \b
    Examples:
      sayso log --last 20
      sayso log --kind judgement --kind correction
      sayso log --about ac2bf1bfc501e6a4
      sayso log --as-of 2026-03-06 --format jsonl > rows.jsonl

    Exit status: 0 done, 1 the ledger cannot be read, 2 wrong usage or no ledger.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.ledger import refusing, row_of, store_of
    from sayso.cli.output import politely

    with politely(), store_of(ledger, "read") as store, refusing():
        kind = kinds[0] if len(kinds) == 1 else None
        rows: Iterable[Row] = store.rows(after=after, upto=row_of(store, as_of), kind=kind, about=about)
        rows = (row for row in rows if not kinds or row.kind in kinds)
        _print(rows if last is None else deque(rows, last), form)


def _print(rows: Iterable[Row], form: str) -> None:
    import msgspec

    from sayso.cli.output import encoding, look
    from sayso.ledger.describe import described
    from sayso.publish.terminal import clip, safe

    seen, written = look(None), encoding(None)
    for row in rows:
        if form == "jsonl":
            line = msgspec.json.encode(row)
        else:
            said = f"{row.seq:>6}  {row.at}  {row.kind:<10}  {safe(f'{row.by}: {described(row)}')}"
            line = (clip(said, seen.width) if sys.stdout.isatty() else said).encode(written, "replace")
        sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
