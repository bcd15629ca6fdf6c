"""`--jobs`: reading in this process, or in several."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeVar

import click

if TYPE_CHECKING:
    from sayso.cli.interrupt import Interrupt
    from sayso.lang.pack import Pack
    from sayso.reference.gazetteer import Gazetteer
    from sayso.run.many.turn import Reading
    from sayso.run.pipeline import Read
    from sayso.run.readers import Choice

T = TypeVar("T")

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    envvar="SAYSO_JOBS",
    show_envvar=True,
    metavar="N",
    help="Read in so many processes at once, each with memory of its own; what comes out is the same.",
)


class How(NamedTuple):
    """How documents are read: in how many processes, and with what."""

    jobs: int
    reader: Choice
    packs: Mapping[str, Pack]
    gazetteer: Gazetteer | None
    mentions: bool = False


@contextmanager
def reading(how: How, make: Callable[[Read], T], interrupt: Interrupt) -> Iterator[Reading[T]]:
    """What reads documents and gives what `make` makes of each; ends the command where it cannot."""
    from sayso.cli.session import reader_for
    from sayso.core.trouble import WorkerError

    if how.jobs == 1:
        from sayso.run.many.turn import Alone
        from sayso.run.one import With

        yield Alone(With(how.packs, how.gazetteer, reader_for(how.reader), how.mentions), make)
        return
    from sayso.run.many.crew import Crew
    from sayso.run.many.worker import Setup

    paths = () if how.gazetteer is None else tuple(path.resolve() for path in how.gazetteer.paths)
    interrupt.busy = True  # a process half started could not be ended
    try:
        with Crew[T](how.jobs, Setup(paths, how.reader, how.mentions, make)) as crew:
            interrupt.busy = False
            if interrupt.asked:
                raise KeyboardInterrupt
            reader_for(how.reader, crew.begin)
            yield crew
    except WorkerError as fault:
        raise click.ClickException(str(fault)) from None


def standard_input(jobs: int) -> BinaryIO:
    """Standard input. With several jobs a thread reads it that may still wait when the command ends.

    Then Python, which closes its own stream at exit, would end in a fatal error; so the thread gets another.
    """
    if jobs > 1:
        with suppress(OSError):  # not a real file, as in a test
            return open(sys.stdin.fileno(), "rb", closefd=False)
    return sys.stdin.buffer
