"""The `sayso` command and its subcommands."""

from __future__ import annotations

import click

from sayso import __version__
from sayso.cli.check import check
from sayso.cli.demo import demo
from sayso.cli.languages import languages
from sayso.cli.read import read
from sayso.cli.schema import schema
from sayso.cli.why import why


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sayso")
def main() -> None:
    """Who says so, through whom, how sure: read reports on armed conflict into claims with their chains."""


main.add_command(check)
main.add_command(demo)
main.add_command(languages)
main.add_command(read)
main.add_command(schema)
main.add_command(why)
