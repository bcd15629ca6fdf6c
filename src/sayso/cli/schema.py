"""`sayso schema`."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a line that `sayso read --format jsonl` prints."""
    from sayso.cli.output import politely, show
    from sayso.publish.jsonl import schema

    with politely():
        show(schema())
