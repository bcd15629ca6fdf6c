"""The commands."""

from __future__ import annotations

from sayso.cli.main import main

__all__ = ["main"]
