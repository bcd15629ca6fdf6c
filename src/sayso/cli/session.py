"""What the commands that read documents share: packs, reading one document, telling what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

import click
import msgspec

from sayso.cli.inputs import placed
from sayso.core.document import Document, Unread
from sayso.core.trouble import PackError, SaysoError, WorkerError
from sayso.ingest.port import Place, Taken
from sayso.lang.pack import Pack
from sayso.lang.tongue import tongues
from sayso.reference.gazetteer import Gazetteer
from sayso.run.gazetteers import opened
from sayso.run.one import Done, With, read_safely
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import Read
from sayso.run.readers import GRAMMAR, By, Choice, Readers

T = TypeVar("T")
UNREAD = 3  # the exit status where some inputs could not be read


def packs_for(language: str | None, reader: Choice = "grammar") -> Mapping[str, Pack]:
    """All packs; ends the command where there is none for the language asked for and only the grammar reads."""
    try:
        packs = packs_on_demand()
    except SaysoError as fault:
        raise click.ClickException(str(fault)) from None
    readable = {*packs} if reader == "grammar" else {*packs, *tongues()}
    if language is not None and base(language) not in readable:
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


def reader_for(choice: Choice, ask: Callable[[], tuple[By, str | None]] | None = None) -> By:
    """What to read by; tells once where the grammar stands in, ends the command where the tagger cannot be had.

    `ask` gives it with what to tell; without one the reader is loaded here.
    """
    try:
        by, note = Readers().by(choice) if ask is None else ask()
    except WorkerError as fault:
        raise click.ClickException(str(fault)) from None
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
    by: By = GRAMMAR,
) -> Read | Unread:
    """Read one document; what goes wrong with it is told as an Unread, so that the rest go on."""
    if isinstance(one, Unread):
        return placed(one, place)
    done = settled(partial(read_safely, with_language(one, language), With(packs, gazetteer, by), _whole), place)
    return done if isinstance(done, Unread) else done.made


def settled(done: Callable[[], Done[T] | Unread], place: Place) -> Done[T] | Unread:
    """What was made of a document; of one that could not be read, why and where it stands."""
    try:
        found = done()
    except PackError as fault:
        raise click.ClickException(str(fault)) from None
    return placed(found, place) if isinstance(found, Unread) else found


def _whole(read: Read) -> Read:
    return read


def in_language(found: Iterable[Taken], language: str | None) -> Iterator[Taken]:
    """What was taken in, in the language given where it does not say its own."""
    for taken in found:
        yield taken if isinstance(taken.one, Unread) else taken._replace(one=with_language(taken.one, language))


def with_language(document: Document, language: str | None) -> Document:
    """The document, in the language given where it does not say its own."""
    if language is None or document.language:
        return document
    return msgspec.structs.replace(document, language=language)


def tell(unread: Unread) -> None:
    """Say on standard error what could not be read."""
    click.echo(f"sayso: {unread.error}", err=True)
