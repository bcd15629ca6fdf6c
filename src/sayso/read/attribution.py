"""Attribution by verbs of speech: each cue with its source and the content it governs.

Source, cue and content as in PARC (Pareti 2016) and PolNeAR (Newell et al. 2018). Works on chunks; which verb is a cue
and what it does is the pack's; where subject and content stand follows from word order alone.
"""

from __future__ import annotations

from sayso.read import cue, cue_noun, nominal
from sayso.read.chunk import Kind
from sayso.read.frame import Frame, Range
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
    if not line.sentence.first or line.kind(0) is not Kind.NOUN or line.kind(1) is not Kind.COLON or len(line.chunks) < 4:  # noqa: PLR2004
        return None
    words, marks, who = line.words, line.words.pack.marks, line.chunks[0]
    name = words.mask[who.start] & marks.capital and (line.mask(0) & words.pack.groups.party or _named(line))
    if not name or who.end - who.start > 5 or not any(line.kind(j) is Kind.VERB for j in range(2, len(line.chunks))):  # noqa: PLR2004
        return None
    colon = line.chunks[1]
    return Frame((who.start, who.end), [(colon.start, colon.end)], "say", "direct", [(colon.end, line.sentence.end)], -1, LABEL)


def _named(line: Line) -> bool:
    """Whether every word of the first group is written with a capital and none is a listed word of another kind."""
    words, who = line.words, line.chunks[0]
    other = words.pack.groups.verb | words.pack.groups.time | words.pack.marks.place_noun | words.pack.marks.adjective | words.pack.marks.determiner
    return all(words.mask[at] & words.pack.marks.capital and not words.mask[at] & other for at in range(who.start, who.end))


def _frame(line: Line, k: int, earlier: list[Frame]) -> Frame | None:
    at = cue.cue_word(line, k)
    if at is None or line.chunks[k].infinitive or cue.passive(line, k, at):
        return None
    act = cue.act(line, at, negated=cue.negated(line, k))
    weak = bool(line.words.mask[at] & line.words.pack.marks.cue_weak)
    inverted = _inverted(line, k)
    if inverted is not None:
        source, follow = inverted
        frame = _with_content(line, k, at, source, follow, act, weak=weak, inverted=True)
    else:
        subject = _subject(line, k, at, earlier)
        if subject is None or line.words.mask[subject[0]] & (line.words.pack.marks.zero | line.words.pack.marks.negation):
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
        closing = before is not Kind.COMMA or _content_before(line, k - 1) or _inserted(line, follow)
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
    if inverted and outlet is None:
        outlet = _outlet_first(line, k)
    frame = Frame(source, [(line.chunks[k].start, line.chunks[k].end)], act, "indirect", [], -1, "cue with subject behind" if inverted else "subject with cue", outlet=outlet, weak=weak)
    content = _right_content(line, right, act, at, weak=weak, inverted=inverted)
    progressive = line.words.pack.settings.progressive
    participle = bool(progressive) and line.words.norm[at].endswith(progressive) and line.chunks[k].end - line.chunks[k].start == 1
    left_open = inverted or (not participle and _trailing(line, k, source))
    if left_open and content is not None and not inverted and _adjunct_first(line, source):
        left_open = False
    if (inverted and content is None and _object_first(line, k)) or _refers_back(line, content):
        frame.previous = True
        frame.rule += ", content in the sentence before"
        return frame
    if weak and not any(line.kind(j) is Kind.QUOTE for j in range(k)):
        left_open = False
    if not inverted and _inserted(line, k) and _adjunct_first(line, source):
        frame.content = [(line.sentence.start, source[0]), (line.chunks[right + 1].start, cue.cut(line, right + 2))]
        frame.rule += ", content around"
        return frame
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
        return None
    frame.content = [content]
    frame.rule += ", content behind"
    return frame


def _outlet_first(line: Line, k: int) -> Range | None:
    """*Till TT säger talespersonen …*: the outlet spoken to stands in first place."""
    if k >= 2 and line.kind(0) is Kind.PREPOSITION and line.mask(0) & line.words.pack.marks.addressee and nominal.is_outlet(line, 1):  # noqa: PLR2004
        return line.chunks[1].start, line.chunks[1].end
    return None


def _refers_back(line: Line, content: Range | None) -> bool:
    """*The army denied this*: the content is a word that points to the sentence before."""
    if content is None or content[1] - content[0] > 2:  # noqa: PLR2004 -- the word and a full stop
        return False
    marks = line.words.pack.marks
    end = content[1] - 1 if line.words.mask[content[1] - 1] & marks.stop else content[1]
    entry = line.words.word[content[0]].entry("pronoun")
    thing = entry is not None and entry.values[2] == "thing"
    return end == content[0] + 1 and (thing or bool(line.words.mask[content[0]] & marks.definite))


def _adjunct_first(line: Line, source: Range) -> bool:
    """*In a statement, X said …*, *Speaking to reporters, X said …*: what stands before the subject is no content."""
    return line.chunks[0].start < source[0] and (
        line.kind(0) in (Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.TIME, Kind.ADVERB)
        or (line.kind(0) is Kind.VERB and not line.quoted(line.chunks[0].start))
    )


def _trailing(line: Line, k: int, source: Range) -> bool:
    """Whether source and cue come after a comma or a quotation that holds a clause: *…, police said*."""
    j = next((j for j in range(k + 1) if line.chunks[j].start >= source[0]), 0)
    parted = j > 0 and line.kind(j - 1) in (Kind.COMMA, Kind.QUOTE, Kind.DASH)
    return parted and (_content_before(line, j - 1) or _inserted(line, k))


