"""The `sayso` command and its subcommands."""

from __future__ import annotations

import click

from sayso import __version__
from sayso.cli.read import read


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sayso")
def main() -> None:
    """Who says so, through whom, how sure: read reports on armed conflict into claims with their chains."""


main.add_command(read)
