"""Not knowing as an act of its own: *the ministry has no information about …*, *armén känner inte till …*."""

from __future__ import annotations

from sayso.lang.rule import Match
from sayso.read import cue, nominal
from sayso.read.frame import Frame
from sayso.read.kind import Kind
from sayso.read.line import Line


def find(line: Line, others: list[Frame]) -> list[Frame]:
    """Sentences whose main predicate says that its subject does not know; not where another attribution holds it."""
    words, book = line.words, line.words.pack.book("sign")
    frames: list[Frame] = []
    at = line.sentence.start
    while at < line.sentence.end:
        match = book.at(words, at, line.sentence.end) if words.mask[at] & book.trigger else None
        if match is None:
            at += 1
            continue
        if match.rule.gives["kind"] == "no_knowledge" and not any(other.holds(match.start) for other in others):
            frame = _frame(line, match)
            if frame is not None:
                frames.append(frame)
        at = match.end
    return frames


def _frame(line: Line, match: Match) -> Frame | None:
    k = next(k for k, chunk in enumerate(line.chunks) if chunk.end > match.start)
    source = nominal.before(line, k if line.kind(k) is not Kind.ADVERB else k + 1)
    marks = line.words.pack.marks
    if source is None or line.words.mask[source[0]] & (marks.zero | marks.negation):
        return None
    begin = next((j for j, chunk in enumerate(line.chunks) if chunk.start >= match.end), len(line.chunks))
    bare = line.kind(begin) is Kind.COMPLEMENTIZER and line.mask(begin) & marks.bare_complementizer
    if line.kind(begin) is Kind.PREPOSITION or bare:
        begin += 1
    if line.kind(begin) not in (Kind.NOUN, Kind.VERB, Kind.SUBORDINATOR, Kind.RELATIVE, Kind.COMPLEMENTIZER):
        return None
    content = (line.chunks[begin].start, cue.cut(line, begin + 1))
    return Frame(
        source, [(match.start, match.end)], "no_knowledge", "indirect", [content], -1, f"rule sign: {match.rule.name}"
    )
