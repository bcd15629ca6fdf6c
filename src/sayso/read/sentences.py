"""Sentences and paragraphs, minding abbreviations, quotes, dashes, and lines that were broken by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sayso.lang.words import LINE_ENDS
from sayso.read.words import Words

WRAP = 100  # a block whose lines are all shorter than this was wrapped by hand or by a narrow column
SLACK = 12  # characters that a full line may fall short of the longest: an indentation, a word not broken
LOOK = 2 * WRAP  # characters back in which a line begins that is shorter than `WRAP`
LINE = re.compile(f"[{LINE_ENDS}]")
LONGEST = 400  # words in a sentence
PARAGRAPH = 4000  # words in a paragraph
HEADING = 16  # a line of so many words or fewer with no full stop is a heading


class Sentence(NamedTuple):
    """The words from `start` to before `end`; `heading` marks a line that stands alone without a full stop."""

    start: int
    end: int
    paragraph: int
    heading: bool
    first: bool


def sentences(words: Words) -> list[Sentence]:
    """All sentences of a text, in order; every word is in exactly one."""
    out: list[Sentence] = []
    ends = _boundaries(words)
    at, paragraph, opened = 0, 0, True
    for end, hard in _shortened(words, ends):
        if end > at:
            out.append(
                Sentence(at, end, paragraph, hard and opened and _is_heading(words, at, end, len(words)), opened)
            )
            opened = False
        at = end
        if hard:
            paragraph += 1
            opened = True
    return out


def _shortened(words: Words, ends: list[tuple[int, bool]]) -> Iterator[tuple[int, bool]]:
    """The same boundaries, with more where a sentence would be longer than `LONGEST`, a paragraph than `PARAGRAPH`.

    No news report has such ones: it is a table, or a text without stops or line ends. A sentence is broken behind its
    last mark inside that length, else at that length; a paragraph at the end of a sentence. So what is looked for
    within a sentence or paragraph costs no more a word in a text of any shape.
    """
    marks = words.pack.marks
    mark = marks.comma | marks.semicolon | marks.colon | marks.dash | marks.stop | marks.quote | marks.close
    at = opened = 0
    for end, hard in ends:
        while end - at > LONGEST:
            near = range(at + LONGEST, at + LONGEST // 2, -1)
            at = next((k for k in near if words.mask[k - 1] & mark), at + LONGEST)
            yield at, at - opened > PARAGRAPH
            opened = at if at - opened > PARAGRAPH else opened
        at = end
        parts = hard or at - opened > PARAGRAPH
        opened = at if parts else opened
        yield at, parts


def _boundaries(words: Words) -> list[tuple[int, bool]]:
    """Each word index at which a sentence has just ended, and whether a paragraph ends there too."""
    marks = words.pack.marks
    mask, total, breaks = words.mask, len(words), words.breaks
    wrapped = _wrapped_breaks(words)
    out: list[tuple[int, bool]] = []
    stop = marks.stop
    candidates = sorted({i + 1 for i in range(total) if mask[i] & stop} | set(breaks) | {total})
    last = 0
    for at in candidates:
        if at <= last or at > total:
            continue
        count = breaks.get(at, 0)
        if at == total or count > 1 or (count == 1 and at not in wrapped):
            out.append((at, True))
            last = at
        elif mask[at - 1] & stop:
            end = _past_closing(words, at)
            if end in breaks and end != at and (breaks[end] > 1 or end not in wrapped):
                out.append((end, True))
                last = end
            elif end < total and _ends_sentence(words, at - 1, end):
                out.append((end, False))
                last = end
    if not out or out[-1][0] != total:
        out.append((total, True))
    return out


def _past_closing(words: Words, at: int) -> int:
    """The first word after closing quotes and brackets that stand right against a full stop."""
    closing = words.pack.marks.quote | words.pack.marks.apostrophe | words.pack.marks.close | words.pack.marks.stop
    while at < len(words) and words.mask[at] & closing and words.start[at] == words.end[at - 1]:
        at += 1
    return at


def _ends_sentence(words: Words, stop: int, following: int) -> bool:
    """Whether the full stop at word `stop` ends its sentence, given the first word after it."""
    marks, mask = words.pack.marks, words.mask
    if words.start[following] == words.end[following - 1] and not mask[following] & (marks.quote | marks.dash):
        return False
    if mask[following] & marks.dash and mask[stop - 1] & marks.digits and words.start[following] == words.end[stop]:
        return False  # *7.–8. februar*
    opener = mask[following] & (marks.capital | marks.digits | marks.quote | marks.dash | marks.apostrophe | marks.open)
    if not opener and words.text[words.start[following]].islower():
        return False
    if words.norm[stop] != "." or words.start[stop] != words.end[stop - 1]:
        return True
    before = words.norm[stop - 1]
    initial = len(before) == 1 and before.isalpha() and mask[stop - 1] & marks.capital
    return not (initial or words.pack.is_abbreviation(before))


def _wrapped_breaks(words: Words) -> set[int]:
    """The words before which a line was broken inside a sentence or paragraph, not between two of them."""
    marks = words.pack.marks
    mask, start, text = words.mask, words.start, words.text
    leads_on = (
        marks.comma | marks.determiner | marks.preposition | marks.conjunction | marks.subordinator
        | marks.complementizer | words.pack.groups.auxiliary | marks.relative | marks.to_infinitive
    )  # fmt: skip
    out: set[int] = set()
    for block in _blocks(words):
        lines = [(a, b) for a, b in pairwise(block) if b < len(words)]
        narrow = len(block) > 1 and _is_prose(words, block[-1]) and all(_is_narrow(words, a, b) for a, b in lines)
        width = max(map(len, LINE.split(text[start[block[0]] : words.end[block[-1] - 1]]))) if narrow and lines else 0
        for at in block[1:-1]:
            open_end = not mask[at - 1] & (marks.stop | marks.colon | marks.quote)
            small = text[start[at]].islower()
            filled = narrow and not mask[at] & marks.dash and _is_filled(words, at, width)
            if small or (open_end and mask[at - 1] & leads_on) or filled:
                out.add(at)
    return out


def _is_prose(words: Words, end: int) -> bool:
    """Whether lines that end there are of a paragraph: it closes with a mark. A report's head does not."""
    marks = words.pack.marks
    closing = marks.stop | marks.quote | marks.apostrophe | marks.colon | marks.comma | marks.close | marks.dash
    return end == len(words) or bool(words.mask[end - 1] & closing)


