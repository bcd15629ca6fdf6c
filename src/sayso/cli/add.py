"""`sayso add`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sayso.cli.gazetteer import gazetteer_option
from sayso.cli.intake import intake_options
from sayso.cli.keeping import Keeping, evidence_options
from sayso.cli.ledger import at_option, by_option, ledger_option
from sayso.cli.reading import language_option, reader_option

if TYPE_CHECKING:
    from sayso.cli.interrupt import Interrupt
    from sayso.cli.progress import Progress
    from sayso.ingest.limits import Limits
    from sayso.ingest.port import Taken
    from sayso.lang.pack import Pack
    from sayso.publish.tally import Tally
    from sayso.reference.gazetteer import Gazetteer
    from sayso.run.adding import Adding
    from sayso.run.readers import By, Choice

FEW = 5  # documents; of more, a table says what came of them


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@ledger_option
@by_option
@at_option
@language_option
@gazetteer_option
@intake_options
@reader_option
@evidence_options
@click.option("--again", is_flag=True, help="Read also what was read before; a row is added only where that differs.")
def add(
    paths: tuple[str, ...],
    *,
    ledger: str,
    by: str,
    at: str | None,
    language: str | None,
    gazetteer: Path | None,
    evidence: Keeping,
    again: bool,
    limits: Limits,
    columns: dict[str, str],
    reader: Choice,
) -> None:
    """Read reports and add them to a ledger, with every claim they make.

    A PATH is what `sayso read` takes: a file of any form that `sayso ingestors` lists, a folder of such files, or - for
    standard input. The ledger is made where there is none. What is in it already is neither read nor added again, so a
    run that was stopped is taken up by running the same command. Of more than a few documents, a table is printed too.

    The bytes that each document was taken from are kept beside the ledger, and its row names their hash: `sayso verify`
    checks them, and `sayso evidence export` hands them on.

    \b
    Examples:
      sayso add reports/
      sayso add --ledger syria.db --by "Ada Brandt" reports.jsonl
      sayso add --at 2026-03-06 monday.jsonl
      sayso add --limit page-bytes=50MiB crawl.wacz

    Exit status: 0 done, 1 the ledger could not be written, 2 wrong usage or no ledger, 3 some inputs could not be read
    (the rest are in), 130 stopped by Ctrl-C.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.intake import intake_for, summed
    from sayso.cli.interrupt import Interrupt
    from sayso.cli.ledger import moments, refusing, store_of
    from sayso.cli.output import politely, show
    from sayso.cli.session import UNREAD, gazetteer_for, packs_for, reader_for
    from sayso.publish.tally import Tally
    from sayso.run.adding import Adding

    packs, intake, tally, reads = packs_for(language), intake_for(limits, columns), Tally(), reader_for(reader)
    _refuse_nothing(paths, ledger)
    with (
        politely(), gazetteer_for(gazetteer) as places, store_of(ledger, "create") as store, refusing(),
        Interrupt() as interrupt,
    ):  # fmt: skip
        read_with = places.digest() if places is not None else None
        kept = evidence.beside(ledger)
        adding = Adding(store, packs, by, moments(at), read_with, evidence=kept, reads=reads)
        _refuse_earlier(at, adding.head.at)
        with _told(adding, interrupt):
            how = How(packs, language, places, reads, again)
            found = intake.all(paths, sys.stdin.buffer)
            unread = _add(found, adding, how, tally=tally, progress=_progress(paths), interrupt=interrupt)
        if tally.total > FEW:
            show(summed(tally, intake) + "\n")
        total = _sum(adding, unread, adding.copies())
        show(f"{ledger}: {total}; {adding.head.seq:,} rows, the last {adding.head.hash}\n")
    sys.exit(UNREAD if unread else 0)


@contextmanager
def _told(adding: Adding, interrupt: Interrupt) -> Iterator[None]:
    """End the command where it is stopped or the ledger cannot be written, saying what is in."""
    from sayso.cli.output import INTERRUPTED
    from sayso.core.trouble import LedgerError

    try:
        yield
    except KeyboardInterrupt:
        interrupt.busy = True  # pressed again, it changes nothing any more
        adding.flush()
        click.echo(f"sayso: stopped; {_sum(adding, 0)} are in. Run the same command again to go on", err=True)
        sys.exit(INTERRUPTED)
    except LedgerError as fault:
        raise click.ClickException(f"{fault}. Before that, {_sum(adding, 0)} were added and are safe") from None


def _refuse_nothing(paths: tuple[str, ...], ledger: str) -> None:
    """End before a ledger is made where none of the paths is there."""
    from sayso.cli.session import UNREAD
    from sayso.ingest.files import STDIN

    if any(path == STDIN or Path(path).exists() for path in paths):
        return
    for path in paths:
        click.echo(f"sayso: {path}: no such file; check the path", err=True)
    click.echo(f"sayso: nothing to add; {ledger} is as it was", err=True)
    sys.exit(UNREAD)


def _refuse_earlier(at: str | None, last: str) -> None:
    if at is not None and at < last:
        raise click.UsageError(f"--at {at}: the last row is of {last}, and rows never go back in time")


class How(NamedTuple):
    """How each document is read, and whether also what was read before."""

    packs: Mapping[str, Pack]
    language: str | None
    gazetteer: Gazetteer | None
    reads: By
    again: bool


def _progress(paths: tuple[str, ...]) -> Progress:
    from sayso.cli.inputs import how_many
    from sayso.cli.progress import Progress

    live = sys.stderr.isatty()
    return Progress(how_many(paths) if live else None, live=live)


def _add(
    found: Iterable[Taken], adding: Adding, how: How, *, tally: Tally, progress: Progress, interrupt: Interrupt
) -> int:
    """Add all, and give how many could not be read."""
    from sayso.cli.session import read_one, tell, with_language
    from sayso.core.document import Unread

    unread = 0
    try:
        for taken in found:
            interrupt.busy = True
            one = taken.one if isinstance(taken.one, Unread) else with_language(taken.one, how.language)
            if not how.again and not isinstance(one, Unread) and adding.knows(one):
                tally.add(taken.form, one.language, "known")
                adding.mend(one, taken.raw)
            else:
                result = read_one(taken.place, one, how.packs, gazetteer=how.gazetteer, by=how.reads)
                if isinstance(result, Unread):
                    unread += 1
                    tally.add(taken.form, None, "not read")
                    progress.hide()
                    tell(result)
                else:
                    tally.add(taken.form, result.record.language, "read")
                    adding.add(result, taken.raw)
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
