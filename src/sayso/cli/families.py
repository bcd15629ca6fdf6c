"""The option that names the user's list of publishers and their outlets."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click


def _read(context: click.Context, parameter: click.Parameter, value: Path | None) -> Mapping[str, str] | None:
    from sayso.core.trouble import InputError
    from sayso.run.families import read_families

    try:
        return None if value is None else read_families(value)
    except InputError as fault:
        raise click.BadParameter(str(fault), ctx=context, param=parameter) from None


families_option = click.option(
    "--families",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=_read,
    envvar="SAYSO_FAMILIES",
    show_envvar=True,
    metavar="FILE",
    help="Outlets of one publisher, which are then one voice: a publisher, a tab and its outlets, in a .tsv file.",
)
