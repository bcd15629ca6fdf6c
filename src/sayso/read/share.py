"""Counts that are a share of those counted elsewhere: *two of them*, *three of the wounded*, *another four*."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.core.reading import Toll
from sayso.read.line import Line
from sayso.read.words import Words


def marked(lines: Sequence[Line], tolls: Iterable[Toll]) -> Iterator[Toll]:
    """The same tolls, with those marked that count a share and not everybody."""
    for toll in tolls:
        words = lines[toll.sentence].words
        at = bisect_left(words.start, toll.span.start)
        yield msgspec.structs.replace(toll, share=True) if _is_share(words, at) else toll


def _is_share(words: Words, at: int) -> bool:
    marks = words.pack.marks
    if words.mask[at] & marks.further or (at and words.mask[at - 1] & marks.further):
        return True
    counted = words.found["quantity"].get(at)
    end = counted[0] if counted is not None else at + 1
    if end + 1 >= len(words) or not words.mask[end] & marks.partitive:
        return False
    return bool(words.mask[end + 1] & (marks.definite | marks.determiner | marks.pronoun)) or _is_definite(
        words, end + 1
    )


def _is_definite(words: Words, at: int) -> bool:
    """*föreningens medlemmar*, *offren*: a noun with the article behind it, or an owner's name."""
    norm = words.norm[at]
    return any(
        norm.endswith(ending) for ending in (*words.pack.settings.definite_endings, *words.pack.settings.genitive)
    )
