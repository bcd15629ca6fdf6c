"""Attributions as a learned tagger proposes them, put into words; what a cue means is still the pack's to say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from sayso.core.proposal import Proposal
from sayso.core.span import Span
from sayso.lang.rule import apart
from sayso.read import cue
from sayso.read.frame import Frame, Range
from sayso.read.kind import Kind
from sayso.read.line import Line
from sayso.read.words import Words

RULE = "tagger"


def frame(lines: list[Line], proposal: Proposal) -> Frame | None:
    """The frame of one proposal that fits the text; None where one of its spans has no word in it."""
    words = lines[0].words
    told = _range(words, proposal.cue)
    sources = [_range(words, one) for one in proposal.source]
    contents = [_range(words, one) for one in proposal.content]
    if told is None or None in sources or None in contents:
        return None
    number = bisect_right(lines, told[0], key=_start) - 1
    line = lines[number]
    told = (told[0], min(told[1], line.sentence.end))
    source = next((part for one in sources if one is not None for part in _less([one], [told])), None)
    content = _less((one for one in contents if one is not None), [told, *([source] if source else [])])
    if not content:
        return None
    act, manner = _meaning(line, told)
    return Frame(source, [told], act, manner, content, f"{RULE}: {proposal.sure:.2f}", sentence=number)


def _start(line: Line) -> int:
    return line.sentence.start


def _range(words: Words, span: Span) -> Range | None:
    """The words that a span touches."""
    first, end = bisect_right(words.end, span.start), bisect_left(words.start, span.end)
    return (first, end) if first < end else None


def _less(ranges: Iterable[Range], shut: list[Range]) -> list[Range]:
    """What is left of some ranges without those shut."""
    left = list(ranges)
    for start, end in shut:
        left = [part for a, b in left for part in ((a, min(b, start)), (max(a, end), b)) if part[0] < part[1]]
    return left


def _meaning(line: Line, told: Range) -> tuple[str, str]:
    """What a cue does and how it is told: by the last of its words that the pack knows, else it says."""
    words, marks, groups = line.words, line.words.pack.marks, line.words.pack.groups
    for match in apart(line.signs):
        if match.rule.gives["kind"] == "no_knowledge" and match.start < told[1] and told[0] < match.end:
            return "no_knowledge", "indirect"
    for at in range(told[1] - 1, told[0] - 1, -1):
        k = line.chunk_at(at)
        if words.mask[at] & groups.cue:
            return cue.act(line, at, negated=cue.negated(line, k)), "indirect"
        if words.mask[at] & (marks.cue_noun | marks.cue_passive):
            entry = words.word[at].entry("cue_noun") or words.word[at].entry("cue_passive")
            assert entry is not None
            return entry.values[0], "indirect"
        if line.kind(k) in (Kind.ACCORDING, Kind.VIA):
            return "report", "according_to"
        if words.mask[at] & marks.estimate:
            return "report", "indirect"
    return "say", "indirect"
