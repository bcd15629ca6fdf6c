"""`sayso read`."""

from __future__ import annotations

import sys

import click
import msgspec

from sayso.core.document import Unread
from sayso.ingest import documents
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document

UNREAD = 3


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "jsonl", "html"]), default="text")
@click.option("--mentions", is_flag=True)
def read(paths: tuple[str, ...], form: str, mentions: bool) -> None:  # noqa: FBT001
    """Read reports."""
    packs = load_packs()
    failed = False
    out = sys.stdout.buffer
    for one in documents(paths, sys.stdin.buffer):
        result = one if isinstance(one, Unread) else read_document(one, packs, with_mentions=mentions)
        if isinstance(result, Unread):
            failed = True
            out.write(msgspec.json.encode(result) + b"\n")
        else:
            out.write(msgspec.json.encode(result.record) + b"\n")
    sys.exit(UNREAD if failed else 0)
