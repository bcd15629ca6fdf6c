"""`sayso check`."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import click

from sayso.lang.pack import Pack

FAILED = 1


@click.command()
@click.argument("languages", metavar="[LANG]...", nargs=-1)
@click.option("--idle", is_flag=True, help="List the words and rules that no worked example touches.")
def check(languages: tuple[str, ...], idle: bool) -> None:
    """Run the rules and worked examples of every language pack, or of those named.

    Exit status: 0 all as it should be, 1 something failed, 2 no such language.
    """
    from sayso.check.idle import idle_report, idle_summary
    from sayso.check.pack import check_pack

    failed = False
    for pack in _packs(languages).values():
        checked = check_pack(pack)
        for fault in checked.faults:
            click.echo(str(fault))
        click.echo(idle_report(pack) if idle else idle_summary(pack))
        click.echo(str(checked))
        failed = failed or bool(checked.faults)
    sys.exit(FAILED if failed else 0)


def _packs(languages: tuple[str, ...]) -> Mapping[str, Pack]:
    """The packs asked for; ends the command where there is no such pack, or one is broken."""
    from sayso.core.trouble import PackError
    from sayso.run.packs import folders, load_packs

    there = folders()
    for code in languages:
        if code not in there:
            raise click.UsageError(f"no language pack named {code!r}; there are: {', '.join(sorted(there))}")
    try:
        return load_packs(sorted(set(languages)) or None)
    except PackError as fault:
        click.echo(str(fault))
        sys.exit(FAILED)
