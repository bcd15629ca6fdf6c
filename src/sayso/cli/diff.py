"""`sayso diff`."""

from __future__ import annotations

import click

from sayso.cli.ledger import ledger_option


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="[B]", required=False)
@ledger_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For the terminal, Markdown for a file, or one JSON object.",
)
def diff(a: str, b: str | None, *, ledger: str, form: str) -> None:
    """Show what two moments of a ledger differ in: events and their figures, documents, claims, judgements.

    A and B are each a day (its end in UTC), a row's number or a tag; without B it is the last row.

    \b
    Examples:
      sayso diff 2026-03-06 2026-03-07
      sayso diff 812
      sayso diff first-draft sent-to-print --format json

    Exit status: 0 done, 1 the ledger cannot be read, 2 wrong usage, no ledger or no such moment.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    import msgspec

    from sayso.cli.ledger import opened
    from sayso.cli.output import look, politely, show
    from sayso.ledger.diff import difference
    from sayso.publish.difference import differing
    from sayso.publish.sheet_markdown import markdown
    from sayso.publish.sheet_text import text
    from sayso.run.release import release

    with politely():
        before, after = (release(opened(ledger, moment)) for moment in (a, b))
        found = difference(before, after)
        if form == "json":
            show(msgspec.json.encode(found).decode() + "\n")
            return
        sheet = differing(before, after, found)
        show(markdown(sheet) if form == "markdown" else text(sheet, look(None)))
