"""Clauses that take up what was just said: *…, a charge Moscow denies*, *…, något som Moskva förnekar*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.read.frame import Frame, Range
from sayso.read.kind import Kind
from sayso.read.line import Line

_FAR = 6  # chunks from the comma to the verb, at most


class Echo(NamedTuple):
    """The comma before the word that takes up what was said, and the subject between that word and the verb."""

    comma: int
    subject: Range | None


def of(line: Line, k: int) -> Echo | None:
    """The echo that the verb in chunk `k` ends, where nothing is said behind the verb itself; else None."""
    if line.kind(k + 1) not in (None, Kind.STOP, Kind.COMMA, Kind.PREPOSITION):
        return None
    j = k - 1
    while line.kind(j) is Kind.ADVERB:
        j -= 1
    subject = None
    if line.kind(j) is Kind.NOUN and not _echoes(line, j):
        subject = (line.chunks[j].start, line.chunks[j].end)
        j -= 1
    if line.kind(j) is Kind.RELATIVE and not (line.kind(j - 1) is Kind.COMMA and _echoes(line, j)):
        j -= 1
    if line.kind(j) not in (Kind.NOUN, Kind.RELATIVE) or not _echoes(line, j):
        return None
    if line.kind(j - 1) not in (Kind.COMMA, Kind.DASH) or j < 2:
        return None
    return Echo(j - 1, subject or _named_inside(line, j))


def said(line: Line, echo: Echo, earlier: Sequence[Frame]) -> Range:
    """What is taken up: what the attributions before are of, else all that stands before the comma."""
    stop = line.chunks[echo.comma].start
    first = next((frame.first for frame in reversed(earlier) if 0 <= frame.first < stop), line.sentence.start)
    return first, stop


def opens(line: Line, comma: int) -> bool:
    """Whether such a clause follows the comma at chunk `comma`."""
    if line.kind(comma + 1) not in (Kind.NOUN, Kind.RELATIVE) or not _echoes(line, comma + 1):
        return False
    verbs = (k for k in range(comma + 2, min(comma + _FAR, len(line.chunks))) if line.kind(k) is Kind.VERB)
    found = next(verbs, None)
    echo = of(line, found) if found is not None else None
    return echo is not None and echo.comma == comma


def _echoes(line: Line, k: int) -> bool:
    return bool(line.mask(k) & line.words.pack.marks.echo)


def _named_inside(line: Line, k: int) -> Range | None:
    """*a charge Moscow denies*: a name right behind the word, in one group with it."""
    words, marks, chunk = line.words, line.words.pack.marks, line.chunks[k]
    at = next(at for at in range(chunk.start, chunk.end) if words.mask[at] & marks.echo)
    if at + 1 < chunk.end and words.mask[at + 1] & marks.capital:
        return at + 1, chunk.end
    return None
