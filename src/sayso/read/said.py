"""All attributions of a text: found sentence by sentence, then widened over quotations that run on."""

from __future__ import annotations

from bisect import bisect_left

from sayso.core.proposal import Proposed
from sayso.core.reading import Named, Said
from sayso.core.span import Span, Spans, merged, trimmed
from sayso.read import according, attribution, cue_noun, estimate, knowledge, passive, source
from sayso.read.combined import combined
from sayso.read.dateline import body
from sayso.read.frame import Frame, Range
from sayso.read.line import Line
from sayso.read.quote import Quote
from sayso.read.words import Words

EDGE = " \t\r\n\u00a0\u202f\u2009.,;:–—-"


def attributions(lines: list[Line], quoted: list[Quote], proposed: Proposed | None = None) -> list[Said]:
    """The attributions of a text in the order of its sentences, with those that a tagger proposed."""
    if not lines:
        return []
    words = lines[0].words
    frames = [_by_grammar(line, number) for number, line in enumerate(lines)]
    if proposed is not None:
        frames = combined(lines, frames, proposed)
    for found in frames:
        found.sort(key=_cue)
    for number in range(len(lines)):
        _over_turn(frames, lines, number)
    for number, line in enumerate(lines):
        for frame in frames[number]:
            _over_quotes(frame, quoted, lines, frames)
            _past_dateline(frame, line)
    out = [
        _said(words, frame, lines[number])
        for number in range(len(lines))
        for frame in frames[number]
        if frame.content or frame.previous
    ]
    return [said for said in out if said is not None]


def _cue(frame: Frame) -> Range:
    return frame.cue[0]


def _by_grammar(line: Line, number: int) -> list[Frame]:
    """The frames that the grammar finds in one sentence."""
    found = [*attribution.find(line), *according.find(line)]
    found += passive.find(line, found)
    found += estimate.find(line, found)
    found += cue_noun.find(line, found)
    found += knowledge.find(line, found)
    found += _lone_via(line, found)
    found += [e for e in according.evidentials(line) if not _harmonic(e, found)]
    for frame in found:
        frame.sentence = number
    return found


def _harmonic(evidential: Frame, others: list[Frame]) -> bool:
    """*Enligt polisen ska mannen ha skjutits*: hearsay inside words that have a source names no second one.

    Nor does a noun of hearsay that only introduces them, or a verb that is their cue: *Uppgifterna om en massaker
    tillbakavisas av armén*.
    """
    at, end = evidential.cue[0]
    return any(other.holds(at) or other.first == end or other.cue[0][0] <= at < other.cue[0][1] for other in others)


def _lone_via(line: Line, found: list[Frame]) -> list[Frame]:
    """Give *citing X* to the cue before it; where there is none it is an attribution of its own."""
    out: list[Frame] = []
    for cue, named in according.via(line):
        relayed = line.words.mask[cue[0]] & line.words.pack.marks.relay
        owner = max((f for f in found if _cites(f, cue) and f.via is None), key=lambda f: f.cue[0], default=None)
        if owner is not None and relayed:
            owner.outlet = owner.outlet or named
        elif owner is not None:
            owner.via = (cue, named)
        else:
            start = line.sentence.start
            if cue[0] > start:
                out.append(Frame(named, [cue], "report", "according_to", [(start, cue[0])], "citing <source>"))
    return out


def _cites(frame: Frame, cue: Range) -> bool:
    """*reported …, citing X*; *The newspaper, citing X, has reported*."""
    return frame.cue[0] < cue or (frame.source is not None and frame.source[1] <= cue[0] < frame.cue[0][0])


def _over_turn(frames: list[list[Frame]], lines: list[Line], number: int) -> None:
    """Widen what a name and a colon open to the end of the paragraph."""
    label = next((frame for frame in frames[number] if frame.rule == attribution.LABEL), None)
    if label is None:
        return
    last = number
    while last + 1 < len(lines) and lines[last + 1].sentence.paragraph == lines[number].sentence.paragraph:
        last += 1
    label.content = [(label.first, lines[last].sentence.end)]


def _past_dateline(frame: Frame, line: Line) -> None:
    first = body(line)
    start = line.sentence.start
    if first > start:
        frame.content = [(first if a == start and b > first else a, b) for a, b in frame.content]


