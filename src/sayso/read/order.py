"""Word order around a cue: which side the subject stands on, and what stands before both.

Subject before the verb, behind it (*”…”, said the minister*), or behind it because another phrase takes the first place
of a verb-second clause (*I ett uttalande säger Peskov*).
"""

from __future__ import annotations

from sayso.read import cue, nominal
from sayso.read.frame import Frame, Range
from sayso.read.kind import Kind
from sayso.read.line import Line


def inverted(line: Line, k: int) -> tuple[Range, int] | None:
    """The subject behind the verb (*”…”, said the minister*), and the chunk after it; None where it stands before."""
    follow = k + 1
    while line.kind(follow) is Kind.ADVERB:
        follow += 1
    if line.kind(follow) is not Kind.NOUN or cue.participle(line, k, line.chunks[k].start):
        return None
    before = line.kind(k - 1)
    if before in (Kind.COMMA, Kind.QUOTE, Kind.STOP, Kind.DASH):
        closing = before is not Kind.COMMA or _content_before(line, k - 1) or inserted(line, follow)
        if closing and not (before is Kind.COMMA and _apposition_subject(line, k)):
            return _subject_after(line, follow)
    if line.words.pack.settings.verb_second and (
        _adverbial_first(line, k) or object_first(line, k) or _adverbial_with_insertion(line, k)
    ):
        return _subject_after(line, follow)
    return None


def _adverbial_with_insertion(line: Line, k: int) -> bool:
    """*Under offensiven, i januari 2018, hävdade Turkiet*: phrases alone, the last between commas, before the verb."""
    inside = (Kind.PREPOSITION, Kind.NOUN, Kind.TIME, Kind.ADVERB, Kind.COMMA)
    first = line.kind(0) in (Kind.PREPOSITION, Kind.TIME, Kind.ADVERB)
    phrases = k > 2 and all(line.kind(j) in inside for j in range(k))
    return (
        first and phrases and line.kind(k - 1) is Kind.COMMA and sum(line.kind(j) is Kind.COMMA for j in range(k)) == 2
    )


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
    first = next(j for j in range(k) if line.chunks[j].end > subject[0])
    if line.kind(first - 1) is Kind.QUOTE or line.mask(k) & line.words.pack.marks.addressee_verb:
        return True
    return not any(line.kind(j) is Kind.VERB for j in range(first))


def _adverbial_first(line: Line, k: int) -> bool:
    """Verb-second order with an adverbial in first place: *I ett uttalande säger Peskov*."""
    first = _clause_start(line, k)
    return (
        first < k
        and line.kind(first) in (Kind.PREPOSITION, Kind.ADVERB, Kind.TIME, Kind.ACCORDING)
        and not any(line.kind(j) is Kind.COMMA for j in range(first, k - 1))
    )


def object_first(line: Line, k: int) -> bool:
    """*Det uppger polisen*: a neuter pronoun in first place, the subject behind."""
    if _clause_start(line, k) != k - 1 or not line.chunks[k - 1].pronoun:
        return False
    entry = line.words.word[line.chunks[k - 1].start].entry("pronoun")
    return entry is not None and entry.values[2] == "thing"


def _clause_start(line: Line, k: int) -> int:
    """The first chunk of the clause that chunk `k` stands in, as far as marks and conjunctions show."""
    j = k
    while j > 0 and line.kind(j - 1) not in (
        Kind.COMPLEMENTIZER, Kind.SUBORDINATOR, Kind.CONJUNCTION, Kind.QUOTE, Kind.DASH, Kind.STOP, Kind.COLON,
        Kind.COMMA,
        Kind.VERB, Kind.SEMICOLON,
    ):  # fmt: skip
        j -= 1
    return j


def subject(line: Line, k: int, at: int, earlier: list[Frame]) -> Range | None:
    """The subject on the left; for an -ing form or after *and*, that of the verb before."""
    if cue.participle(line, k, at) and line.kind(k - 1) is not Kind.NOUN:
        clause = line.kind(k - 1) is Kind.COMMA and not earlier
        return _main_subject(line, k) if clause else _shared_subject(line, k, earlier)
    found = nominal.before(line, k)
    if found is not None:
        return found
    if line.kind(k - 1) is Kind.CONJUNCTION or (
        line.kind(k - 1) is Kind.ADVERB and line.kind(k - 2) is Kind.CONJUNCTION
    ):
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
            behind = nominal.after(line, j + 1) if line.words.pack.settings.verb_second else None
            return nominal.before(line, j) or (behind[0] if behind is not None else None)
    return None


def outlet_first(line: Line, k: int) -> Range | None:
    """*Till TT säger talespersonen …*: the outlet spoken to stands in first place."""
    if (
        k >= 2
        and line.kind(0) is Kind.PREPOSITION
        and line.mask(0) & line.words.pack.marks.addressee
        and nominal.is_outlet(line, 1)
    ):
        return line.chunks[1].start, line.chunks[1].end
    return None


def adjunct_first(line: Line, source: Range) -> bool:
    """*In a statement, X said …*, *Speaking to reporters, X said …*: what stands before the subject is no content."""
    return line.chunks[0].start < source[0] and (
        line.kind(0) in (Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.TIME, Kind.ADVERB)
        or (line.kind(0) is Kind.VERB and not line.quoted(line.chunks[0].start))
    )


def trailing(line: Line, k: int, source: Range) -> bool:
    """Whether source and cue come after a comma or a quotation that holds a clause: *…, police said*."""
    j = next((j for j in range(k + 1) if line.chunks[j].start >= source[0]), 0)
    parted = j > 0 and line.kind(j - 1) in (Kind.COMMA, Kind.QUOTE, Kind.DASH)
    if _unmarked(line, k, j):
        return True
    return parted and (_content_before(line, j - 1) or inserted(line, k))


def _unmarked(line: Line, k: int, j: int) -> bool:
    """*… into the city a monitor said Sunday.*: no comma, but an article opens the subject and the cue is last."""
    behind = k + 1
    while line.kind(behind) in (Kind.TIME, Kind.ADVERB):
        behind += 1
    article = line.words.mask[line.chunks[j].start] & line.words.pack.marks.determiner
    opens = line.kind(j - 1) in (Kind.NOUN, Kind.TIME, Kind.VERB, Kind.ADVERB)
    strong = not line.mask(k) & line.words.pack.marks.cue_weak
    return bool(
        article and opens and strong and line.kind(behind) in (None, Kind.STOP)
        and any(line.kind(i) is Kind.VERB for i in range(j))
        and not any(line.kind(i) is Kind.RELATIVE for i in range(j))
    )  # fmt: skip


def inserted(line: Line, k: int) -> bool:
    """*The convoy, police said, was attacked*: commas on both sides, and the clause goes on behind the second."""
    j = k + 1
    while line.kind(j) in (Kind.NOUN, Kind.PREPOSITION, Kind.TIME, Kind.ADVERB):
        j += 1
    if line.kind(j) is not Kind.COMMA:
        return False
    adjunct = line.kind(0) in (Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.TIME)
    return line.kind(j + 1) is Kind.VERB or (adjunct and cue.clause_within(line, j + 1))
