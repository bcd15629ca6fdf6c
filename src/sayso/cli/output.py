"""Where the output goes: standard output, a file as it grows, or a file that appears whole at the end."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from sayso.ingest.files import STDIN, is_folder
from sayso.publish.terminal import NARROWEST, Look

FILE_WIDTH = 100
INTERRUPTED = 130  # the exit status after Ctrl-C, as shells have it


def look(output: Path | None) -> Look:
    """As wide as the terminal, and in colour only on one; NO_COLOR in the environment means none."""
    if output is not None or not sys.stdout.isatty():
        return Look(FILE_WIDTH)
    width = shutil.get_terminal_size((FILE_WIDTH, 24)).columns
    return Look(max(width, NARROWEST), colour=not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")


def encoding(output: Path | None) -> str:
    """UTF-8, but for a terminal that says it shows something else."""
    return "utf-8" if output is not None or not sys.stdout.isatty() else sys.stdout.encoding or "utf-8"


def refuse_own_input(output: Path, paths: Iterable[str]) -> None:
    """Stop before an input would be overwritten, or the output be read as one."""
    own = output.resolve()
    for path in paths:
        if path == STDIN:
            continue
        given = Path(path).resolve()
        if own == given or (is_folder(given) and own.is_relative_to(given)):
            raise click.UsageError(f"--output {output} is among the inputs; write to another place")
    if not own.parent.is_dir():
        raise click.UsageError(f"--output {output}: there is no folder {output.parent}")


@contextmanager
def opened(output: Path | None, *, whole: bool) -> Iterator[BinaryIO]:
    """A stream to write to. With `whole`, a file stands under its name only when all of it is written."""
    if output is None:
        yield sys.stdout.buffer
        return
    try:
        stream = _beside(output) if whole else output.open("wb")
    except OSError as fault:
        raise click.UsageError(f"--output {output}: {fault.strerror}") from None
    try:
        with stream:
            yield stream
        if whole:
            Path(stream.name).replace(output)
    except BaseException:
        if whole:
            Path(stream.name).unlink(missing_ok=True)
        raise


def _beside(output: Path) -> BinaryIO:
    """A new file in the same folder, with the rights a plain one would have."""
    handle, name = tempfile.mkstemp(prefix=f".{output.name}.", suffix=".part", dir=output.parent)
    umask = os.umask(0)
    os.umask(umask)
    Path(name).chmod(0o666 & ~umask)
    os.close(handle)
    return Path(name).open("wb")


def hush() -> None:
    """Standard output was closed by its reader: let nothing more be said to it, not even at exit."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):  # not a real file, as in a test
        return


def show(text: str) -> None:
    """Print a text at once, with question marks for what a terminal's encoding lacks."""
    sys.stdout.buffer.write(text.encode(encoding(None), "replace"))
    sys.stdout.buffer.flush()


@contextmanager
def politely() -> Iterator[None]:
    """End in quiet where the reader of the output has gone, or Ctrl-C is pressed."""
    try:
        yield
    except BrokenPipeError:
        hush()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
