"""The `sayso` command and its subcommands."""

from __future__ import annotations

import click

from sayso import __version__
from sayso.cli.account import account
from sayso.cli.add import add
from sayso.cli.check import check
from sayso.cli.demo import demo
from sayso.cli.diff import diff
from sayso.cli.events import events
from sayso.cli.evidence import evidence
from sayso.cli.gazetteer import gazetteer
from sayso.cli.ingestors import ingestors
from sayso.cli.judgements import judge
from sayso.cli.languages import languages
from sayso.cli.log import log
from sayso.cli.read import read
from sayso.cli.schema import schema
from sayso.cli.serve import serve
from sayso.cli.tag import tag
from sayso.cli.user import user
from sayso.cli.verify import verify
from sayso.cli.versions import versions
from sayso.cli.watch import watch
from sayso.cli.why import why


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sayso")
def main() -> None:
    """Who says so, through whom, how sure: read reports on armed conflict into claims with their chains."""


main.add_command(account)
main.add_command(add)
main.add_command(check)
main.add_command(demo)
main.add_command(diff)
main.add_command(events)
main.add_command(evidence)
main.add_command(gazetteer)
main.add_command(ingestors)
main.add_command(judge)
main.add_command(languages)
main.add_command(log)
main.add_command(read)
main.add_command(schema)
main.add_command(serve)
main.add_command(tag)
main.add_command(user)
main.add_command(verify)
main.add_command(versions)
main.add_command(watch)
main.add_command(why)