def _is_narrow(words: Words, first: int, following: int) -> bool:
    """Whether a line is short; a phrase of the word lists that goes over a line end leaves two lines as one."""
    start, end = words.start[first], words.start[following]
    return end - start <= WRAP * max(1, words.text.count("\n", start, end))


def _is_filled(words: Words, at: int, width: int) -> bool:
    """Whether a line was broken before word `at` because it was full: that word would not have fitted in any more."""
    line = LINE.split(words.text[max(0, words.start[at] - LOOK) : words.start[at]].rstrip())[-1]
    return len(line.strip()) + words.end[at] - words.start[at] + SLACK > width


def _blocks(words: Words) -> list[list[int]]:
    """Runs of lines with no empty line between: the words that begin each line, then the word after the last."""
    blocks: list[list[int]] = []
    block = [0]
    for at, count in sorted(words.breaks.items()):
        if at >= len(words):
            break
        if at == 0:
            continue
        if count > 1:
            blocks.append([*block, at])
            block = []
        block.append(at)
    blocks.append([*block, len(words)])
    return blocks


def _is_heading(words: Words, start: int, end: int, total: int) -> bool:
    marks = words.pack.marks
    closing = marks.stop | marks.quote | marks.colon | marks.comma
    short = end - start <= HEADING
    return short and not words.mask[end - 1] & closing and (end < total or end - start <= HEADING // 2)
