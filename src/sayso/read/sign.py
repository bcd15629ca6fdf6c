"""Small words that change what their clause says: hedges, negation, the report's own verdict, openness, not knowing."""

from __future__ import annotations

from sayso.core.reading import Sign
from sayso.core.span import Span
from sayso.read.line import Line
from sayso.read.source import cite


def find(line: Line, number: int) -> list[Sign]:
    """The signs of one sentence: those of whole predicates by rule, then single words by list."""
    words, marks = line.words, line.words.pack.marks
    rules = {match.start: match for match in line.signs}
    lists = (("hedge", marks.hedge), ("negation", marks.negation), ("zero", marks.zero), ("continues", marks.continues))
    every = marks.hedge | marks.negation | marks.zero | marks.continues
    out: list[Sign] = []
    end = line.sentence.end
    at, dates = line.sentence.start, words.found["time"]
    while at < end:
        if at in dates:  # *in May* permits nothing
            at = dates[at][0]
            continue
        here = words.mask[at]
        match = rules.get(at)
        if match is not None:
            span = Span(words.start[match.start], words.end[match.end - 1])
            gives = match.rule.gives
            out.append(
                Sign(
                    span=span,
                    sentence=number,
                    reason=f"rule sign: {match.rule.name}",
                    kind=str(gives["kind"]),
                    value=str(gives.get("value", "")),
                )
            )
        if here & every:
            span = Span(words.start[at], words.end[at])
            for name, bit in lists:
                if here & bit:
                    entry = words.word[at].entry(name)
                    value = entry.values[0] if entry and entry.values else ""
                    out.append(Sign(span=span, sentence=number, reason=cite(words, at, name), kind=name, value=value))
        at += 1
    return out
