"""`sayso ingestors`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.ingest.port import Ingestor
    from sayso.publish.sheet import Sheet


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def ingestors(form: str) -> None:
    """List the forms that can be taken in, in the order in which an input is asked for them.

    A form is known by what an input holds, and not by its name. Some forms take packages that are not always installed;
    then it says what to install.
    """
    import msgspec

    from sayso.cli.output import look, politely, show
    from sayso.core.trouble import InputError
    from sayso.publish.sheet_text import text
    from sayso.run.ingestors import ingestors as installed

    try:
        found = installed()
    except InputError as fault:
        raise click.ClickException(str(fault)) from None
    with politely():
        if form == "jsonl":
            show("".join(msgspec.json.encode(_fields(one)).decode() + "\n" for one in found))
        else:
            show(text(_sheet(found), look(None)))


def _fields(one: Ingestor) -> dict[str, str | None]:
    from sayso.run.ingestors import missing

    lacking = missing(one)
    install = f"pip install 'sayso[{one.extra}]'" if lacking else None
    return {"name": one.name, "about": one.about, "known": one.known, "install": install}


def _sheet(found: tuple[Ingestor, ...]) -> Sheet:
    from sayso.publish.sheet import Entry, Part, Section, Sheet, line

    every = [_fields(one) for one in found]
    forms = tuple(
        Entry(mark=one["name"], lines=(line(one["about"]), line(Part(f"known by {one['known']}", "quiet"))))
        for one in every
    )
    lacking = tuple(line(f"{one['name']}: {one['install']}") for one in every if one["install"])
    return Sheet(
        title=f"{len(found)} forms",
        blocks=forms,
        sections=(Section(heading="To be installed first", blocks=lacking),) if lacking else (),
    )
