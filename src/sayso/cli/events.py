"""`sayso events`."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from sayso.cli.families import families_option
from sayso.cli.ledger import as_of_option, ledger_option

if TYPE_CHECKING:
    from sayso.core.event import Event
    from sayso.core.release import Release


@click.command()
@ledger_option
@as_of_option
@families_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="A table, or an event a line as JSON.",
)
@click.option(
    "--since", metavar="DATE", help="Only events that may have been then or later: 2018, 2018-02, 2018-02-07."
)
@click.option("--until", metavar="DATE", help="Only events that may have been then or earlier.")
@click.option("--place", metavar="NAME", help="Only events whose place has this in its name, or as its id.")
@click.option(
    "--type", "types", metavar="TYPE", multiple=True, help="Only events of this type; give it again for more."
)
@click.option(
    "--sort",
    type=click.Choice(["reports", "date"]),
    default="reports",
    show_default=True,
    help="The most reported first, or the earliest.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only so many.")
def events(
    *,
    ledger: str,
    as_of: str | None,
    families: Mapping[str, str] | None,
    form: str,
    since: str | None,
    until: str | None,
    place: str | None,
    types: tuple[str, ...],
    sort: str,
    limit: int | None,
) -> None:
    """List the events that the reports in a ledger tell of, with how many were killed and how many voices say so.

    The figures are low–best–high of all killed; open where nobody bounds them. A voice is an independent origin: many
    outlets that carry one statement are one voice.

    \b
    Examples:
      sayso events
      sayso events --since 2018-02 --until 2018-03 --place Khasham
      sayso events --type air_strike --type shelling --sort date
      sayso events --as-of 2018-03-01 --format jsonl > events.jsonl

    Exit status: 0 done, 1 the ledger cannot be read, 2 wrong usage.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.ledger import opened
    from sayso.cli.output import politely
    from sayso.core.trouble import DateError
    from sayso.run.find import by_date, chosen
    from sayso.run.release import release

    _known(types)
    with politely():
        whole = release(opened(ledger, as_of), families)
        try:
            some = list(chosen(whole.events, since=since, until=until, place=place, types=types))
        except DateError as fault:
            raise click.UsageError(f"--since, --until: {fault}") from None
        _print(whole, (by_date(some) if sort == "date" else some)[:limit], form)


def _known(types: Sequence[str]) -> None:
    """Stop at a type that no event can have."""
    from sayso.reference.event_types import event_types

    there = list(event_types())
    for one in types:
        if one not in there:
            near = difflib.get_close_matches(one, there)
            listed = f"near it: {', '.join(near)}" if near else f"there are: {', '.join(there)}"
            raise click.UsageError(f"--type {one}: no such type of event; {listed}")


def _print(release: Release, some: Sequence[Event], form: str) -> None:
    import sys

    from sayso.cli.output import look, show
    from sayso.publish.events import events
    from sayso.publish.jsonl import event_line
    from sayso.publish.sheet_text import text

    if form == "jsonl":
        for event in some:
            sys.stdout.buffer.write(event_line(event))
        sys.stdout.buffer.flush()
    else:
        show(text(events(release, some), look(None)))
