"""`sayso versions`."""

from __future__ import annotations

from itertools import pairwise

import click

from sayso.cli.ledger import ledger_option


@click.command()
@click.argument("url", metavar="URL")
@ledger_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For the terminal, Markdown for a file, or one JSON object.",
)
def versions(url: str, *, ledger: str, form: str) -> None:
    """Show the versions of one address: when each was recorded, and what it changed in text and claims.

    Addresses are compared without fragment, tracking parameters, a slash at the end, and whether they begin with http
    or https. A version is recorded by `sayso watch`, or by `sayso add` where a page was saved anew, whenever its text
    has changed.

    \b
    Examples:
      sayso versions https://harbourpost.example/2026/03/05/market
      sayso versions https://harbourpost.example/2026/03/05/market --format json

    Exit status: 0 done, 1 no such address in the ledger, 2 wrong usage or no ledger.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    import msgspec

    from sayso.cli.ledger import refusing, store_of
    from sayso.cli.output import look, politely, show
    from sayso.ledger.revision import revision
    from sayso.ledger.versions import versions as found_in
    from sayso.publish.sheet_markdown import markdown
    from sayso.publish.sheet_text import text
    from sayso.publish.versions import versions_sheet
    from sayso.reference.address import compared

    wanted = compared(url)
    with politely(), store_of(ledger, "read") as store, refusing():
        found = found_in(store, lambda one: compared(one) == wanted)
    if not found:
        raise click.ClickException(f"no document in {ledger} is from {url}; sayso log --kind document lists them")
    revisions = [revision(before, after) for before, after in pairwise(found)]
    if form == "json":
        whole = {"url": url, "versions": found, "revisions": revisions}
        show(msgspec.json.encode(whole).decode() + "\n")
        return
    sheet = versions_sheet(url, found, revisions)
    show(markdown(sheet) if form == "markdown" else text(sheet, look(None)))
