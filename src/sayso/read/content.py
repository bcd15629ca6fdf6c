"""What a cue governs: behind it, before it, or around it."""

from __future__ import annotations

from sayso.read import cue, cue_noun
from sayso.read.frame import Range
from sayso.read.kind import Kind
from sayso.read.line import Line


def right_content(line: Line, k: int, act: str, *, weak: bool, inverted: bool) -> Range | None:
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
    if cue.clause_within(line, k):
        return (line.chunks[k].start, cue.cut(line, k + 1))
    verbal = _verbal(line, k) if kind is Kind.VERB else None
    if verbal is not None:
        return (verbal, cue.cut(line, k + 1)) if not inverted else None
    return _noun_content(line, k, act) if not inverted or line.kind(k) is Kind.PREPOSITION else None


def _verbal(line: Line, k: int) -> int | None:
    """Where content begins that opens with a verb: *vowed to go on*, *said there is a risk*."""
    if line.chunks[k].infinitive or line.mask(k) & line.words.pack.marks.occur:
        return line.chunks[k].start
    return line.chunks[k - 1].start if line.kind(k - 1) is Kind.ADVERB else None


def _noun_content(line: Line, k: int, act: str) -> Range | None:
    """*confirmed the death of two pilots*, *denied shelling the village*, *declined to comment on the arrest*."""
    marks = line.words.pack.marks
    kind = line.kind(k)
    if kind is Kind.PREPOSITION and act in ("decline", "report"):
        k, kind = k + 1, line.kind(k + 1)
    if act == "say" or (act == "report" and not (kind is Kind.NOUN and line.mask(k) & (marks.harm | marks.event))):
        return None
    gerund = kind is Kind.VERB and line.words.progressive(line.chunks[k].start)
    if kind is Kind.NOUN and line.mask(k) & marks.empty_object:
        return None
    if kind in (Kind.NOUN, Kind.PREPOSITION) or gerund:
        return (line.chunks[k].start, cue.cut(line, k + 1))
    return None


def left_content(line: Line, source: Range, k: int) -> Range | None:
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
    gerund = line.kind(k) is Kind.VERB and line.words.progressive(line.chunks[k].start)
    if line.kind(k) is Kind.SUBORDINATOR or gerund or (line.kind(k) is Kind.VERB and line.chunks[k].infinitive):
        k = next((j + 1 for j in range(k, end) if line.kind(j) is Kind.COMMA), end)
    return any(line.kind(j) is Kind.VERB and not line.chunks[j].infinitive for j in range(k, end)) or (
        line.kind(end) is Kind.COMMA and k < end and _inserted_after(line, end)
    )


def _inserted_after(line: Line, k: int) -> bool:
    """Whether the comma at chunk `k` opens an insertion that another closes."""
    return any(line.kind(j) is Kind.COMMA for j in range(k + 1, len(line.chunks)))


def tail(line: Line, k: int, left: Range) -> Range | None:
    """What goes on behind *…, he said, …*: the rest of the same sentence or quotation."""
    kind = line.kind(k)
    if kind is Kind.COMMA and line.kind(k + 1) not in (None, Kind.STOP):
        start = line.chunks[k + 1].start
        if cue.verdict_clause(line, k):
            return None
        opens_quote = any(q.start == start for q in line.quotes)
        quoted_left = any(q.first <= left[0] < q.end or q.start == left[0] for q in line.quotes)
        if opens_quote or (
            not quoted_left
            and not cue.participle_cue(line, k)
            and line.kind(k + 1) is not Kind.VIA
            and not cue.trailing_cue(line, k)
        ):
            goes_on = opens_quote or _goes_on(line, k + 1) or line.kind(0) in (Kind.SUBORDINATOR, Kind.PREPOSITION)
            return (start, cue.cut(line, k + 1)) if goes_on else None
    return None


def _goes_on(line: Line, k: int) -> bool:
    """Whether the clause begun before the cue goes on behind it, and is not a remark of the reporter's.

    An -ing form behind the cue tells of the saying: *…, residents said, contradicting the army*.
    """
    if line.kind(k) is Kind.VERB and line.words.progressive(line.chunks[k].start):
        return False
    return line.kind(k) in (Kind.VERB, Kind.PREPOSITION, Kind.CONJUNCTION, Kind.SUBORDINATOR, Kind.RELATIVE)


def refers_back(line: Line, content: Range | None) -> bool:
    """*The army denied this*: the content is a word that points to the sentence before."""
    if content is None or content[1] - content[0] > 2:
        return False
    marks = line.words.pack.marks
    end = content[1] - 1 if line.words.mask[content[1] - 1] & marks.stop else content[1]
    entry = line.words.word[content[0]].entry("pronoun")
    thing = entry is not None and entry.values[2] == "thing"
    return end == content[0] + 1 and (thing or bool(line.words.mask[content[0]] & marks.definite))
