"""One spelling for names that languages write differently from another script: *Sergej*, *Sergei*, *Sergey*."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _rules() -> tuple[tuple[str, ...], ...]:
    """Where, what is written and what stands for it, in the order of `spelling.tsv`."""
    table = (files("sayso") / "reference" / "spelling.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in table.splitlines() if line and not line.startswith("#"))


def common_spelling(folded: str) -> str:
    """A folded word in the spelling that its transliterations share; empty where it is an article before a name."""
    for where, written, common in _rules():
        if where == "any":
            folded = folded.replace(written, common)
        elif folded == written if where == "word" else folded.endswith(written):
            folded = folded[: -len(written)] + common
    return folded
