"""`sayso why`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.publish.terminal import Look
    from sayso.run.pipeline import Read

FAILED = 1
LISTED = 60  # ids shown where none fits


@click.command()
@click.argument("args", nargs=-1, required=True, metavar="ID PATH...")
@click.option("--all", "everything", is_flag=True, help="Explain every claim; then give paths alone.")
@click.option(
    "--language", metavar="CODE", help="The language of documents that do not say theirs; recognised if not given."
)
def why(args: tuple[str, ...], everything: bool, language: str | None) -> None:
    """Show what a claim rests on: the words of the report, and the rules and word lists that found them.

    ID is a claim's id as `sayso read` prints it, or a beginning of it that no other claim has. PATH is what the claim
    was read from.

    \b
    Examples:
      sayso why 5a0d5994 report.txt
      sayso why --all report.txt

    Exit status: 0 done, 1 no such claim or more than one, 2 wrong usage, 3 some inputs could not be read.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.output import politely

    wanted, paths = ("", args) if everything else (args[0].lower(), args[1:])
    if not paths:
        raise click.UsageError("give a claim's id and then what it was read from, as in: sayso why 5a0d5994 report.txt")
    with politely():
        sys.exit(_all(paths, language) if everything else _one(wanted, paths, language))


def _all(paths: tuple[str, ...], language: str | None) -> int:
    from sayso.cli.output import look, show

    search = Search(paths, language)
    for result, at in search:
        show(explain(result, at, look(None)) + "\n")
    return search.status


def _one(wanted: str, paths: tuple[str, ...], language: str | None) -> int:
    from sayso.cli.output import look, show

    search = Search(paths, language)
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

    def __init__(self, paths: tuple[str, ...], language: str | None) -> None:
        from sayso.cli.session import packs_for

        self._paths = paths
        self._language = language
        self._packs = packs_for(language)
        self.status = 0
        self.seen = 0

    def __iter__(self) -> Iterator[tuple[Read, int]]:
        from sayso.cli.inputs import located
        from sayso.cli.session import UNREAD, read_one, tell
        from sayso.core.document import Unread

        for place, one in located(self._paths, sys.stdin.buffer):
            result = read_one(place, one, self._packs, self._language)
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

    return derivation(result.document, result.record, result.record.claims[at], result.reasons[at], look)


def _label(result: Read, at: int) -> str:
    from sayso.publish.phrase import content
    from sayso.publish.terminal import clip, safe

    claim = result.record.claims[at]
    return f"{claim.id}  {clip(safe(content(result.document, claim)), 60)}"


def _complain(message: str, labels: list[str]) -> None:
    click.echo(f"sayso: {message}", err=True)
    for label in labels[:LISTED]:
        click.echo(f"  {label}", err=True)
