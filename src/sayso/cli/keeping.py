"""The options that say where the bytes are kept that documents were taken from."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from sayso.ledger.evidence import Evidence


class Keeping(NamedTuple):
    """What was asked: a folder for the evidence, if one was named, and whether there is to be any."""

    folder: Path | None
    wanted: bool

    def beside(self, ledger: str) -> Evidence | None:
        """The evidence of a ledger; None where none is wanted, or the ledger is no file and no folder was named."""
        from sayso.run.stores import evidence_of

        return evidence_of(ledger, self.folder) if self.wanted else None


evidence_option = click.option(
    "--evidence",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="SAYSO_EVIDENCE",
    show_envvar=True,
    metavar="FOLDER",
    help="Where the bytes are that documents were taken from; beside the ledger, as NAME-evidence, if not given.",
)
_without = click.option("--no-evidence", is_flag=True, help="Leave the bytes out that documents were taken from.")


def evidence_options(command: Callable[..., None]) -> Callable[..., None]:
    """`--evidence` and `--no-evidence`, handed to the command as one Keeping called `evidence`."""

    @wraps(command)
    def keeping(*args: Any, evidence: Path | None, no_evidence: bool, **more: Any) -> None:  # noqa: ANN401 -- click's
        command(*args, evidence=Keeping(evidence, not no_evidence), **more)

    return evidence_option(_without(keeping))
