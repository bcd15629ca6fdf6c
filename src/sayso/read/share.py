"""Counts that are a share of those counted elsewhere: *two of them*, *three of the wounded*, *another four*."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.core.reading import Toll
from sayso.core.span import Span
from sayso.read.line import Line
from sayso.read.words import Words


def marked(lines: Sequence[Line], tolls: Iterable[Toll]) -> Iterator[Toll]:
    """The same tolls, with those marked that count a share and not everybody.

    *Another four were injured* adds to the injured where some have been counted; beside the dead alone it is all.
    """
    told = list(tolls)
    first: dict[str, Span] = {}
    for toll in told:
        first[toll.effect] = min(first.get(toll.effect, toll.span), toll.span)
    for toll in told:
        words = lines[toll.sentence].words
        at = bisect_left(words.start, toll.span.start)
        further = first[toll.effect] < toll.span and _is_further(words, at)
        yield msgspec.structs.replace(toll, share=True) if further or _is_share(words, at) else toll


def _is_further(words: Words, at: int) -> bool:
    further = words.pack.marks.further
    return bool(words.mask[at] & further or (at and words.mask[at - 1] & further))


def _is_share(words: Words, at: int) -> bool:
    marks = words.pack.marks
    counted = words.found["quantity"].get(at)
    end = counted[0] if counted is not None else at + 1
    if end >= len(words):
        return False
    if words.mask[end] & marks.including and " " in words.norm[end]:  # *six of them*, told as one word of the list
        return True
    if end + 1 == len(words) or not words.mask[end] & marks.partitive:
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
