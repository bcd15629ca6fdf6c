"""`sayso add`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sayso.cli.gazetteer import gazetteer_option
from sayso.cli.intake import intake_options
from sayso.cli.jobs import jobs_option
from sayso.cli.keeping import Keeping, evidence_options
from sayso.cli.ledger import at_option, by_option, ledger_option
from sayso.cli.reading import language_option, reader_option

if TYPE_CHECKING:
    from sayso.cli.intake import Taking
    from sayso.cli.interrupt import Interrupt
    from sayso.cli.progress import Progress
    from sayso.ingest import Intake
    from sayso.publish.tally import Tally
    from sayso.run.adding import Adding, Told
    from sayso.run.many.turn import Reading, Turn
    from sayso.run.readers import Choice

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
@jobs_option
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
    taking: Taking,
    reader: Choice,
    jobs: int,
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
      sayso add --jobs 4 archive.jsonl
      sayso add --limit page-bytes=50MiB crawl.wacz
      sayso add --fast-pages --jobs 2 crawl.warc.gz

    Exit status: 0 done, 1 the ledger could not be written or a process that reads was lost, 2 wrong usage or no ledger,
    3 some inputs could not be read (the rest are in), 130 stopped by Ctrl-C.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.intake import intake_for
    from sayso.cli.interrupt import Interrupt
    from sayso.cli.jobs import How, reading
    from sayso.cli.ledger import moments, refusing, store_of
    from sayso.cli.output import politely
    from sayso.cli.session import UNREAD, gazetteer_for, packs_for
    from sayso.run.adding import Adding, told

    packs, intake = packs_for(language, reader), intake_for(taking)
    _refuse_nothing(paths, ledger)
    with (
        politely(), gazetteer_for(gazetteer) as places, store_of(ledger, "create") as store, refusing(),
        Interrupt() as interrupt, reading(How(jobs, reader, packs, places), told, interrupt) as reads,
    ):  # fmt: skip
        read_with = places.digest() if places is not None else None
        kept = evidence.beside(ledger)
        adding = Adding(store, packs, by, moments(at), read_with, evidence=kept, reads=reads.by)
        _refuse_earlier(at, adding.head.at)
        unread = _all(Asked(paths, ledger, language, jobs, again), intake, adding, reads, interrupt)
    sys.exit(UNREAD if unread else 0)


class Asked(NamedTuple):
    """The options that say what is added to which ledger, and whether also what was read before."""

    paths: tuple[str, ...]
    ledger: str
    language: str | None
    jobs: int
    again: bool


def _all(asked: Asked, intake: Intake, adding: Adding, reads: Reading[Told], interrupt: Interrupt) -> int:
    """Add all, tell what came of it, and give how many could not be read."""
    from sayso.cli.intake import summed
    from sayso.cli.jobs import standard_input
    from sayso.cli.output import show
    from sayso.cli.session import in_language
    from sayso.publish.tally import Tally

    tally = Tally()
    found = in_language(intake.all(asked.paths, standard_input(asked.jobs)), asked.language)
    with _told(adding, interrupt):
        turns = reads.each(found, lambda one: not asked.again and adding.knows(one))
        _add(turns, adding, tally, again=asked.again, progress=_progress(asked.paths), interrupt=interrupt)
    if tally.total > FEW:
        show(summed(tally, intake) + "\n")
    total = _sum(adding, tally.unread, adding.copies())
    show(f"{asked.ledger}: {total}; {adding.head.seq:,} rows, the last {adding.head.hash}\n")
    return tally.unread


@contextmanager
def _told(adding: Adding, interrupt: Interrupt) -> Iterator[None]:
    """End the command where it is stopped or the ledger cannot be written, saying what is in."""
    from sayso.cli.output import INTERRUPTED
    from sayso.core.trouble import LedgerError, WorkerError

    try:
        yield
    except KeyboardInterrupt:
        interrupt.busy = True  # pressed again, it changes nothing any more
        adding.flush()
        click.echo(f"sayso: stopped; {_sum(adding, 0)} are in. Run the same command again to go on", err=True)
        sys.exit(INTERRUPTED)
    except WorkerError as fault:
        interrupt.busy = True
        adding.flush()
        raise click.ClickException(f"{fault}. Before that, {_sum(adding, 0)} were added and are safe") from None
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


def _progress(paths: tuple[str, ...]) -> Progress:
    from sayso.cli.inputs import how_many
    from sayso.cli.progress import Progress

    live = sys.stderr.isatty()
    return Progress(how_many(paths) if live else None, live=live)


def _add(
    turns: Iterable[Turn[Told]], adding: Adding, tally: Tally, *, again: bool, progress: Progress, interrupt: Interrupt
) -> None:
    """Add each document at its turn; only then it is known whether it was there already."""
    from sayso.cli.session import settled, tell
    from sayso.core.document import Document, Unread

    try:
        for turn in turns:
            interrupt.busy = True
            taken, one = turn.taken, turn.taken.one
            if isinstance(one, Document) and (turn.skipped or (not again and adding.knows(one))):
                tally.add(taken.form, one.language, "known")
                adding.pass_over(one, taken.raw)
            else:
                done = settled(turn.done, taken.place)
                if isinstance(done, Unread):
                    tally.add(taken.form, None, "not read")
                    progress.hide()
                    tell(done)
                else:
                    assert isinstance(one, Document)
                    tally.add(taken.form, done.language, "read")
                    adding.take(one, done.made, taken.raw)
            progress.step()
            interrupt.busy = False
            if interrupt.asked:
                raise KeyboardInterrupt
        interrupt.busy = True
        adding.flush()
    finally:
        progress.hide()


def _sum(adding: Adding, unread: int, copies: int = 0) -> str:
    """What came of the documents so far."""
    parts = [f"{adding.new:,} {'document' if adding.new == 1 else 'documents'} new"]
    parts += [f"{copies:,} of them {'a copy' if copies == 1 else 'copies'} of others"] if copies else []
    parts += [f"{adding.again:,} read again"] if adding.again else []
    parts += [f"{adding.known:,} known"] if adding.known else []
    parts += [f"{unread:,} that could not be read"] if unread else []
    return f"{', '.join(parts)}; {adding.claims:,} {'claim' if adding.claims == 1 else 'claims'} new"
