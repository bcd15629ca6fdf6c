"""The options of every command that reads documents."""

from __future__ import annotations

import click


def _installed(context: click.Context, parameter: click.Parameter, value: str) -> str:  # noqa: ARG001 -- click's shape
    if value == "neural":
        missing = "its weights are not installed, and this version comes without any; use --reader grammar"
        raise click.UsageError(f"--reader neural: {missing}")
    return value


language_option = click.option(
    "--language", metavar="CODE", help="The language of documents that do not say theirs; recognised if not given."
)
reader_option = click.option(
    "--reader",
    type=click.Choice(["grammar", "neural", "auto"]),
    default="auto",
    show_default=True,
    callback=_installed,
    expose_value=False,  # there is one reader to take so far
    help="What reads. This version brings the grammar alone, and auto takes it.",
)
