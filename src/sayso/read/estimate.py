"""Attribution by verbs that give a figure: *puts the toll at 40*, *counts 11 dead*, *sänker antalet döda till 92*.

The frame Estimating of FrameNet, for counts of people harmed alone: its object is what is said, and no
clause need follow.
"""

from __future__ import annotations

from sayso.read import cue, order
from sayso.read.frame import Frame, Range
from sayso.read.kind import Kind
from sayso.read.line import Line

_LIGHT = (Kind.ADVERB, Kind.TIME)


def find(line: Line, others: list[Frame]) -> list[Frame]:
    """The attributions by such verbs in one sentence, where the verb says nothing else (`others`)."""
    bit = line.words.pack.marks.estimate
    known = {frame.cue[0][0] for frame in others}
    out: list[Frame] = []
    for k, chunk in enumerate(line.chunks):
        if chunk.kind is Kind.VERB and line.mask(k) & bit and chunk.start not in known and not chunk.infinitive:
            frame = _frame(line, k, [*others, *out])
            if frame is not None:
                out.append(frame)
    return out


def _frame(line: Line, k: int, earlier: list[Frame]) -> Frame | None:
    words, chunk = line.words, line.chunks[k]
    at = next(at for at in range(chunk.end - 1, chunk.start - 1, -1) if words.mask[at] & words.pack.marks.estimate)
    source, follow = _inverted(line, k) or (order.subject(line, k, at, earlier), k + 1)
    figure = _figure(line, follow)
    if source is None or figure is None or cue.passive(line, k, at) or not _speaks(line, source):
        return None
    content = (line.chunks[figure].start, cue.cut(line, figure + 1))
    return Frame(source, [(chunk.start, chunk.end)], "report", "indirect", [content], "verb of a figure")


def _inverted(line: Line, k: int) -> tuple[Range, int] | None:
    """The subject behind the verb, without the phrase that counts (*I går talade polisen om sju döda*)."""
    behind = order.inverted(line, k)
    if behind is None:
        return None
    first = next(j for j in range(k + 1, len(line.chunks)) if line.kind(j) is Kind.NOUN)
    if line.kind(first + 1) is Kind.PREPOSITION and _figure(line, first + 1) is not None:
        return (line.chunks[first].start, line.chunks[first].end), first + 1
    return behind


def _figure(line: Line, k: int) -> int | None:
    """The chunk of the object, where it counts people harmed: past adverbs, times and the verb's own preposition."""
    while line.kind(k) in _LIGHT:
        k += 1
    if line.kind(k) is Kind.PREPOSITION:
        k += 1
    if line.kind(k) is not Kind.NOUN:
        return None
    marks, chunk = line.words.pack.marks, line.chunks[k]
    if line.mask(k) & marks.harm__toll:
        return k
    counted = any(at in line.words.found["quantity"] for at in range(chunk.start, chunk.end))
    return k if line.mask(k) & marks.harm and (counted or is_set(line, k)) else None


def is_set(line: Line, k: int) -> bool:
    """*the dead at three*: behind the noun, a preposition and a number that stands alone."""
    if line.kind(k + 1) is not Kind.PREPOSITION or line.kind(k + 2) is not Kind.NOUN:
        return False
    hit = line.words.found["quantity"].get(line.chunks[k + 2].start)
    return hit is not None and hit[0] == line.chunks[k + 2].end


def _speaks(line: Line, source: Range) -> bool:
    """*The blast raised the toll*: what occurred gives no figure; a party, a name or a pronoun does."""
    words, marks = line.words, line.words.pack.marks
    mask = 0
    for at in range(*source):
        mask |= words.mask[at]
    return bool(mask & (words.pack.groups.party | marks.capital | marks.pronoun)) and not mask & (
        marks.event__noun | marks.harm
    )
