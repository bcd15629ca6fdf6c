"""Quotation: marks of every style, marks that were forgotten, and dialogue with dashes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from sayso.read.sentences import Sentence
from sayso.read.verb import is_verb
from sayso.read.words import Words

SCARE = 3  # a quotation of so many words or fewer is a name or a distancing mark, not speech


class Quote(NamedTuple):
    """Quoted words: the marks stand at `start` and before `end`; what is said lies from `first` to before `last`."""

    start: int
    end: int
    first: int
    last: int
    closed: bool
    scare: bool = False


def quotes(words: Words, parts: list[Sentence]) -> list[Quote]:
    """All outermost quotations, by where they begin. One that is not closed ends with its paragraph."""
    out: list[Quote] = []
    start = 0
    for k, part in enumerate(parts):
        if k + 1 == len(parts) or parts[k + 1].paragraph != part.paragraph:
            found = sorted(_paragraph(words, start, part.end))
            out += [q._replace(scare=_is_scare(words, q)) for q in found]
            start = part.end
    return out


def by_sentence(parts: list[Sentence], found: list[Quote]) -> list[list[Quote]]:
    """The quotations that touch each sentence, so that nobody has to look through all of them."""
    out: list[list[Quote]] = [[] for _ in parts]
    for q in found:
        k = bisect_right(parts, q.start, key=_end)
        while k < len(parts) and parts[k].start < q.end:
            out[k].append(q)
            k += 1
    return out


def _end(part: Sentence) -> int:
    return part.end


def _paragraph(words: Words, start: int, end: int) -> list[Quote]:
    marks = words.pack.marks
    if words.pack.settings.dialogue_dash and start < end and words.mask[start] & marks.dash:
        return _dialogue(words, start, end)
    out: list[Quote] = []
    opened = -1
    for at in range(start, end):
        if words.mask[at] & marks.quote:
            if opened < 0:
                opened = at
            elif _closes(words, opened, at, end):
                out.append(Quote(opened, at + 1, opened + 1, at, closed=True))
                opened = -1
    if opened >= 0 and opened + 1 < end:
        out.append(Quote(opened, end, opened + 1, end, closed=False))
    return out + [q for q in _single(words, start, end) if not _inside(out, q.start)]


def _inside(found: list[Quote], at: int) -> bool:
    """Whether word `at` stands in one of some quotations that follow each other."""
    k = bisect_left(found, at, key=_start) - 1
    return k >= 0 and at < found[k].end


def _start(q: Quote) -> int:
    return q.start


def _is_scare(words: Words, q: Quote) -> bool:
    """Too short to be speech: a few words without a verb and without a mark at their end, or behind an article."""
    marks = words.pack.marks
    if q.last - q.first > SCARE:
        return False
    before = words.mask[q.start - 1] if q.start > 0 else 0
    if before & marks.determiner and not before & marks.pronoun:
        return True  # *called it a “righteous strike”, admitted that …*
    ends = words.mask[q.last - 1] & (marks.comma | marks.stop) if q.last > q.first else 0
    follows = (
        q.end < len(words)
        and words.mask[q.end] & marks.comma
        and q.end + 1 < len(words)
        and words.mask[q.end + 1] & words.pack.groups.cue
    )
    return not (ends or follows or any(is_verb(words, at, q.first, q.last) for at in range(q.first, q.last)))


def _closes(words: Words, opened: int, at: int, end: int) -> bool:
    """Whether the mark at `at` closes what was opened; a mark with space before and a letter behind opens another."""
    sign, first = words.norm[at], words.norm[opened]
    if sign == "“":
        return first == "„"
    if sign == "„" or (sign == "«" and first == "«"):
        return False
    glued_left = words.start[at] == words.end[at - 1]
    glued_right = at + 1 < end and words.start[at + 1] == words.end[at] and words.norm[at + 1][0].isalnum()
    return glued_left or not glued_right or at == opened + 1


def _single(words: Words, start: int, end: int) -> list[Quote]:
    """Quotations in single marks: the opener stands free on its left, the closer on its right."""
    apostrophe = words.pack.marks.apostrophe
    out: list[Quote] = []
    opened = -1
    for at in range(start, end):
        if not words.mask[at] & apostrophe:
            continue
        left = at > start and words.start[at] == words.end[at - 1] and words.norm[at - 1][-1] not in "(–—-"
        right = at + 1 < end and words.start[at + 1] == words.end[at] and words.norm[at + 1][0].isalnum()
        if opened < 0 and right and not left:
            opened = at
        elif opened >= 0 and left and not right:
            out.append(Quote(opened, at + 1, opened + 1, at, closed=True))
            opened = -1
    return out


def _dialogue(words: Words, start: int, end: int) -> list[Quote]:
    """A paragraph that opens with a dash: speech up to a comma before a cue, and again after each inner dash."""
    marks, cue = words.pack.marks, words.pack.groups.cue
    out: list[Quote] = []
    at = start
    while at < end:
        first = at + 1
        last = first
        while last < end and not (_before_cue(words, last, end, cue) or _new_turn(words, last, marks.dash, marks.stop)):
            last += 1
        if last > first:
            out.append(Quote(at, last, first, last, closed=True))
        at = last
        while at < end and not _new_turn(words, at, marks.dash, marks.stop):
            at += 1
    return out


def _before_cue(words: Words, at: int, end: int, cue: int) -> bool:
    marks = words.pack.marks
    return bool(words.mask[at] & (marks.comma | marks.stop | marks.dash) and at + 1 < end and words.mask[at + 1] & cue)


def _new_turn(words: Words, at: int, dash: int, stop: int) -> bool:
    return bool(words.mask[at] & dash and words.mask[at - 1] & stop)
