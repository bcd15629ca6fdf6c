"""From a document to what is written in it, and where. `FINDERS` and `IN_SENTENCE` are the order, in plain sight."""

from __future__ import annotations

from collections.abc import Callable

from sayso.core.document import Document
from sayso.core.place import Lookup, nowhere
from sayso.core.proposal import Proposed
from sayso.core.reading import Count, Reading, Sentence, Time
from sayso.core.span import Span
from sayso.lang.pack import Pack
from sayso.read import harm, head, identity, number, place, quantity, share, sign, subset, taken_up, time, trigger
from sayso.read.announce import announce
from sayso.read.credit import credited
from sayso.read.dateline import body
from sayso.read.kind import Kind
from sayso.read.line import Line, lay_out
from sayso.read.names import names
from sayso.read.quote import by_sentence, quotes
from sayso.read.said import attributions
from sayso.read.sentences import sentences
from sayso.read.toponym import toponyms
from sayso.read.words import Words

# over the whole text, each building on those before it
FINDERS: tuple[Callable[[Words], None], ...] = (announce, number.find, quantity.find, time.find)

BREAKS = frozenset((
    Kind.COMMA, Kind.COLON, Kind.DASH, Kind.SEMICOLON, Kind.STOP, Kind.SUBORDINATOR, Kind.RELATIVE, Kind.COMPLEMENTIZER,
))  # fmt: skip


def read(document: Document, pack: Pack, lookup: Lookup = nowhere, proposed: Proposed | None = None) -> Reading:
    """What is written in a document and where; pure, never raises on any text.

    `lookup` asks a gazetteer for a name; `proposed` is what a tagger makes of the text.
    """
    words = Words(document.text, pack)
    for find in FINDERS:
        find(words)
    parts = sentences(words)
    quoted = quotes(words, parts)
    lines = [lay_out(words, part, near) for part, near in zip(parts, by_sentence(parts, quoted), strict=True)]
    said = tuple(attributions(lines, quoted, proposed))
    spoken_to: dict[int, list[Span]] = {}
    for one in said:
        if one.outlet is not None:
            spoken_to.setdefault(one.sentence, []).append(one.outlet.span)
    places = tuple(
        p
        for k, line in enumerate(lines)
        for p in place.find(line, k)
        if not any(s.covers(p.span) for s in spoken_to.get(k, ()))
    )
    totals = list(taken_up.counted(lines, (found for k, line in enumerate(lines) for found in harm.find(line, k))))
    parts_of, named = subset.find(lines, totals)
    tolls = tuple(share.marked(lines, (*totals, *parts_of)))
    triggers = (*(found for k, line in enumerate(lines) for found in trigger.find(line, k)), *named)
    times = tuple(_times(words, lines))
    return Reading(
        document=document,
        language=pack.code,
        sentences=tuple(_sentence(line) for line in lines),
        said=said,
        tolls=tolls,
        triggers=triggers,
        places=places,
        toponyms=toponyms(lines, places, lookup),
        signs=tuple(found for k, line in enumerate(lines) for found in sign.find(line, k)),
        times=times,
        head=head.date(document.text, times, triggers),
        filed=head.country(lines),
        counts=tuple(_counts(words, lines)),
        breaks=tuple(words.start[c.start] for line in lines for c in line.chunks if c.kind in BREAKS),
        quotes=tuple(_span(words, q.start, q.end) for q in quoted),
        names=names(words, parts, places, said),
        codes=identity.codes(pack, document.text, triggers, tolls),
        credits=credited(lines),
    )


def _span(words: Words, start: int, end: int) -> Span:
    return Span(words.start[start], words.end[end - 1])


def _sentence(line: Line) -> Sentence:
    part, words = line.sentence, line.words
    return Sentence(
        span=_span(words, part.start, part.end),
        body=words.start[body(line)],
        paragraph=part.paragraph,
        heading=part.heading,
        first=part.first,
    )


def _times(words: Words, lines: list[Line]) -> list[Time]:
    out: list[Time] = []
    found = words.found["time"]
    for k, line in enumerate(lines):
        for at in range(line.sentence.start, line.sentence.end):
            if at in found:
                end, value = found[at]
                assert isinstance(value, tuple)
                make, parts, rule = value
                if make != time.CLOCK:
                    span = _span(words, at, end)
                    out.append(Time(span=span, sentence=k, reason=f"rule time: {rule}", make=make, parts=parts))
    return out


def _counts(words: Words, lines: list[Line]) -> list[Count]:
    out: list[Count] = []
    found = words.found["quantity"]
    for k, line in enumerate(lines):
        for at in range(line.sentence.start, line.sentence.end):
            if at in found:
                end, value = found[at]
                assert isinstance(value, tuple)
                out.append(
                    Count(span=_span(words, at, end), sentence=k, reason=f"quantity: {value[1]}", quantity=value[0])
                )
    return out


__all__ = ["FINDERS", "read"]