def _over_quotes(frame: Frame, quoted: list[Quote], lines: list[Line], frames: list[list[Frame]]) -> None:
    """Widen content over the whole of each quotation it holds a part of, and over one that goes on right behind."""
    near = _near(frame, lines[frame.sentence], quoted)
    touched = [q for q in near if not q.scare and any(q.start < end and start < q.end for start, end in frame.content)]
    if not touched:
        return
    inside = any(
        start >= q.first and end <= q.last and frame.cue[0][0] >= q.first and frame.cue[0][1] <= q.last
        for q in touched
        for start, end in frame.content
    )
    if inside:
        return
    frame.manner = _manner(frame, touched)
    cue_at = frame.cue[0][0]
    for q in touched:
        if not q.start <= cue_at < q.end:
            frame.content.append((q.start, q.end))
    follow = _following(frame, lines, frames)
    if follow is not None:
        frame.content.append((follow.start, follow.end))


def _near(frame: Frame, line: Line, quoted: list[Quote]) -> list[Quote]:
    """The quotations that content may touch: those of its sentence, and those that begin behind it."""
    first = bisect_left(quoted, line.sentence.end, key=_start)
    return [*line.quotes, *quoted[first : bisect_left(quoted, frame.last, lo=first, key=_start)]]


def _start(q: Quote) -> int:
    return q.start


def _manner(frame: Frame, touched: list[Quote]) -> str:
    if frame.manner != "indirect":
        return frame.manner
    outside = sum(end - start for start, end in frame.content) - sum(
        min(q.end, frame.last) - max(q.start, frame.first) for q in touched
    )
    return "direct" if outside <= 1 else "mixed"


def _following(frame: Frame, lines: list[Line], frames: list[list[Frame]]) -> Quote | None:
    """The quotation that opens the next sentence of the paragraph, where that sentence has no cue of its own."""
    after = frame.sentence + 1
    last = max(end for _, end in frame.content)
    while after < len(lines) and lines[after].sentence.start < last:
        after += 1
    if after >= len(lines) or lines[after].sentence.paragraph != lines[frame.sentence].sentence.paragraph:
        return None
    start = lines[after].sentence.start
    q = next((q for q in lines[after].quotes if q.start == start and not q.scare), None)
    if q is None or any(f.content and not (q.first <= f.cue[0][0] < q.last) for f in frames[after]):
        return None
    return q


def _said(words: Words, frame: Frame, line: Line) -> Said | None:
    """The finding of one frame; None for a weak cue inside quoted speech (*I hope …*), which adds no hand."""
    quoted = any(q.first <= frame.cue[0][0] < q.last for q in line.quotes if not q.scare)
    if quoted and frame.weak:
        return None
    content = _spans(words, frame.content, frame.rest)
    named = source.name(words, frame.source, frame.sentence) if frame.source else None
    via: tuple[tuple[Spans, Named], ...] = ()
    if frame.via:
        cue, who = frame.via
        via = (((Span(words.start[cue[0]], words.end[cue[1] - 1]),), source.name(words, who, frame.sentence)),)
    outlet = source.outlet(words, frame.outlet, frame.sentence) if frame.outlet else None
    whole = tuple(Span(words.start[start], words.end[end - 1]) for start, end in frame.cue)
    cues = (frame.told,) if frame.told is not None else whole
    return Said(
        span=Span(content[0].start, content[-1].end) if content else cues[0],
        sentence=frame.sentence, reason=f"{frame.rule}; {_cited(words, frame)}",
        source=named, cue=cues, act=frame.act, manner=frame.manner, content=content, outlet=outlet, via=via,
        previous=frame.previous, certainty=frame.certainty, quoted=quoted,
    )  # fmt: skip


def _cited(words: Words, frame: Frame) -> str:
    start, end = frame.cue[0]
    names = ("evidential",) if frame.manner == "evidential" else ("according", "via", frame.act)
    for at in range(end - 1, start - 1, -1):
        for name in names:
            if words.word[at].entry(name) is not None:
                return source.cite(words, at, name)
    return f"'{words.written(start, end)}'"


def _spans(words: Words, ranges: list[Range], more: Spans) -> Spans:
    out = [span for one in more if (span := trimmed(words.text, one.start, one.end, EDGE)) is not None]
    for start, end in ranges:
        if end > start:
            span = trimmed(words.text, words.start[start], words.end[end - 1], EDGE)
            if span is not None:
                out.append(span)
    return merged(words.text, out, EDGE)
