"""One sentence laid out for the finders: its words, chunks and the quotations that touch it."""

from __future__ import annotations

from bisect import bisect_right
from functools import reduce
from operator import or_
from typing import NamedTuple

from sayso.lang.rule import Match
from sayso.read.chunk import Chunk, chunks
from sayso.read.kind import Kind
from sayso.read.quote import Quote
from sayso.read.sentences import Sentence
from sayso.read.words import Words


class Line(NamedTuple):
    """A sentence with its chunks. Positions in `chunks` are called `k`, positions of words `at`.

    `signs` and `harms` are the matches of the pack's `sign` and `harm` rules, wherever one begins; `masks` has all
    bits of the words of each chunk.
    """

    words: Words
    sentence: Sentence
    chunks: list[Chunk]
    quotes: tuple[Quote, ...]
    signs: tuple[Match, ...]
    harms: tuple[Match, ...]
    masks: list[int]

    def kind(self, k: int) -> Kind | None:
        """The kind of chunk `k`; None outside the sentence."""
        return self.chunks[k].kind if 0 <= k < len(self.chunks) else None

    def chunk_at(self, at: int) -> int:
        """The chunk that word `at` of the sentence stands in."""
        return bisect_right(self.chunks, at, key=_start) - 1

    def mask(self, k: int) -> int:
        """All bits of the words of chunk `k`."""
        return self.masks[k]

    def quoted(self, at: int) -> Quote | None:
        """The quotation (scare quotes apart) that word `at` stands in."""
        return next((q for q in self.quotes if q.first <= at < q.last and not q.scare), None)


def _start(chunk: Chunk) -> int:
    return chunk.start


def lay_out(words: Words, sentence: Sentence, found: list[Quote]) -> Line:
    """The line of one sentence."""
    near = tuple(q for q in found if q.start < sentence.end and q.end > sentence.start)
    signs, harms = (
        tuple(words.pack.book(kind).everywhere(words, sentence.start, sentence.end)) for kind in ("sign", "harm")
    )
    parts = chunks(words, sentence.start, sentence.end)
    masks = [reduce(or_, words.mask[chunk.start : chunk.end]) for chunk in parts]
    return Line(words, sentence, parts, near, signs, harms, masks)
