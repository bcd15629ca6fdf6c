"""What a check finds wrong, and where."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Fault(NamedTuple):
    """One failure: the file and line to look at, and what is wrong there, further lines giving the details."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        """`file:line: what is wrong`, the path as seen from the current folder where it lies inside that."""
        here = Path.cwd()
        path = self.path.relative_to(here) if self.path.is_relative_to(here) else self.path
        return f"{path}:{self.line}: {self.message}"


class MalformedError(ValueError):
    """An example that is not written as it should be, at a line of its file."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
