"""Attribution by verbs of speech: each cue with its source and the content it governs.

Source, cue and content as in PARC (Pareti 2016) and PolNeAR (Newell et al. 2018). Works on chunks; which verb is a cue
and what it does is the pack's; where subject and content stand follows from word order alone.
"""

from __future__ import annotations

from sayso.read import cue, nominal
from sayso.read.according import verdict_clause
from sayso.read.chunk import Kind
from sayso.read.frame import Frame, Range
from sayso.read.line import Line


def find(line: Line) -> list[Frame]:
    """The attributions by verbs in one sentence, left to right."""
    frames: list[Frame] = []
    for k, chunk in enumerate(line.chunks):
        if chunk.kind is Kind.VERB and line.mask(k) & line.words.pack.groups.cue:
            frame = _frame(line, k, frames)
            if frame is not None:
                frames.append(frame)
    return frames


def _frame(line: Line, k: int, earlier: list[Frame]) -> Frame | None:
    at = cue.cue_word(line, k)
    if at is None or line.chunks[k].infinitive or cue.passive(line, k, at):
        return None
    act = cue.act(line, at)
    weak = bool(line.words.mask[at] & line.words.pack.marks.cue_weak)
    inverted = _inverted(line, k)
    if inverted is not None:
        source, follow = inverted
        frame = _with_content(line, k, at, source, follow, act, weak=weak, inverted=True)
    else:
        subject = _subject(line, k, at, earlier)
        if subject is None:
            return None
        frame = _with_content(line, k, at, subject, k + 1, act, weak=weak, inverted=False)
    return frame


def _inverted(line: Line, k: int) -> tuple[Range, int] | None:
    """The subject behind the verb (*”…”, said the minister*), and the chunk after it; None where it stands before."""
    follow = k + 1
    while line.kind(follow) is Kind.ADVERB:
        follow += 1
    if line.kind(follow) is not Kind.NOUN:
        return None
    before = line.kind(k - 1)
    if before in (Kind.COMMA, Kind.QUOTE, Kind.STOP, Kind.DASH):
        closing = before is not Kind.COMMA or _content_before(line, k - 1)
        if closing and not (before is Kind.COMMA and _apposition_subject(line, k)):
            return _subject_after(line, follow)
    if line.words.pack.settings.verb_second and (_adverbial_first(line, k) or _object_first(line, k)):
        return _subject_after(line, follow)
    return None


def _subject_after(line: Line, k: int) -> tuple[Range, int] | None:
    group = nominal.after(line, k)
    if group is None:
        return None
    (start, _), follow = group
    follow = nominal.apposition(line, follow)
    return (start, line.chunks[follow - 1].end), follow


def _content_before(line: Line, k: int) -> bool:
    """Whether a clause or a quotation stands before chunk `k`."""
    return any(line.kind(j) in (Kind.VERB, Kind.QUOTE) for j in range(k))


def _apposition_subject(line: Line, k: int) -> bool:
    """*Dillon, spokesman for the alliance, said*: the comma before the verb closes an apposition to its subject."""
    subject = nominal.before(line, k)
    if subject is None:
        return False
    return not any(
        line.kind(j) is Kind.VERB and line.chunks[j].start < subject[0] for j in range(k)
    )


def _adverbial_first(line: Line, k: int) -> bool:
    """Verb-second order with an adverbial in first place: *I ett uttalande säger Peskov*."""
    first = _clause_start(line, k)
    return first < k and line.kind(first) in (Kind.PREPOSITION, Kind.ADVERB, Kind.TIME, Kind.ACCORDING) and not any(
        line.kind(j) in (Kind.COMMA,) for j in range(first, k - 1)
    )


def _object_first(line: Line, k: int) -> bool:
    """*Det uppger polisen*: a neuter pronoun in first place, the subject behind."""
    if _clause_start(line, k) != k - 1 or not line.chunks[k - 1].pronoun:
        return False
    entry = line.words.word[line.chunks[k - 1].start].entry("pronoun")
    return entry is not None and entry.values[2] == "thing"