def _inserted(line: Line, k: int) -> bool:
    """*The convoy, police said, was attacked*: commas on both sides, and the clause goes on behind the second."""
    j = k + 1
    while line.kind(j) in (Kind.NOUN, Kind.PREPOSITION, Kind.TIME, Kind.ADVERB):
        j += 1
    if line.kind(j) is not Kind.COMMA:
        return False
    adjunct = line.kind(0) in (Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.TIME)
    return line.kind(j + 1) is Kind.VERB or (adjunct and cue.clause_within(line, j + 1))


def _right_content(line: Line, k: int, act: str, at: int, *, weak: bool, inverted: bool) -> Range | None:
    """What follows the cue, as far as the sentence goes; None where nothing there can be said."""
    end = line.sentence.end
    kind = line.kind(k)
    if kind is Kind.COMMA and (line.kind(k + 1) is Kind.QUOTE or line.kind(k + 1) is Kind.COMPLEMENTIZER):
        k, kind = k + 1, line.kind(k + 1)
    if kind in (Kind.COMPLEMENTIZER, Kind.COLON):
        start = cue.behind_complementizer(line, k)
        return (start, cue.cut(line, k + 1)) if start < end else None
    if kind is Kind.QUOTE:
        return (line.chunks[k].start, cue.cut(line, k + 1)) if cue.explicit(line, k) or not weak else None
    if kind is Kind.NOUN and line.mask(k) & line.words.pack.marks.cue_noun:
        behind = cue_noun.complement(line, k)
        if behind is not None:
            return behind, cue.cut(line, k + 2)
    if weak or kind is None or kind in (Kind.STOP, Kind.COMMA, Kind.DASH, Kind.CONJUNCTION):
        return None
    if kind is Kind.VERB and line.chunks[k].infinitive:
        return (line.chunks[k].start, cue.cut(line, k + 1)) if not inverted else None
    if cue.clause_within(line, k):
        return (line.chunks[k].start, cue.cut(line, k + 1))
    if kind is Kind.VERB and not line.chunks[k].infinitive and line.kind(k - 1) is Kind.ADVERB and not inverted:
        return (line.chunks[k - 1].start, cue.cut(line, k + 1))  # said there is a danger
    return _noun_content(line, k, act) if not inverted or line.kind(k) is Kind.PREPOSITION else None


def _noun_content(line: Line, k: int, act: str) -> Range | None:
    """*confirmed the death of two pilots*, *denied shelling the village*, *declined to comment on the arrest*."""
    words, marks = line.words, line.words.pack.marks
    kind = line.kind(k)
    if kind is Kind.PREPOSITION and act in ("decline", "report"):
        k, kind = k + 1, line.kind(k + 1)
    if act == "say" or (act == "report" and not (kind is Kind.NOUN and line.mask(k) & (marks.harm | marks.event))):
        return None
    progressive = words.pack.settings.progressive
    gerund = kind is Kind.VERB and bool(progressive) and words.norm[line.chunks[k].start].endswith(progressive)
    if kind is Kind.NOUN and line.mask(k) & marks.empty_object:
        return None
    if kind in (Kind.NOUN, Kind.PREPOSITION) or gerund:
        return (line.chunks[k].start, cue.cut(line, k + 1))
    return None


def _left_content(line: Line, source: Range, k: int) -> Range | None:
    """From the start of the sentence (or of the cue clause before) to the comma or mark before source and cue."""
    edge = min(source[0], line.chunks[k].start)
    j = next((j for j, chunk in enumerate(line.chunks) if chunk.start >= edge), len(line.chunks)) - 1
    while j >= 0 and line.kind(j) in (Kind.COMMA, Kind.DASH):
        j -= 1
    if j < 0:
        return None
    if not _main_clause(line, j + 1):
        return None
    return (line.sentence.start, line.chunks[j].end)


def _main_clause(line: Line, end: int) -> bool:
    """Whether a quotation or a main clause stands before chunk `end`, and not only *When Congress cut the funds,*."""
    k = 0
    while line.kind(k) in (Kind.CONJUNCTION, Kind.ADVERB):
        k += 1
    if any(line.kind(j) is Kind.QUOTE for j in range(end)) or line.quoted(line.chunks[0].start):
        return True
    progressive = line.words.pack.settings.progressive
    gerund = line.kind(k) is Kind.VERB and bool(progressive) and line.words.norm[line.chunks[k].start].endswith(progressive)
    if line.kind(k) is Kind.SUBORDINATOR or gerund or (line.kind(k) is Kind.VERB and line.chunks[k].infinitive):
        k = next((j + 1 for j in range(k, end) if line.kind(j) is Kind.COMMA), end)
    return any(line.kind(j) is Kind.VERB and not line.chunks[j].infinitive for j in range(k, end)) or (
        line.kind(end) is Kind.COMMA and k < end and _inserted_after(line, end)
    )


def _inserted_after(line: Line, k: int) -> bool:
    """Whether the comma at chunk `k` opens an insertion that another closes."""
    return any(line.kind(j) is Kind.COMMA for j in range(k + 1, len(line.chunks)))


def _tail(line: Line, k: int, left: Range) -> Range | None:
    """What goes on behind *…, he said, …*: the rest of the same sentence or quotation."""
    kind = line.kind(k)
    if kind is Kind.COMMA and line.kind(k + 1) not in (None, Kind.STOP):
        start = line.chunks[k + 1].start
        if cue.verdict_clause(line, k):
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
