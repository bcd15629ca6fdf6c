"""`sayso evidence`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from sayso.cli.families import families_option
from sayso.cli.keeping import evidence_option
from sayso.cli.ledger import as_of_option, ledger_option


@click.group()
def evidence() -> None:
    """Hand on the bytes that reports were taken from, and what was read in them."""


@evidence.command()
@click.argument("event", metavar="EVENT")
@ledger_option
@as_of_option
@families_option
@evidence_option
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The zip to write; EVENT.zip, by the event's id, if not given.",
)
def export(
    event: str,
    *,
    ledger: str,
    as_of: str | None,
    families: Mapping[str, str] | None,
    evidence: Path | None,
    output: Path | None,
) -> None:
    """Write a zip of all that an event rests on, which can be checked without sayso.

    It holds the bytes each report was taken from, the texts, the claims, the account, the rows of the ledger, and a
    manifest of hashes for `sha256sum -c`; README.txt in it says how to check. The same ledger gives the same zip, byte
    for byte. EVENT is what `sayso account` takes.

    \b
    Examples:
      sayso evidence export e5a0d5994
      sayso evidence export e5a0d5994 --output khasham.zip

    Exit status: 0 done, 1 no such event, more than one, or a ledger that cannot be read, 2 wrong usage, 3 written, but
    the bytes of some reports are missing.
    """  # noqa: D301 -- a real backspace: it tells click to leave the lines below as they are
    from sayso.cli.ledger import refusing, row_of, store_of
    from sayso.cli.output import opened, politely, show
    from sayso.cli.session import UNREAD
    from sayso.ledger.fold import fold
    from sayso.publish.bundle import write_bundle
    from sayso.run.bundle import bundle
    from sayso.run.release import release
    from sayso.run.stores import evidence_of

    with politely(), store_of(ledger, "read") as store, refusing():
        state = fold(store.rows(upto=row_of(store, as_of)))
        made = bundle(store, release(state, families), event, evidence_of(ledger, evidence), families)
        path = output or Path(f"{made.event.id}.zip")
        with opened(path, whole=True) as stream:
            write_bundle(stream, made.files)
        for one, why in made.missing:
            click.echo(f"sayso: {one}: {why}", err=True)
        show(f"{path}: {len(made.files) + 1:,} files; unzip it and run sha256sum -c manifest.sha256\n")
    sys.exit(UNREAD if made.missing else 0)
