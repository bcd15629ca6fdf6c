"""`sayso read`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from sayso.cli.gazetteer import gazetteer_option
from sayso.cli.intake import intake_options
from sayso.cli.jobs import jobs_option
from sayso.cli.reading import language_option, reader_option

if TYPE_CHECKING:
    from sayso.cli.form import Form
    from sayso.cli.intake import Taking
    from sayso.cli.interrupt import Interrupt
    from sayso.publish.tally import Tally
    from sayso.run.many.turn import Turn
    from sayso.run.readers import Choice

T = TypeVar("T")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl", "html"]),
    default="text",
    show_default=True,
    help="What to print.",
)
@click.option("--tree", is_flag=True, help="With text: show the chains as a tree, the outermost hand at the top.")
@click.option("--mentions", is_flag=True, help="With jsonl: add every place, time, quantity, source and cue found.")
@language_option
@gazetteer_option
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write there, not to standard output.",
)
@click.option("--summary", is_flag=True, help="At the end, say on standard error how many of each form were read.")
@intake_options
@reader_option
@jobs_option
def read(
    paths: tuple[str, ...],
    *,
    form: str,
    tree: bool,
    mentions: bool,
    language: str | None,
    gazetteer: Path | None,
    output: Path | None,
    summary: bool,
    taking: Taking,
    reader: Choice,
    jobs: int,
) -> None:
    """Read reports into claims: who says what, through whom, how sure.

    A PATH is a file of any form that `sayso ingestors` lists, such as a text, a web page, JSON lines or a web archive;
    a folder of such files; or - for standard input. Its form is known by what it holds.

    \b
    Examples:
      sayso read report.txt
      sayso read --tree report.md
      sayso read --format jsonl reports.jsonl > claims.jsonl
      sayso read --format html --output page.html reports/
      sayso read --summary --format jsonl crawl.warc.gz > claims.jsonl
      sayso read --reader auto report.txt
      sayso read --jobs 4 --format jsonl reports.jsonl > claims.jsonl
      sayso read --columns text=body,published=date articles.csv
      curl -s https://example.org/report.txt | sayso read -

    Exit status: 0 done, 1 a process that reads was lost, 2 wrong usage, 3 some inputs could not be read (the rest are),
    130 stopped by Ctrl-C.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.interrupt import Interrupt
    from sayso.cli.output import INTERRUPTED, refuse_own_input

    _refuse(form, tree=tree, mentions=mentions)
    if output is not None:
        refuse_own_input(output, paths)
    asked = Asked(paths, language, gazetteer, mentions, summary, taking, reader, jobs, output)
    with Interrupt() as interrupt:
        try:
            status = _read(asked, _form(form, output, tree=tree), interrupt)
        except KeyboardInterrupt:
            interrupt.busy = True  # pressed again, it changes nothing any more
            status = INTERRUPTED
            left = "no page was written" if form == "html" else "what was written is whole"
            click.echo(f"sayso: stopped; {left}", err=True)
    sys.exit(status)


class Asked(NamedTuple):
    """The options that say what is read, and how."""

    paths: tuple[str, ...]
    language: str | None
    gazetteer: Path | None
    mentions: bool
    summary: bool
    taking: Taking
    reader: Choice
    jobs: int
    output: Path | None


def _refuse(form: str, *, tree: bool, mentions: bool) -> None:
    if tree and form != "text":
        raise click.UsageError(f"--tree is drawn as text; leave out --format {form}")
    if mentions and form != "jsonl":
        raise click.UsageError("--mentions are printed as JSON; add --format jsonl")


def _form(name: str, output: Path | None, *, tree: bool) -> Form[Any]:
    from sayso.cli import form
    from sayso.cli.output import encoding, look

    if name == "jsonl":
        return form.Jsonl()
    if name == "html":
        return form.Html()
    return form.Text(look(output), encoding(output), as_tree=tree)


def _read(asked: Asked, form: Form[T], interrupt: Interrupt) -> int:
    """Read all, and give the exit status."""
    from sayso.cli.intake import intake_for, summed
    from sayso.cli.jobs import How, reading, standard_input
    from sayso.cli.session import UNREAD, gazetteer_for, in_language, packs_for
    from sayso.publish.tally import Tally

    packs, intake, tally = packs_for(asked.language, asked.reader), intake_for(asked.taking), Tally()
    with gazetteer_for(asked.gazetteer) as places:
        how = How(asked.jobs, asked.reader, packs, places, asked.mentions)
        with reading(how, form.made, interrupt) as reads:
            found = in_language(intake.all(asked.paths, standard_input(asked.jobs)), asked.language)
            turns = reads.each(found, lambda _: False)
            _write(turns, form, tally, asked, interrupt)
    if asked.summary:
        click.echo(summed(tally, intake), err=True, nl=False)
    return UNREAD if tally.unread else 0


def _write(turns: Iterable[Turn[T]], form: Form[T], tally: Tally, asked: Asked, interrupt: Interrupt) -> None:
    """Write what is made of each document as soon as it is its turn."""
    from sayso.cli.inputs import how_many
    from sayso.cli.output import hush, opened
    from sayso.cli.progress import Progress
    from sayso.cli.session import settled, tell
    from sayso.core.document import Unread

    live = sys.stderr.isatty()
    progress = Progress(how_many(asked.paths) if live else None, live=live)
    try:
        with opened(asked.output, whole=form.whole) as out:
            for turn in turns:
                interrupt.busy = True
                done = settled(turn.done, turn.taken.place)
                if isinstance(done, Unread):
                    tally.add(turn.taken.form, None, "not read")
                    progress.hide()
                    tell(done)
                    raw = form.unread(done)
                else:
                    tally.add(turn.taken.form, done.language, "read")
                    raw = form.one(done.made)
                if raw:
                    progress.hide()
                    out.write(raw)
                    out.flush()
                progress.step()
                interrupt.busy = False
                if interrupt.asked:
                    raise KeyboardInterrupt
            interrupt.busy = True
            out.write(form.end())
            out.flush()
    except BrokenPipeError:
        hush()
    finally:
        progress.hide()
