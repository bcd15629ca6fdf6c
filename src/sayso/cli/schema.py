"""`sayso schema`."""

from __future__ import annotations

from typing import Literal

import click


@click.command()
@click.argument("of", type=click.Choice(["record", "event"]), default="record")
def schema(of: Literal["record", "event"]) -> None:
    """Print the JSON Schema of a line of JSON: a record of `sayso read` if not said, or an event of `sayso events`."""
    from sayso.cli.output import politely, show
    from sayso.publish.jsonl import schema

    with politely():
        show(schema(of))
