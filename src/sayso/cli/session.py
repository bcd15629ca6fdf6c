"""What the commands that read documents share: packs, reading one document, telling what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click
import msgspec

from sayso.cli.inputs import placed
from sayso.core.document import Document, Unread
from sayso.core.trouble import PackError, SaysoError
from sayso.ingest.port import Place
from sayso.lang.pack import Pack
from sayso.reference.gazetteer import Gazetteer
from sayso.run.gazetteers import opened
from sayso.run.moment import today
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import Read, read_document
from sayso.run.readers import GRAMMAR, By, Choice, Readers

UNREAD = 3  # the exit status where some inputs could not be read


def packs_for(language: str | None) -> Mapping[str, Pack]:
    """All packs; ends the command where there is none for the language asked for."""
    try:
        packs = packs_on_demand()
    except SaysoError as fault:
        raise click.ClickException(str(fault)) from None
    if language is not None and base(language) not in packs:
        raise click.UsageError(
            f"--language {language}: no language pack for it; there are packs for: {', '.join(sorted(packs))}"
        )
    return packs


def base(language: str) -> str:
    """A language tag less its region."""
    return language.replace("_", "-").split("-")[0].lower()


@contextmanager
def gazetteer_for(user: Path | None = None) -> Iterator[Gazetteer | None]:
    """The gazetteer to read with, `user`'s first; tells once where there is none, or what of a dump cannot be used."""
    with ExitStack() as stack:
        try:
            gazetteer, notes = stack.enter_context(opened(user))
        except (SaysoError, OSError) as fault:
            raise click.ClickException(str(fault)) from None
        for note in notes:
            click.echo(f"sayso: {note}", err=True)
        yield gazetteer


def reader_for(choice: Choice) -> By:
    """What to read by; tells once where the grammar stands in, ends the command where the tagger cannot be had."""
    try:
        by, note = Readers().by(choice)
    except SaysoError as fault:
        raise click.UsageError(f"--reader {choice}: {fault}") from None
    if note is not None:
        click.echo(f"sayso: {note}", err=True)
    return by


def read_one(
    place: Place,
    one: Document | Unread,
    packs: Mapping[str, Pack],
    language: str | None = None,
    *,
    gazetteer: Gazetteer | None = None,
    mentions: bool = False,
    by: By = GRAMMAR,
) -> Read | Unread:
    """Read one document; what goes wrong with it is told as an Unread, so that the rest go on."""
    if isinstance(one, Unread):
        return placed(one, place)
    one = with_language(one, language)
    try:
        result = read_document(one, packs, gazetteer=gazetteer, with_mentions=mentions, today=today(), by=by)
    except PackError as fault:
        raise click.ClickException(str(fault)) from None
    except Exception as fault:  # noqa: BLE001 -- a fault of ours in one text must not cost a long run
        message = f"sayso failed on this text ({type(fault).__name__}: {fault}); please report it with the text"
        result = Unread(id=one.id, error=message)
    return placed(result, place) if isinstance(result, Unread) else result


def with_language(document: Document, language: str | None) -> Document:
    """The document, in the language given where it does not say its own."""
    if language is None or document.language:
        return document
    return msgspec.structs.replace(document, language=language)


def tell(unread: Unread) -> None:
    """Say on standard error what could not be read."""
    click.echo(f"sayso: {unread.error}", err=True)
