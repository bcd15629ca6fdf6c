"""Attribution in the passive: *the deaths were confirmed by the army*, *uppgifterna dementeras av Kreml*."""

from __future__ import annotations

from sayso.read import content, cue, cue_noun, echo, nominal
from sayso.read.frame import Frame, Range
from sayso.read.kind import Kind
from sayso.read.line import Line

_STANDS = ("confirm", "deny", "admit", "doubt", "retract", "claim")  # what these are done to is what is said
_LIGHT = (Kind.ADVERB, Kind.TIME)


def find(line: Line, others: list[Frame]) -> list[Frame]:
    """The attributions by passive verbs that name who says so; left out inside what another attribution holds."""
    frames: list[Frame] = []
    for k, chunk in enumerate(line.chunks):
        if chunk.kind is Kind.VERB and not any(other.holds(chunk.start) for other in others):
            act = _act(line, k)
            frame = _frame(line, k, act, others) if act in _STANDS else None
            if frame is not None:
                frames.append(frame)
    return frames


def _act(line: Line, k: int) -> str | None:
    """What is done, where chunk `k` is a passive that is not negated."""
    words, chunk = line.words, line.chunks[k]
    if chunk.infinitive or cue.negated(line, k):
        return None
    for at in range(chunk.end - 1, chunk.start - 1, -1):
        if words.mask[at] & words.pack.marks.cue_passive:
            entry = words.word[at].entry("cue_passive")
            return entry.values[0] if entry is not None else None
        if words.mask[at] & words.pack.groups.cue:
            return cue.act(line, at) if cue.passive(line, k, at) or agent(line, k) is not None else None
    return None


def _frame(line: Line, k: int, act: str, others: list[Frame]) -> Frame | None:
    source = agent(line, k)
    if source is None:
        return None
    frame = Frame(source, [(line.chunks[k].start, line.chunks[k].end)], act, "indirect", [], "passive with its agent")
    taken_up = echo.of(line, k)
    if taken_up is not None:
        frame.content = [echo.said(line, taken_up, others)]
        return frame
    subject = nominal.before(line, k)
    if subject is None or any(line.words.mask[at] & line.words.pack.marks.zero for at in range(*subject)):
        return None
    if content.refers_back(line, subject) or _bare(line, subject):
        frame.previous = True
    else:
        frame.content = [(_start(line, subject), line.chunks[k].start)]
    return frame


def agent(line: Line, k: int) -> Range | None:
    """Who the verb of chunk `k` says it is done by: the group behind *by*, *av*; None where nobody is named."""
    j = k + 1
    while line.kind(j) in _LIGHT:
        j += 1
    if line.kind(j) is not Kind.PREPOSITION or not line.mask(j) & line.words.pack.marks.agent:
        return None
    group = nominal.after(line, j + 1)
    return group[0] if group is not None else None


def _start(line: Line, subject: Range) -> int:
    """Where the content begins: behind *uppgifterna om*, else with the subject."""
    k = line.chunk_at(subject[0])
    says = line.words.mask[line.chunks[k].end - 1] & line.words.pack.marks.cue_noun
    inside = cue_noun.complement(line, k) if says else None
    return inside if inside is not None and inside < subject[1] else subject[0]


def _bare(line: Line, subject: Range) -> bool:
    """*The claim was denied*, *uppgiften bekräftas*: a noun of saying alone points to the sentence before."""
    words, marks = line.words, line.words.pack.marks
    small = marks.determiner | marks.definite
    rest = [at for at in range(*subject) if not words.mask[at] & small or words.mask[at] & marks.cue_noun]
    return bool(rest) and all(words.mask[at] & (marks.cue_noun | marks.echo) for at in rest)
