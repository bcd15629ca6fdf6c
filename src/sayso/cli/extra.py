"""Commands that need more than a plain installation brings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def needing(extra: str) -> Iterator[None]:
    """End the command, saying what to install, where something of the extra is missing."""
    try:
        yield
    except ModuleNotFoundError as fault:
        if (fault.name or "").split(".")[0] == "sayso":
            raise
        raise click.ClickException(
            f"this needs {fault.name}, which is not installed; install the extra: pip install 'sayso[{extra}]'"
        ) from None
