"""`sayso languages`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.check.inventory import Inventory

FAILED = 1


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def languages(form: str) -> None:
    """List the language packs that are installed, and what each can read."""
    import msgspec

    from sayso.check.inventory import inventory
    from sayso.core.trouble import PackError
    from sayso.run.packs import load_packs

    try:
        packs = load_packs()
    except PackError as fault:
        click.echo(str(fault), err=True)
        sys.exit(FAILED)
    for pack in packs.values():
        held = inventory(pack)
        click.echo(msgspec.json.encode(held).decode() if form == "jsonl" else _shown(held))


def _shown(held: Inventory) -> str:
    direction = "right to left" if held.direction == "rtl" else "left to right"
    return (
        f"{held.code}  {held.name} ({held.own_name}), {direction}, {held.licence}\n"
        f"    reads {', '.join(held.reads)}\n"
        f"    {held.entries} word entries, {held.rules} rules, {held.examples} worked examples"
    )