def _clause_start(line: Line, k: int) -> int:
    """The first chunk of the clause that chunk `k` stands in, as far as marks and conjunctions show."""
    j = k
    while j > 0 and line.kind(j - 1) not in (
        Kind.COMPLEMENTIZER, Kind.SUBORDINATOR, Kind.CONJUNCTION, Kind.QUOTE, Kind.DASH, Kind.STOP, Kind.COLON, Kind.COMMA,
        Kind.VERB, Kind.SEMICOLON,
    ):  # fmt: skip
        j -= 1
    return j


def _subject(line: Line, k: int, at: int, earlier: list[Frame]) -> Range | None:
    """The subject on the left; for an -ing form or after *and*, that of the verb before."""
    words = line.words
    progressive = words.pack.settings.progressive
    if progressive and words.norm[at].endswith(progressive) and line.chunks[k].end - line.chunks[k].start == 1 and line.kind(k - 1) is not Kind.NOUN:
        return _main_subject(line, k) if line.kind(k - 1) is Kind.COMMA else _shared_subject(line, k, earlier)
    found = nominal.before(line, k)
    if found is not None:
        return found
    if line.kind(k - 1) is Kind.CONJUNCTION or (line.kind(k - 1) is Kind.ADVERB and line.kind(k - 2) is Kind.CONJUNCTION):
        return _shared_subject(line, k, earlier)
    return None


def _main_subject(line: Line, k: int) -> Range | None:
    """The subject of the nearest finite verb before: *the army withdrew, saying that …*."""
    for j in range(k - 1, -1, -1):
        if line.kind(j) is Kind.VERB and not line.chunks[j].infinitive and not line.quoted(line.chunks[j].start):
            found = nominal.before(line, j)
            if found is not None:
                return found
    return None


def _shared_subject(line: Line, k: int, earlier: list[Frame]) -> Range | None:
    """The source of the frame before in this sentence, or the subject of its first verb."""
    if earlier and earlier[-1].source is not None:
        return earlier[-1].source
    for j in range(k):
        if line.kind(j) is Kind.VERB:
            return nominal.before(line, j)
    return None


def _with_content(line: Line, k: int, at: int, source: Range, follow: int, act: str, *, weak: bool, inverted: bool) -> Frame | None:
    right, outlet = cue.after_cue(line, k, follow)
    frame = Frame(source, [(line.chunks[k].start, line.chunks[k].end)], act, "indirect", [], -1, "cue with subject behind" if inverted else "subject with cue", outlet=outlet)
    content = _right_content(line, right, act, at, weak=weak, inverted=inverted)
    progressive = line.words.pack.settings.progressive
    participle = bool(progressive) and line.words.norm[at].endswith(progressive) and line.chunks[k].end - line.chunks[k].start == 1
    left_open = inverted or (not participle and _trailing(line, k, source))
    if left_open and content is not None and not inverted and _adjunct_first(line, source):
        left_open = False
    if left_open and (content is None or not cue.explicit(line, right)):
        left = _left_content(line, source, k)
        if left is not None:
            frame.content = [left]
            tail = _tail(line, right, left)
            if tail is not None:
                frame.content.append(tail)
            frame.rule += ", content before"
            return frame
    if content is None:
        if inverted and _object_first(line, k):
            frame.previous = True
            frame.rule += ", content in the sentence before"
            return frame
        return None
    frame.content = [content]
    frame.rule += ", content behind"
    return frame


def _adjunct_first(line: Line, source: Range) -> bool:
    """*In a statement, X said …*, *Speaking to reporters, X said …*: what stands before the subject is no content."""
    return line.chunks[0].start < source[0] and (
        line.kind(0) in (Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.TIME, Kind.ADVERB)
        or (line.kind(0) is Kind.VERB and not line.quoted(line.chunks[0].start))
    )


def _trailing(line: Line, k: int, source: Range) -> bool:
    """Whether source and cue come after a comma or a quotation that holds a clause: *…, police said*."""
    j = next((j for j in range(k + 1) if line.chunks[j].start >= source[0]), 0)
    return j > 0 and line.kind(j - 1) in (Kind.COMMA, Kind.QUOTE, Kind.DASH) and _content_before(line, j - 1)


