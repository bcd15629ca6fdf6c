"""`sayso read`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sayso.cli.gazetteer import gazetteer_option
from sayso.cli.intake import intake_options
from sayso.cli.reading import language_option, reader_option

if TYPE_CHECKING:
    from sayso.cli.form import Form
    from sayso.cli.interrupt import Interrupt
    from sayso.ingest import Intake
    from sayso.ingest.limits import Limits
    from sayso.reference.gazetteer import Gazetteer
    from sayso.run.readers import By, Choice


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
    limits: Limits,
    columns: dict[str, str],
    reader: Choice,
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
      sayso read --columns text=body,published=date articles.csv
      curl -s https://example.org/report.txt | sayso read -

    Exit status: 0 done, 2 wrong usage, 3 some inputs could not be read (the rest are), 130 stopped by Ctrl-C.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.intake import intake_for
    from sayso.cli.interrupt import Interrupt
    from sayso.cli.output import INTERRUPTED, refuse_own_input
    from sayso.cli.session import gazetteer_for, reader_for

    _refuse(form, tree=tree, mentions=mentions)
    if output is not None:
        refuse_own_input(output, paths)
    with Interrupt() as interrupt:
        try:
            with gazetteer_for(gazetteer) as places:
                options = Options(language, places, mentions, summary, reader_for(reader))
                intake = intake_for(limits, columns)
                status = _read(
                    paths, intake, _form(form, output, tree=tree), options, output=output, interrupt=interrupt
                )
        except KeyboardInterrupt:
            interrupt.busy = True  # pressed again, it changes nothing any more
            status = INTERRUPTED
            left = "no page was written" if form == "html" else "what was written is whole"
            click.echo(f"sayso: stopped; {left}", err=True)
    sys.exit(status)


class Options(NamedTuple):
    """How each document is read."""

    language: str | None
    gazetteer: Gazetteer | None
    mentions: bool
    summary: bool
    by: By


def _refuse(form: str, *, tree: bool, mentions: bool) -> None:
    if tree and form != "text":
        raise click.UsageError(f"--tree is drawn as text; leave out --format {form}")
    if mentions and form != "jsonl":
        raise click.UsageError("--mentions are printed as JSON; add --format jsonl")


def _form(name: str, output: Path | None, *, tree: bool) -> Form:
    from sayso.cli import form
    from sayso.cli.output import encoding, look

    if name == "jsonl":
        return form.Jsonl()
    if name == "html":
        return form.Html()
    return form.Text(look(output), encoding(output), as_tree=tree)


def _read(
    paths: tuple[str, ...],
    intake: Intake,
    form: Form,
    options: Options,
    *,
    output: Path | None,
    interrupt: Interrupt,
) -> int:
    """Read all, and give the exit status."""
    from sayso.cli.inputs import how_many
    from sayso.cli.intake import summed
    from sayso.cli.output import hush, opened
    from sayso.cli.progress import Progress
    from sayso.cli.session import UNREAD, packs_for, read_one, tell
    from sayso.core.document import Unread
    from sayso.publish.tally import Tally

    packs = packs_for(options.language)
    live = sys.stderr.isatty()
    progress = Progress(how_many(paths) if live else None, live=live)
    tally = Tally()
    status = 0
    try:
        with opened(output, whole=form.whole) as out:
            for one, place, kind, _ in intake.all(paths, sys.stdin.buffer):
                interrupt.busy = True
                result = read_one(
                    place, one, packs, options.language,
                    gazetteer=options.gazetteer, mentions=options.mentions, by=options.by,
                )  # fmt: skip
                if isinstance(result, Unread):
                    status = UNREAD
                    tally.add(kind, None, "not read")
                    progress.hide()
                    tell(result)
                else:
                    tally.add(kind, result.record.language, "read")
                if raw := form.one(result):
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
    if options.summary:
        click.echo(summed(tally, intake), err=True, nl=False)
    return status
