"""`sayso demo`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.run.pipeline import Read

PAGE = "sayso-demo.html"
TABLE, TREE = "port-lirena-01-harbour-post", "port-lirena-04-vest-nytt"  # a report in each language, each shown one way
TOLD = "orvelo"  # the story whose account is shown: copies, rising and falling tolls, denials, an admission
LISTED = 12  # events shown of all


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
    """Read the reports that come with sayso, and show what they claim and what that adds up to.

    Two reports are shown here and all of them on a page; then the events that all tell of, and the account of one. At a
    terminal the workbench then opens on them, until Ctrl-C; what is judged in it is gone afterwards.

    They are written for this project: outlets, persons and what they say are invented.
    """
    from sayso.cli.output import opened, politely, refuse_own_input, show

    refuse_own_input(output, ())
    with politely(), TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "demo.db")
        results, status = _read_all()
        with opened(output, whole=True) as stream:
            stream.write(_page(results))
        for result in results:
            show(_shown(result))
        show(_added_up(results, ledger))
        show(_ending(len(results), sum(len(result.record.claims) for result in results), output))
        _serve(ledger)
        sys.exit(status)


def _serve(ledger: str) -> None:
    """The workbench on the ledger; where nobody could press Ctrl-C, how to start it on one's own."""
    from sayso.cli.output import show
    from sayso.cli.serve import serve

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        show("  sayso serve                            all of it in the browser\n")
        return
    show("\nAll of it in the browser:\n\n")
    click.get_current_context().invoke(serve, ledger=ledger, by="sayso demo", host="127.0.0.1")


def _read_all() -> tuple[list[Read], int]:
    from sayso.cli.session import UNREAD, gazetteer_for, packs_for, read_one, tell
    from sayso.core.document import Unread
    from sayso.ingest.port import Place
    from sayso.run.demo import bundled

    packs = packs_for(None)
    results: list[Read] = []
    status = 0
    with gazetteer_for() as gazetteer:
        for one in bundled():
            result = read_one(Place("bundled report"), one, packs, gazetteer=gazetteer)
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
        page.one(page.made(result))
    return page.end()


def _shown(result: Read) -> str:
    from sayso.cli.output import look
    from sayso.publish.text import table
    from sayso.publish.tree import tree

    if result.document.id == TABLE:
        return table(result.document, result.record, look(None)) + "\n"
    if result.document.id == TREE:
        shown = tree(result.document, result.record, look(None))
        return f"Another report, as a tree, the hand nearest the reader at the top:\n\n{shown}\n"
    return ""


def _added_up(results: list[Read], ledger: str) -> str:
    """All reports in a new ledger: its events, and the account of one."""
    from sayso.cli.output import look
    from sayso.cli.session import packs_for
    from sayso.publish.events import events
    from sayso.publish.sheet_text import text
    from sayso.run.account import account
    from sayso.run.demo import released
    from sayso.run.moment import after
    from sayso.run.stores import open_store

    with open_store(ledger, "create") as store:
        release = released(results, store, packs_for(None), after)
    listed = text(events(release, release.events[:LISTED]), look(None))
    told = next(event for event in release.events if any(one.startswith(TOLD) for one in event.documents))
    page = text(account(release, told.id), look(None))
    return f"What all reports together tell of, the most reported first:\n\n{listed}\nThe account of one:\n\n{page}\n\n"


def _ending(reports: int, claims: int, output: Path) -> str:
    from importlib.resources import files

    return f"""\
All {reports} bundled reports, with {claims} claims lit in their text, are on a page at
  {output.resolve()}

Open it in a browser. Then try
  sayso read REPORT.txt                  the table above, for a text of yours
  sayso read --format jsonl REPORT.txt   every field, with the characters it rests on
  sayso why ID REPORT.txt                the rules and words behind one claim

and, with a ledger of your own reports or of these,
  sayso add {files("sayso") / "reports"}
  sayso events                           what they tell of
  sayso account EVENT                    who says what of one event, and how many
  sayso why ID                           a claim or an event down to its rules and rows
"""
