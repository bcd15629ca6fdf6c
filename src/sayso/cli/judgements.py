"""`sayso judge` with all its parts: importing a part's file puts it there."""

from __future__ import annotations

from sayso.cli import decide, mark
from sayso.cli.judge import judge

__all__ = ("decide", "judge", "mark")
