"""The options of every command that reads documents."""

from __future__ import annotations

import click

language_option = click.option(
    "--language", metavar="CODE", help="The language of documents that do not say theirs; recognised if not given."
)
reader_option = click.option(
    "--reader",
    type=click.Choice(["grammar", "neural", "auto"]),
    default="grammar",
    show_default=True,
    envvar="SAYSO_READER",
    show_envvar=True,
    help="What finds who says what: the grammar, the learned tagger, or both (auto; the grammar where no tagger is).",
)
