"""A text cut where marks begin and end, so that marks may nest and overlap; paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from sayso.core.claim import Claim
from sayso.core.span import Span, Spans, trimmed

Part = Literal["source", "cue", "content", "detail"]
_BLANK = re.compile(r"\r?\n(?:[ \t\u00a0]*\r?\n)+")


class Mark(NamedTuple):
    """What a stretch of text is to the claim of that number, counted from 1."""

    claim: int
    part: Part


class Segment(NamedTuple):
    """A stretch of text with the same marks all through; `closing`: claims whose content ends with it."""

    span: Span
    marks: tuple[Mark, ...]
    closing: tuple[int, ...]


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text: what stands between blank lines, less white space around it."""
    out: list[Span] = []
    start = 0
    for end, after in [*((gap.start(), gap.end()) for gap in _BLANK.finditer(text)), (len(text), len(text))]:
        span = trimmed(text, start, end)
        if span is not None:
            out.append(span)
        start = after
    return out


def marks(claims: Iterable[Claim]) -> list[tuple[Span, Mark]]:
    """Every mark of every claim; claims are numbered from 1."""
    out: list[tuple[Span, Mark]] = []
    for number, claim in enumerate(claims, 1):
        for part, spans in _parts(claim):
            out += [(span, Mark(number, part)) for span in spans or ()]
    return out


def _parts(claim: Claim) -> Iterator[tuple[Part, Spans | None]]:
    yield "content", claim.content
    for link in claim.attribution:
        yield "source", link.source.span
        yield "cue", link.cue or ()
    event = claim.event
    for one in (event, event.when, event.where, *event.agents, *event.targets, *event.instruments, *claim.casualties):
        if one is not None:
            yield "detail", one.span


def segments(claims: tuple[Claim, ...], parts: Iterable[Span]) -> Iterator[list[Segment]]:
    """The segments of each paragraph, in one sweep over the text."""
    opens: dict[int, list[Mark]] = {}
    closes: dict[int, list[Mark]] = {}
    for span, mark in marks(claims):
        opens.setdefault(span.start, []).append(mark)
        closes.setdefault(span.end, []).append(mark)
    last: dict[int, list[int]] = {}
    for number, claim in enumerate(claims, 1):
        last.setdefault(claim.content[-1].end, []).append(number)
    cuts = sorted({*opens, *closes})
    active: dict[Mark, int] = {}
    at = 0
    for part in parts:
        here: list[Segment] = []
        start = part.start
        while at < len(cuts) and cuts[at] <= start:
            _turn(active, opens, closes, cuts[at])
            at += 1
        while at < len(cuts) and cuts[at] < part.end:
            here.append(_segment(start, cuts[at], active, last))
            start = cuts[at]
            _turn(active, opens, closes, start)
            at += 1
        here.append(_segment(start, part.end, active, last))
        yield here


def _turn(active: dict[Mark, int], opens: dict[int, list[Mark]], closes: dict[int, list[Mark]], at: int) -> None:
    """Go past one cut; a mark may be open more than once (an agent that is also a source)."""
    for mark in closes.get(at, ()):
        active[mark] -= 1
        if not active[mark]:
            del active[mark]
    for mark in opens.get(at, ()):
        active[mark] = active.get(mark, 0) + 1


def _segment(start: int, end: int, active: dict[Mark, int], last: dict[int, list[int]]) -> Segment:
    return Segment(Span(start, end), tuple(sorted(active)), tuple(last.get(end, ())))
