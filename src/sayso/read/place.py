"""Place names as written: listed, or capitals that a word of place, an area noun or a dateline shows to be one."""

from __future__ import annotations

from typing import NamedTuple

from sayso.core.reading import PlaceName
from sayso.core.span import Span
from sayso.read.dateline import body
from sayso.read.line import Line
from sayso.read.source import cite

ACRONYM = 3  # a name in capitals of so few letters stays so (*USA*); a longer one is a dateline's way of writing it
OWNED = 3  # words behind an owner's name among which what is owned is looked for


class _Found(NamedTuple):
    """A name from word `at` to before `end`, less the `cut` last characters, an ending that is not of the name."""

    at: int
    end: int
    reason: str
    listed: bool = False
    cut: int = 0


def find(line: Line, number: int) -> list[PlaceName]:
    """The place names of one sentence."""
    out: list[PlaceName] = []
    at = line.sentence.start
    filed = _dateline(line)
    if filed is not None:
        out.append(_place(line, filed, number))
        at = filed.end
    marks = line.words.pack.marks
    either, mask = marks.place | marks.capital, line.words.mask
    while at < line.sentence.end:
        found = _at(line, at) if mask[at] & either else None
        if found is not None:
            out.append(_place(line, found, number))
        at = found.end if found is not None else at + 1
    return out


def _at(line: Line, at: int) -> _Found | None:
    words, marks, party = line.words, line.words.pack.marks, line.words.pack.groups.party
    mask = words.mask[at]
    if mask & marks.place:
        return _Found(at, at + 1, cite(words, at, "place"), listed=True)
    if mask & (marks.weekday | marks.month | marks.outlet | marks.people):
        return None
    introduced, end = _introduced(line, at), at + 1
    if not introduced and words.word[at].entries:
        return None
    while end < line.sentence.end and _goes_on(line, end):
        end += 1
    if not introduced and not _is_area(line, end):
        return None
    if mask & (party & ~marks.state) or mask & (marks.source_person | marks.spokesperson) or _owner(line, end):
        return None
    reason = "capitals behind a word of place" if introduced else "capitals before an area noun"
    return _Found(at, end, reason, cut=_ending(line, end))


def _dateline(line: Line) -> _Found | None:
    """The first name before a report's first words: *LIRENA (Meridian) —*."""
    words, marks, start = line.words, line.words.pack.marks, line.sentence.start
    if not words.mask[start] & marks.capital or words.mask[start] & (marks.outlet | marks.weekday | marks.month):
        return None
    stop = body(line)
    end = start
    while end < stop and words.mask[end] & (marks.capital | marks.name_particle):
        end += 1
    if not start < end < stop or words.mask[start] & (words.pack.groups.party & ~marks.state):
        return None
    return _Found(start, end, "dateline", listed=bool(words.mask[start] & marks.place))


def _introduced(line: Line, at: int) -> bool:
    """Behind *in, near, staden, the city of*; a state's own name counts there too, the agent of a passive never."""
    words, marks = line.words, line.words.pack.marks
    if at == line.sentence.start:
        return False
    before = words.mask[at - 1]
    if before & marks.agent and not before & marks.place_noun:
        return False
    if before & (marks.place_preposition | marks.place_noun):
        return True
    if at - 2 < line.sentence.start:
        return False
    further = words.mask[at - 2]
    return bool(
        (before & marks.determiner and further & marks.place_noun)
        or (before & marks.preposition and further & marks.area)
    )


def _is_area(line: Line, at: int) -> bool:
    return at < line.sentence.end and bool(line.words.mask[at] & line.words.pack.marks.area)


def _goes_on(line: Line, at: int) -> bool:
    words, marks = line.words, line.words.pack.marks
    particle = (
        words.mask[at] & marks.name_particle and at + 1 < line.sentence.end and words.mask[at + 1] & marks.capital
    )
    return bool((words.mask[at] & marks.capital or particle) and not words.mask[at] & (marks.weekday | marks.month))


def _owner(line: Line, end: int) -> bool:
    """Whether a name is an owner's (*in Smith's house*), and not a place's whose part is meant (*Karsal's suburbs*)."""
    words = line.words
    if end >= line.sentence.end:
        return False
    if words.norm[end] in words.pack.settings.genitive and not words.norm[end].isalpha():
        return not any(_is_area(line, k) for k in range(end + 1, end + 1 + OWNED))
    return _ending_of(line, end) > 0 and _is_owned(line, end)


def _is_owned(line: Line, at: int) -> bool:
    """Whether a word can be what somebody has: a noun, or a small word that no list knows; not a part of a place."""
    words, groups = line.words, line.words.pack.groups
    mask = words.mask[at]
    if _is_area(line, at) or mask & (groups.verb | line.words.pack.marks.capital) or not words.norm[at].isalpha():
        return False
    return not words.word[at].entries or bool(mask & (groups.noun | line.words.pack.marks.uncounted))


def _ending(line: Line, end: int) -> int:
    """How many characters of a genitive ending stand at a name before an area noun: *Karsals förorter*."""
    return _ending_of(line, end) if _is_area(line, end) else 0


def _ending_of(line: Line, end: int) -> int:
    words = line.words
    written = words.written(end - 1)
    return next(
        (
            len(g)
            for g in words.pack.settings.genitive
            if g.isalpha() and written.endswith(g) and len(written) > len(g) + 2
        ),
        0,
    )


def _place(line: Line, found: _Found, number: int) -> PlaceName:
    words = line.words
    span = Span(words.start[found.at], words.end[found.end - 1] - found.cut)
    name = words.written(found.at, found.end)
    name = name[: len(name) - found.cut]
    if found.reason == "dateline" and name.isupper() and len(name) > ACRONYM:
        name = name.title()
    origin = _is_origin(line, found.at)
    return PlaceName(span=span, sentence=number, reason=found.reason, name=name, listed=found.listed, origin=origin)


def _is_origin(line: Line, at: int) -> bool:
    """Whether a word for origin stands before a name, articles and words of place apart: *from the town of Karsal*."""
    words, marks = line.words, line.words.pack.marks
    between = marks.determiner | marks.place_noun | marks.preposition
    while at > line.sentence.start and words.mask[at - 1] & between:
        at -= 1
        if words.mask[at] & marks.origin:
            return True
    return False
