"""Place names as written: a listed name, or capitals behind a place noun or a preposition of place."""

from __future__ import annotations

from sayso.core.reading import PlaceName
from sayso.core.span import Span
from sayso.read.line import Line
from sayso.read.source import cite


def find(line: Line, number: int) -> list[PlaceName]:
    """The place names of one sentence."""
    words, marks = line.words, line.words.pack.marks
    out: list[PlaceName] = []
    at = line.sentence.start
    while at < line.sentence.end:
        end = at + 1
        if words.mask[at] & marks.place:
            out.append(_place(line, at, end, number, cite(words, at, "place"), listed=True))
        elif words.mask[at] & marks.capital and _introduced(line, at) and not words.mask[at] & (marks.weekday | marks.month | marks.outlet):
            while end < line.sentence.end and _goes_on(line, end):
                end += 1
            if not words.mask[at] & (words.pack.groups.party & ~marks.state) and not _person(line, at, end):
                out.append(_place(line, at, end, number, "capitals behind a word of place", listed=False))
        at = end
    return out


def _introduced(line: Line, at: int) -> bool:
    """Behind *in, near, staden, provinsen*; a state's own name counts there too."""
    words, marks = line.words, line.words.pack.marks
    if at == line.sentence.start:
        return False
    before = words.mask[at - 1]
    if before & marks.determiner and at - 2 >= line.sentence.start:
        before = words.mask[at - 2] & marks.place_noun
    return bool(before & (marks.place_preposition | marks.place_noun))


def _goes_on(line: Line, at: int) -> bool:
    words, marks = line.words, line.words.pack.marks
    particle = words.mask[at] & marks.name_particle and at + 1 < line.sentence.end and words.mask[at + 1] & marks.capital
    return bool((words.mask[at] & marks.capital or particle) and not words.mask[at] & (marks.weekday | marks.month))


def _person(line: Line, at: int, end: int) -> bool:
    """A name with a title, or one whose owner is named (*in Smith's house*), is no place."""
    words, marks = line.words, line.words.pack.marks
    return bool(words.mask[at] & (marks.source_person | marks.spokesperson)) or (
        end < line.sentence.end and words.norm[end] in words.pack.settings.genitive and not words.norm[end].isalpha()
    )


def _place(line: Line, at: int, end: int, number: int, reason: str, *, listed: bool) -> PlaceName:
    words = line.words
    span = Span(words.start[at], words.end[end - 1])
    return PlaceName(span=span, sentence=number, reason=reason, name=words.written(at, end), listed=listed)
