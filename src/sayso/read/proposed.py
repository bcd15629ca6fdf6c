"""Attributions as a learned tagger proposes them, put into words; what a cue means is still the pack's to say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from sayso.core.proposal import Proposal
from sayso.core.span import Span, Spans
from sayso.lang.rule import apart
from sayso.read import cue, nominal
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
    named = next((part for one in sources if one is not None for part in _less([one], [told])), None)
    source = _whole(line, named, told) if named is not None else None
    content = _less((one for one in contents if one is not None), [told, *([source] if source else [])])
    content = [_without_lead(line, one) for one in content]
    if not content:
        return None
    act, manner = _meaning(line, told)
    certainty = None if words.pack.groups.cue else "unknown"  # nothing is known of a pack's language without cues
    rule = f"{RULE}: {proposal.sure:.2f}"
    exact, rest = _within(words, told, proposal)
    return Frame(
        source, [told], act, manner, content, rule, certainty=certainty, told=exact, rest=rest, sentence=number
    )


def _within(words: Words, told: Range, proposal: Proposal) -> tuple[Span | None, Spans]:
    """The cue and what of the content stands beside it, where a phrase that counts as one word holds both.

    *agreed | to leave* though the pack lists *agreed to*; a word that white space does not part stays whole.
    """
    phrase = Span(words.start[told[0]], words.end[told[1] - 1])
    start, end = proposal.cue.start, proposal.cue.end
    cue = Span(
        start if words.text[start - 1 : start].isspace() else phrase.start,
        end if words.text[end : end + 1].isspace() else phrase.end,
    )
    if not phrase.covers(cue) or cue == phrase:
        return None, ()
    beside = (Span(phrase.start, cue.start), Span(cue.end, phrase.end))
    cut = (Span(max(a.start, b.start), min(a.end, b.end)) for a in beside for b in proposal.content if a.touches(b))
    return cue, tuple(cut)


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


def _whole(line: Line, source: Range, told: Range) -> Range:
    """A source that breaks off before its head, with the rest of its group: *en syrisk | militärkälla*."""
    if not line.sentence.start <= source[0] < source[1] <= line.sentence.end:
        return source
    words, marks = line.words, line.words.pack.marks
    last = line.chunks[line.chunk_at(source[1] - 1)]
    headless = words.mask[source[1] - 1] & (marks.definite | marks.indefinite | marks.adjective)
    if not headless or last.kind is not Kind.NOUN or last.start < told[1] <= last.end:
        return source
    return source[0], max(source[1], last.end)


def _without_lead(line: Line, content: Range) -> Range:
    """A content from its *that* on, less what stands before that: *also that*, *med hänvisning till armén, att*."""
    if not line.sentence.start <= content[0] < line.sentence.end:
        return content
    k = first = line.chunk_at(content[0])
    while line.kind(k) is Kind.ADVERB:
        k += 1
    if line.kind(k) is Kind.VIA:
        group = nominal.after(line, k + 1)
        k = group[1] if group is not None else k
        k += line.kind(k) is Kind.COMMA
    bare = line.kind(k) is Kind.COMPLEMENTIZER and line.mask(k) & line.words.pack.marks.bare_complementizer
    return (line.chunks[k].start, content[1]) if bare and first < k and line.chunks[k].end < content[1] else content


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
