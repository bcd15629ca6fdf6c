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
    last: _Found | None = None
    marks = line.words.pack.marks
    either, mask = marks.place | marks.capital, line.words.mask
    while at < line.sentence.end:
        found = _at(line, at) if mask[at] & either else None
        if found is not None:
            out.append(_place(line, found, number))
            if last is not None and _has_in_it(line, last, found):
                out[-2:] = out[-1:]
            last = found
        at = found.end if found is not None else at + 1
    return out


def _has_in_it(line: Line, owner: _Found, found: _Found) -> bool:
    """*Tarvia's capital, Selmira*, *Tarviens huvudstad Selmira*: the place is Selmira, and Tarvia where it lies."""
    words, marks = line.words, line.words.pack.marks
    between = range(owner.end, found.at)
    small = marks.area | marks.place_noun | marks.adjective | marks.adverb | marks.comma | marks.quote
    owned = _ending_of(line, owner.end) or any(words.norm[k] in words.pack.settings.genitive for k in between)
    names = any(words.mask[k] & (marks.area | marks.place_noun) for k in between)
    genitive = words.pack.settings.genitive
    joined = all(words.mask[k] & small or not words.mask[k] or words.norm[k] in genitive for k in between)
    return bool(owned and names and joined)


def _at(line: Line, at: int) -> _Found | None:
    words, marks, party = line.words, line.words.pack.marks, line.words.pack.groups.party
    mask = words.mask[at]
    if mask & marks.place:
        return _Found(at, at + 1, cite(words, at, "place"), listed=True)
    if mask & (marks.weekday | marks.month | marks.outlet | marks.people):
        return None
    introduced, end = _introduced(line, at) or _apposed(line, at), at + 1
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


def _apposed(line: Line, at: int) -> bool:
    """*in Tarvia's capital, Selmira*, *in the Tarvian capital, Selmira*: what it is called follows."""
    words, marks = line.words, line.words.pack.marks
    if at - OWNED < line.sentence.start:
        return False
    comma = bool(words.mask[at - 1] & marks.comma)
    noun = at - 2 if comma else at - 1
    if not words.mask[noun] & marks.area:
        return False
    end = next((k for k in range(at, line.sentence.end) if not words.mask[k] & marks.capital), line.sentence.end)
    closed = not comma or end == line.sentence.end or words.mask[end] & (marks.comma | marks.stop)
    before = range(max(noun - OWNED, line.sentence.start), noun)
    whose = any(words.mask[k] & (marks.state | marks.adjective) and words.written(k)[0].isupper() for k in before)
    return bool(closed) and whose


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
    """How many characters of a genitive ending stand at a name before an area noun: *Karsals förorter*.

    Where the ending has a sign of its own, other words may stand between: *Tarvia's second-largest city*.
    """
    ending = _ending_of(line, end)
    signed = ending > 0 and not line.words.written(end - 1)[-ending:].isalpha()
    return ending if any(_is_area(line, k) for k in range(end, end + 1 + (OWNED if signed else 0))) else 0


def _ending_of(line: Line, end: int) -> int:
    words = line.words
    written = words.written(end - 1).replace("’", "'")
    fitting = (g for g in words.pack.settings.genitive if written.endswith(g) and len(written) > len(g) + 2)
    return max((len(ending) for ending in fitting), default=0)


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
