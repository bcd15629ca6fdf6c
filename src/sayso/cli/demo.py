"""`sayso demo`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.run.pipeline import Read

PAGE = "sayso-demo.html"
SHOWN = ("port-lirena-04-vest-nytt", "khasham-04-meridian")  # one in each language, with denials and two-step chains


@click.command()
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=PAGE,
    show_default=True,
    metavar="FILE",
    help="Where to write the page of all bundled reports.",
)
def demo(output: Path) -> None:
    """Read the reports that come with sayso, show two of them here and all of them on a page.

    They are written for this project: outlets, persons and what they say are invented.
    """
    from sayso.cli.output import opened, politely, refuse_own_input, show

    refuse_own_input(output, ())
    with politely():
        results, status = _read_all()
        with opened(output, whole=True) as stream:
            stream.write(_page(results))
        for result in results:
            if result.document.id in SHOWN:
                show(_shown(result))
        show(_ending(len(results), sum(len(result.record.claims) for result in results), output))
        sys.exit(status)


def _read_all() -> tuple[list[Read], int]:
    from sayso.cli.inputs import Place
    from sayso.cli.session import UNREAD, packs_for, read_one, tell
    from sayso.core.document import Unread
    from sayso.run.demo import bundled

    packs = packs_for(None)
    results: list[Read] = []
    status = 0
    for one in bundled():
        result = read_one(Place("bundled report"), one, packs)
        if isinstance(result, Unread):
            status = UNREAD
            tell(result)
        else:
            results.append(result)
    return results, status


def _page(results: list[Read]) -> bytes:
    from sayso.cli.form import Html

    page = Html()
    for result in results:
        page.one(result)
    return page.end()


def _shown(result: Read) -> str:
    from sayso.cli.output import look
    from sayso.publish.text import table
    from sayso.publish.tree import branches

    tree = "\n".join(branches(result.document, result.record, look(None)))
    shown = table(result.document, result.record, look(None))
    return f"{shown}The same as a tree, the hand nearest the reader at the top:\n\n{tree}\n\n\n"


def _ending(reports: int, claims: int, output: Path) -> str:
    return f"""\
All {reports} bundled reports, with {claims} claims lit in their text, are on a page at
  {output.resolve()}

Open it in a browser. Then try
  sayso read REPORT.txt                  the table above, for a text of yours
  sayso read --format jsonl REPORT.txt   every field, with the characters it rests on
  sayso why ID REPORT.txt                the rules and words behind one claim
"""
