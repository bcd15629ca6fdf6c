"""Not knowing as an act of its own: *the ministry has no information about …*, *armén känner inte till …*."""

from __future__ import annotations

from sayso.lang.rule import Match, apart
from sayso.read import cue, nominal
from sayso.read.frame import Frame
from sayso.read.kind import Kind
from sayso.read.line import Line


def find(line: Line, others: list[Frame]) -> list[Frame]:
    """Sentences whose main predicate says that its subject does not know; not where another attribution holds it."""
    frames: list[Frame] = []
    for match in apart(line.signs):
        if match.rule.gives["kind"] == "no_knowledge" and not any(other.holds(match.start) for other in others):
            frame = _frame(line, match)
            if frame is not None:
                frames.append(frame)
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
        source, [(match.start, match.end)], "no_knowledge", "indirect", [content], f"rule sign: {match.rule.name}"
    )
