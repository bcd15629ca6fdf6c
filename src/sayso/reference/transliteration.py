"""What the transliterations of one name have in common: its consonants, less what each way of writing decides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

VOWELS = frozenset("aeiouyæøåäöœıəj")  # with the half-vowels that stand for one: *Dayr*, *Deir*; *Karelia*, *Karelija*
SHORTEST = 3  # consonants; fewer tell no two names apart


class _Table(NamedTuple):
    """Letters by the consonant they stand for, the longest first, and articles that may be left out."""

    sounds: Mapping[str, str]
    articles: frozenset[str]


@cache
def _table() -> _Table:
    """The rows of `transliteration.tsv`."""
    table = (files("sayso") / "reference" / "transliteration.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return _Table(
        sounds={row[1]: row[2] for row in rows if row[0] == "sound"},
        articles=frozenset(row[1] for row in rows if row[0] == "article"),
    )


def skeleton(folded: str) -> str:
    """The consonants of a folded name: *deir ez zor* and *dayr al zawr* are both `drzr`.

    Empty where fewer than three are left. A weak likeness: it may suggest that two names are one, never prove it.
    """
    known = _table()
    words = [word for word in folded.split() if word not in known.articles] or folded.split()
    bare = "".join(_bare(word, known.sounds) for word in words)
    return bare if len(bare) >= SHORTEST else ""


def _bare(word: str, sounds: Mapping[str, str]) -> str:
    for written, sound in sounds.items():
        if written in word:
            word = word.replace(written, sound)
    out = ""
    for sign in word:
        if sign not in VOWELS and sign != out[-1:]:
            out += sign
    return out
