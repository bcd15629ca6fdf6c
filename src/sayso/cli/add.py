"""`sayso add`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.gazetteer import gazetteer_option
from sayso.cli.ledger import at_option, by_option, ledger_option
from sayso.cli.reading import language_option, reader_option

if TYPE_CHECKING:
    from sayso.cli.interrupt import Interrupt
    from sayso.lang.pack import Pack
    from sayso.reference.gazetteer import Gazetteer
    from sayso.run.adding import Adding


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@ledger_option
@by_option
@at_option
@language_option
@gazetteer_option
@reader_option
@click.option("--again", is_flag=True, help="Read also what was read before; a row is added only where that differs.")
def add(
    paths: tuple[str, ...],
    *,
    ledger: str,
    by: str,
    at: str | None,
    language: str | None,
    gazetteer: Path | None,
    again: bool,
) -> None:
    """Read reports and add them to a ledger, with every claim they make.

    A PATH is what `sayso read` takes: a text file, a Markdown file with a header, a file of JSON lines, a folder, or -
    for standard input. The ledger is made where there is none. What is in it already is neither read nor added again,
    so a run that was stopped is taken up by running the same command.

    \b
    Examples:
      sayso add reports/
      sayso add --ledger syria.db --by "Ada Brandt" reports.jsonl
      sayso add --at 2026-03-06 monday.jsonl

    Exit status: 0 done, 1 the ledger could not be written, 2 wrong usage or no ledger, 3 some inputs could not be read
    (the rest are in), 130 stopped by Ctrl-C.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.interrupt import Interrupt
    from sayso.cli.ledger import moments, refusing, store_of
    from sayso.cli.output import INTERRUPTED, politely, show
    from sayso.cli.session import UNREAD, gazetteer_for, packs_for
    from sayso.core.trouble import LedgerError
    from sayso.ingest.files import STDIN
    from sayso.run.adding import Adding

    packs = packs_for(language)
    if not any(path == STDIN or Path(path).exists() for path in paths):
        for path in paths:
            click.echo(f"sayso: {path}: no such file; check the path", err=True)
        click.echo(f"sayso: nothing to add; {ledger} is as it was", err=True)
        sys.exit(UNREAD)
    with (
        politely(), gazetteer_for(gazetteer) as places, store_of(ledger, "create") as store, refusing(),
        Interrupt() as interrupt,
    ):  # fmt: skip
        adding = Adding(store, packs, by, moments(at), places.digest() if places is not None else None)
        if at is not None and at < adding.head.at:
            raise click.UsageError(f"--at {at}: the last row is of {adding.head.at}, and rows never go back in time")
        try:
            unread = _add(paths, adding, packs, language=language, gazetteer=places, interrupt=interrupt, again=again)
        except KeyboardInterrupt:
            interrupt.busy = True  # pressed again, it changes nothing any more
            adding.flush()
            click.echo(f"sayso: stopped; {_sum(adding, 0)} are in. Run the same command again to go on", err=True)
            sys.exit(INTERRUPTED)
        except LedgerError as fault:
            raise click.ClickException(f"{fault}. Before that, {_sum(adding, 0)} were added and are safe") from None
        total = _sum(adding, unread, adding.copies())
        show(f"{ledger}: {total}; {adding.head.seq:,} rows, the last {adding.head.hash}\n")
    sys.exit(UNREAD if unread else 0)


def _add(
    paths: tuple[str, ...],
    adding: Adding,
    packs: Mapping[str, Pack],
    *,
    language: str | None,
    gazetteer: Gazetteer | None,
    interrupt: Interrupt,
    again: bool,
) -> int:
    """Add all, and give how many could not be read."""
    from sayso.cli.inputs import how_many, located
    from sayso.cli.progress import Progress
    from sayso.cli.session import read_one, tell, with_language
    from sayso.core.document import Unread

    live = sys.stderr.isatty()
    progress = Progress(how_many(paths) if live else None, live=live)
    unread = 0
    try:
        for place, found in located(paths, sys.stdin.buffer):
            interrupt.busy = True
            one = found if isinstance(found, Unread) else with_language(found, language)
            if again or isinstance(one, Unread) or not adding.knows(one):
                result = read_one(place, one, packs, gazetteer=gazetteer)
                if isinstance(result, Unread):
                    unread += 1
                    progress.hide()
                    tell(result)
                else:
                    adding.add(result)
            progress.step()
            interrupt.busy = False
            if interrupt.asked:
                raise KeyboardInterrupt
        interrupt.busy = True
        adding.flush()
    finally:
        progress.hide()
    return unread


def _sum(adding: Adding, unread: int, copies: int = 0) -> str:
    """What came of the documents so far."""
    parts = [f"{adding.new:,} {'document' if adding.new == 1 else 'documents'} new"]
    parts += [f"{copies:,} of them {'a copy' if copies == 1 else 'copies'} of others"] if copies else []
    parts += [f"{adding.again:,} read again"] if adding.again else []
    parts += [f"{adding.known:,} known"] if adding.known else []
    parts += [f"{unread:,} that could not be read"] if unread else []
    return f"{', '.join(parts)}; {adding.claims:,} {'claim' if adding.claims == 1 else 'claims'} new"
