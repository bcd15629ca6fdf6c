"""`sayso account`."""

from __future__ import annotations

from collections.abc import Mapping

import click

from sayso.cli.families import families_option
from sayso.cli.ledger import as_of_option, ledger_option


@click.command()
@click.argument("event", metavar="EVENT")
@ledger_option
@as_of_option
@families_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="For the terminal, or Markdown for a file.",
)
def account(event: str, *, ledger: str, as_of: str | None, families: Mapping[str, str] | None, form: str) -> None:
    """Show what is said of an event: by whom, how many, what cannot both be right, and what changed when.

    EVENT is an event's id as `sayso events` prints it, the id of any claim in it, or a beginning of either that fits
    one event alone. Every line has the id of the claim it rests on: `sayso why ID` shows its words and rules.

    \b
    Examples:
      sayso account e5a0d5994
      sayso account e5a0d5994 --as-of 2018-02-15
      sayso account e5a0d5994 --format markdown > account.md

    Exit status: 0 done, 1 no such event, more than one, or a ledger that cannot be read, 2 wrong usage.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.ledger import opened
    from sayso.cli.output import look, politely, show
    from sayso.core.trouble import LedgerError
    from sayso.publish.sheet_markdown import markdown
    from sayso.publish.sheet_text import text
    from sayso.run.account import account
    from sayso.run.release import release

    with politely():
        try:
            sheet = account(release(opened(ledger, as_of), families), event, families)
        except LedgerError as fault:
            raise click.ClickException(str(fault)) from None
        show(markdown(sheet) if form == "markdown" else text(sheet, look(None)))