def _right_content(line: Line, k: int, act: str, at: int, *, weak: bool, inverted: bool) -> Range | None:
    """What follows the cue, as far as the sentence goes; None where nothing there can be said."""
    end = line.sentence.end
    kind = line.kind(k)
    if kind is Kind.COMMA and (line.kind(k + 1) is Kind.QUOTE or line.kind(k + 1) is Kind.COMPLEMENTIZER):
        k, kind = k + 1, line.kind(k + 1)
    if kind in (Kind.COMPLEMENTIZER, Kind.COLON):
        start = line.chunks[k].end
        return (start, cue.cut(line, k + 1)) if start < end else None
    if kind is Kind.QUOTE:
        return (line.chunks[k].start, cue.cut(line, k + 1)) if cue.explicit(line, k) or not weak else None
    if weak or kind is None or kind in (Kind.STOP, Kind.COMMA, Kind.DASH, Kind.CONJUNCTION):
        return None
    if kind is Kind.VERB and line.chunks[k].infinitive:
        return (line.chunks[k].start, cue.cut(line, k + 1)) if not inverted else None
    bare = _clause_within(line, k)
    takes_noun = act not in ("say", "report", "decline")
    if bare or (takes_noun and kind in (Kind.NOUN, Kind.PREPOSITION) and not inverted):
        return (line.chunks[k].start, cue.cut(line, k + 1))
    return None


def _clause_within(line: Line, k: int) -> bool:
    """Whether a subject and a verb follow without a comma between: *said rebels had fled*."""
    if line.kind(k) not in (Kind.NOUN, Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.TIME):
        return False
    adjunct = line.kind(k) in (Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.TIME)
    needed = 1
    for j in range(k, len(line.chunks)):
        if line.kind(j) is Kind.VERB and not line.chunks[j].infinitive:
            needed -= 1
            if needed == 0:
                return True
        elif line.kind(j) is Kind.RELATIVE:
            needed += 1
        elif line.kind(j) in (Kind.STOP, Kind.COLON, Kind.DASH, Kind.SEMICOLON) or (line.kind(j) is Kind.COMMA and not adjunct):
            return False
    return False


def _left_content(line: Line, source: Range, k: int) -> Range | None:
    """From the start of the sentence (or of the cue clause before) to the comma or mark before source and cue."""
    edge = min(source[0], line.chunks[k].start)
    j = next((j for j, chunk in enumerate(line.chunks) if chunk.start >= edge), len(line.chunks)) - 1
    while j >= 0 and line.kind(j) in (Kind.COMMA, Kind.DASH):
        j -= 1
    if j < 0:
        return None
    start = line.sentence.start
    return (start, line.chunks[j].end)


def _tail(line: Line, k: int, left: Range) -> Range | None:
    """What goes on behind *…, he said, …*: the rest of the same sentence or quotation."""
    kind = line.kind(k)
    if kind is Kind.COMMA and line.kind(k + 1) not in (None, Kind.STOP):
        start = line.chunks[k + 1].start
        if verdict_clause(line, k):
            return None
        opens_quote = any(q.start == start for q in line.quotes)
        quoted_left = any(q.first <= left[0] < q.end or q.start == left[0] for q in line.quotes)
        if opens_quote or (not quoted_left and not cue.participle_cue(line, k) and line.kind(k + 1) is not Kind.VIA and not cue.trailing_cue(line, k)):
            goes_on = opens_quote or _goes_on(line, k + 1) or line.kind(0) in (Kind.SUBORDINATOR, Kind.PREPOSITION)
            return (start, cue.cut(line, k + 1)) if goes_on else None
    return None


def _goes_on(line: Line, k: int) -> bool:
    """Whether the clause begun before the cue goes on behind it, and is not a remark of the reporter's."""
    return line.kind(k) in (Kind.VERB, Kind.PREPOSITION, Kind.CONJUNCTION, Kind.SUBORDINATOR, Kind.RELATIVE)
