"""The languages that texts are told apart by, whether a pack reads them or not: `tongue.tsv`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+")


class Tongue(NamedTuple):
    """A language: `labels` are its names in the trained model, `weight` how readily a short text is taken for it."""

    code: str
    labels: tuple[str, ...]
    weight: float
    name: str
    words: tuple[str, ...]


@cache
def tongues() -> Mapping[str, Tongue]:
    """By code, in the order of the table."""
    table = (files("sayso") / "lang" / "tongue.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    made = (
        Tongue(c, tuple(labels.split()), float(w), name, tuple(words.split())) for c, labels, w, name, words in rows
    )
    return MappingProxyType({tongue.code: tongue for tongue in made})


@cache
def _knowing() -> Mapping[str, tuple[str, ...]]:
    """Each common word, and the languages it is common in."""
    knowing: dict[str, list[str]] = {}
    for tongue in tongues().values():
        for word in tongue.words:
            knowing.setdefault(word, []).append(tongue.code)
    return MappingProxyType({word: tuple(codes) for word, codes in knowing.items()})


def common(words: Iterable[str]) -> Mapping[str, Mapping[str, int]]:
    """By language, its common words among some words in small letters, and how often each stands there."""
    knowing = _knowing()
    found: dict[str, dict[str, int]] = {}
    for word, times in Counter(word for word in words if word in knowing).items():
        for code in knowing[word]:
            found.setdefault(code, {})[word] = times
    return found
