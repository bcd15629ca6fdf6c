"""`sayso why`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from sayso.cli.families import families_option
from sayso.cli.gazetteer import gazetteer_option
from sayso.cli.intake import intake_for, intake_options
from sayso.cli.ledger import as_of_option, ledger_option
from sayso.cli.reading import reader_option

if TYPE_CHECKING:
    from sayso.cli.intake import Taking
    from sayso.ingest.port import Taken
    from sayso.publish.terminal import Look
    from sayso.run.pipeline import Read
    from sayso.run.readers import Choice

FAILED = 1
LISTED = 60  # ids shown where none fits


@click.command()
@click.argument("args", nargs=-1, required=True, metavar="ID [PATH...]")
@ledger_option
@as_of_option
@families_option
@click.option("--all", "everything", is_flag=True, help="Explain every claim; then give paths alone.")
@click.option(
    "--language", metavar="CODE", help="The language of documents that do not say theirs; recognised if not given."
)
@gazetteer_option
@intake_options
@reader_option
def why(
    args: tuple[str, ...],
    *,
    ledger: str,
    as_of: str | None,
    families: Mapping[str, str] | None,
    everything: bool,
    language: str | None,
    gazetteer: Path | None,
    taking: Taking,
    reader: Choice,
) -> None:
    """Show what a claim rests on: the words of the report, and the rules and word lists that found them.

    ID is a claim's id as `sayso read` prints it, or a beginning of it that no other claim has. PATH is what the claim
    was read from. Without one, ID is looked for in the ledger, and the rows that hold it are shown as well, with what
    people put right; there it may also be an event's, to show why its reports are taken to tell of one event.

    \b
    Examples:
      sayso why 5a0d5994 report.txt
      sayso why --all report.txt
      sayso why 5a0d5994
      sayso why e5a0d5994 --ledger war.db

    Exit status: 0 done, 1 no such claim or more than one, 2 wrong usage, 3 some inputs could not be read.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.output import politely

    wanted, paths = ("", args) if everything else (args[0].lower(), args[1:])
    if not paths and (everything or (not _given("ledger") and not Path(ledger).exists())):
        raise click.UsageError(
            "give a claim's id and what it was read from, as in sayso why 5a0d5994 report.txt; or the --ledger it is in"
        )
    if paths and (as_of or _given("ledger", ParameterSource.COMMANDLINE)):
        raise click.UsageError("a claim is looked for in the files given or in the ledger; leave out one of the two")
    with politely():
        if not paths:
            from sayso.cli.kept import explained

            explained(wanted, ledger, as_of, families)
            return
        search = Search(intake_for(taking).all(paths, sys.stdin.buffer), language, gazetteer, reader)
        sys.exit(_all(search) if everything else _one(wanted, search))


def _given(option: str, *by: ParameterSource) -> bool:
    """Whether an option was given, on the command line or in the environment unless that is said."""
    ways = by or (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT)
    return click.get_current_context().get_parameter_source(option) in ways


def _all(search: Search) -> int:
    from sayso.cli.output import look, show

    for result, at in search:
        show(explain(result, at, look(None)) + "\n")
    return search.status


def _one(wanted: str, search: Search) -> int:
    from sayso.cli.output import look, show

    fitting: dict[str, tuple[Read, int]] = {}
    others: list[str] = []
    for result, at in search:
        claim = result.record.claims[at]
        if claim.id.startswith(wanted):
            fitting.setdefault(claim.id, (result, at))
        elif len(others) < LISTED:
            others.append(_label(result, at))
    if len(fitting) == 1:
        ((result, at),) = fitting.values()
        show(explain(result, at, look(None)))
        return search.status
    if fitting:
        _complain(
            f"{wanted!r} fits {len(fitting)} claims; give more of the id", [_label(*one) for one in fitting.values()]
        )
    else:
        _complain(f"no claim {wanted!r} in what was read; there are {search.seen}", others)
    return FAILED


class Search:
    """Every claim of the documents, as its document and its place there; what cannot be read is told and noted."""

    def __init__(self, found: Iterable[Taken], language: str | None, gazetteer: Path | None, reader: Choice) -> None:
        from sayso.cli.session import packs_for, reader_for

        self._found = found
        self._language = language
        self._gazetteer = gazetteer
        self._packs = packs_for(language, reader)
        self._reads = reader_for(reader)
        self.status = 0
        self.seen = 0

    def __iter__(self) -> Iterator[tuple[Read, int]]:
        from sayso.cli.session import UNREAD, gazetteer_for, read_one, tell
        from sayso.core.document import Unread

        with gazetteer_for(self._gazetteer) as gazetteer:
            for one, place, *_ in self._found:
                result = read_one(place, one, self._packs, self._language, gazetteer=gazetteer, by=self._reads)
                if isinstance(result, Unread):
                    self.status = UNREAD
                    tell(result)
                    continue
                for at in range(len(result.record.claims)):
                    self.seen += 1
                    yield result, at


def explain(result: Read, at: int, look: Look) -> str:
    """The derivation of one claim of a document."""
    from sayso.publish.why import derivation

    return derivation(result.document, result.record.language, result.record.claims[at], result.reasons[at], look)


def _label(result: Read, at: int) -> str:
    from sayso.publish.phrase import content
    from sayso.publish.terminal import clip, safe

    claim = result.record.claims[at]
    return f"{claim.id}  {clip(safe(content(result.document, claim)), 60)}"


def _complain(message: str, labels: list[str]) -> None:
    click.echo(f"sayso: {message}", err=True)
    for label in labels[:LISTED]:
        click.echo(f"  {label}", err=True)
