"""Attribution by verbs of speech: each cue with its source and the content it governs.

Source, cue and content as in PARC (Pareti 2016) and PolNeAR (Newell et al. 2018). Works on chunks; which verb is a cue
and what it does is the pack's; where subject and content stand follows from word order alone.
"""

from __future__ import annotations

from typing import NamedTuple

from sayso.read import content, cue, echo, nominal, order, passive
from sayso.read.echo import Echo
from sayso.read.frame import Frame
from sayso.read.kind import Kind
from sayso.read.line import Line

LABEL = "a name and a colon"


def find(line: Line) -> list[Frame]:
    """The attributions by verbs in one sentence, left to right."""
    frames: list[Frame] = []
    label = _label(line)
    if label is not None:
        frames.append(label)
    for k, chunk in enumerate(line.chunks):
        if chunk.kind is Kind.VERB and line.mask(k) & line.words.pack.groups.cue:
            frame = _frame(line, k, frames)
            if frame is not None:
                frames.append(frame)
    return frames


def _label(line: Line) -> Frame | None:
    """*WALLACE: Let us begin.*: a name and a colon open a paragraph; the colon is the cue."""
    if (
        not line.sentence.first
        or line.kind(0) is not Kind.NOUN
        or line.kind(1) is not Kind.COLON
        or len(line.chunks) < 4
    ):
        return None
    words, marks, who = line.words, line.words.pack.marks, line.chunks[0]
    name = words.mask[who.start] & marks.capital and (line.mask(0) & words.pack.groups.party or _named(line))
    if not name or who.end - who.start > 5 or not any(line.kind(j) is Kind.VERB for j in range(2, len(line.chunks))):
        return None
    colon = line.chunks[1]
    return Frame(
        (who.start, who.end), [(colon.start, colon.end)], "say", "direct", [(colon.end, line.sentence.end)], LABEL
    )


def _named(line: Line) -> bool:
    """Whether every word of the first group is written with a capital and none is a listed word of another kind."""
    words, who = line.words, line.chunks[0]
    other = (
        words.pack.groups.verb
        | words.pack.groups.time
        | words.pack.marks.place_noun
        | words.pack.marks.adjective
        | words.pack.marks.determiner
    )
    return all(
        words.mask[at] & words.pack.marks.capital and not words.mask[at] & other for at in range(who.start, who.end)
    )


def _frame(line: Line, k: int, earlier: list[Frame]) -> Frame | None:
    at = cue.cue_word(line, k)
    if at is None or line.chunks[k].infinitive or cue.passive(line, k, at) or passive.agent(line, k) is not None:
        return None
    marks = line.words.pack.marks
    inverted = order.inverted(line, k)
    taken_up = echo.of(line, k) if inverted is None else None
    if taken_up is not None and taken_up.subject is not None and not line.words.mask[at] & marks.cue_weak:
        return _echo(line, (k, at), taken_up, earlier)
    source, follow = inverted if inverted is not None else (order.subject(line, k, at, earlier), k + 1)
    if source is None or (inverted is None and line.words.mask[source[0]] & (marks.zero | marks.negation)):
        return None
    right, outlet = cue.after_cue(line, k, follow)
    frame = Frame(
        source=source, cue=[(line.chunks[k].start, line.chunks[k].end)],
        act=cue.act(line, at, negated=cue.negated(line, k)),
        manner="indirect", content=[],
        rule="subject with cue" if inverted is None else "cue with subject behind",
        outlet=outlet
        or (order.outlet_first(line, k) if inverted is not None else None)
        or nominal.contact(line, line.chunk_at(source[0])),
        weak=bool(line.words.mask[at] & marks.cue_weak),
    )  # fmt: skip
    return frame if _govern(line, frame, Cue(k, at, right, inverted is not None), earlier) else None


def _echo(line: Line, where: tuple[int, int], taken_up: Echo, earlier: list[Frame]) -> Frame:
    """*…, a charge Moscow denies*: what was said before the comma is what is denied."""
    k, at = where
    return Frame(
        source=taken_up.subject, cue=[(line.chunks[k].start, line.chunks[k].end)],
        act=cue.act(line, at, negated=cue.negated(line, k)),
        manner="indirect", content=[echo.said(line, taken_up, earlier)],
        rule="subject with cue, what was said before it taken up",
    )  # fmt: skip


class Cue(NamedTuple):
    """A cue's chunk, its word, the chunk where content can begin behind it, whether the subject stands behind it."""

    k: int
    at: int
    right: int
    inverted: bool


def _govern(line: Line, frame: Frame, here: Cue, earlier: list[Frame]) -> bool:
    """Give a frame its content; False where the cue governs nothing."""
    assert frame.source is not None
    behind = content.right_content(line, here.right, frame.act, weak=frame.weak, inverted=here.inverted)
    back = content.refers_back(line, behind)
    if back and earlier and earlier[-1].content:
        frame.content = list(earlier[-1].content)
        frame.rule += ", content told before"
        return True
    if back or (here.inverted and behind is None and order.object_first(line, here.k)):
        frame.previous = True
        frame.rule += ", content in the sentence before"
        return True
    adjunct = not here.inverted and order.adjunct_first(line, frame.source)
    if adjunct and order.inserted(line, here.k):
        rest = line.chunks[here.right + 1].start
        frame.content = [(line.sentence.start, frame.source[0]), (rest, cue.cut(line, here.right + 2))]
        frame.rule += ", content around"
        return True
    if _left_open(line, frame, here, adjunct=adjunct and behind is not None) and (
        behind is None or not cue.explicit(line, here.right)
    ):
        before = content.left_content(line, frame.source, here.k)
        if before is not None:
            tail = content.tail(line, here.right, before)
            frame.content = [before] if tail is None else [before, tail]
            frame.rule += ", content before"
            return True
    if behind is not None:
        frame.content = [behind]
        frame.rule += ", content behind"
    return behind is not None


def _left_open(line: Line, frame: Frame, here: Cue, *, adjunct: bool) -> bool:
    """Whether what stands before source and cue can be what is said."""
    if adjunct or (frame.weak and not any(line.kind(j) is Kind.QUOTE for j in range(here.k))):
        return False
    assert frame.source is not None
    return here.inverted or (not cue.participle(line, here.k, here.at) and order.trailing(line, here.k, frame.source))
