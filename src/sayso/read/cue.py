"""Cue verbs in their sentence: what they do, what stands around them, and where what they govern ends."""

from __future__ import annotations

from sayso.lang.marks import CUES
from sayso.read import echo, nominal
from sayso.read.frame import Range
from sayso.read.kind import Kind
from sayso.read.line import Line

_LIGHT = (Kind.ADVERB, Kind.TIME)
_INSERTED = 10  # chunks of an insertion, at most
_NO_INSERTION = (Kind.STOP, Kind.QUOTE, Kind.COLON, Kind.SEMICOLON, Kind.COMPLEMENTIZER, Kind.RELATIVE, Kind.DASH)


def cue_word(line: Line, k: int) -> int | None:
    """The last cue verb of a verb group, if no other full verb follows it there."""
    words, groups, marks = line.words, line.words.pack.groups, line.words.pack.marks
    for at in range(line.chunks[k].end - 1, line.chunks[k].start - 1, -1):
        if words.mask[at] & groups.cue:
            return None if _unreal(line, k, at) else at
        if words.mask[at] & groups.verb and not words.mask[at] & (groups.auxiliary | marks.adverb):
            return None
    return None


def _unreal(line: Line, k: int, at: int) -> bool:
    """*need to find*, *would allow*: an infinitive behind a verb, or a weak cue under a modal, reports nothing."""
    words, marks = line.words, line.words.pack.marks
    before = range(line.chunks[k].start + 1, at)
    if any(words.mask[j] & marks.to_infinitive for j in before):
        return True
    weak = bool(words.mask[at] & marks.cue_weak)
    return weak and any(words.mask[j] & marks.modal for j in range(line.chunks[k].start, at)) and not negated(line, k)


def passive(line: Line, k: int, at: int) -> bool:
    """*was told*, *is accused*: a form of *be* before the cue and no -ing form."""
    marks, words = line.words.pack.marks, line.words
    return not words.progressive(at) and any(words.mask[j] & marks.be for j in range(line.chunks[k].start, at))


def act(line: Line, at: int, *, negated: bool = False) -> str:
    """What a cue does. *does not say* declines; *cannot confirm* does not know."""
    marks = line.words.pack.marks
    found = next((name for name in reversed(CUES) if line.words.mask[at] & getattr(marks, name)), CUES[0])
    if not negated:
        return found
    return {"say": "decline", "report": "decline", "claim": "decline", "confirm": "no_knowledge"}.get(found, found)


def negated(line: Line, k: int) -> bool:
    """Whether the verb group of a cue is negated: inside it, or by the word right behind."""
    bit = line.words.pack.marks.negation
    if line.mask(k) & bit:
        return True
    behind = line.kind(k + 1) is Kind.ADVERB and line.mask(k + 1) & bit
    return bool(behind) and line.kind(k + 2) is not Kind.VERB  # *säger sig inte ha*: the negation is the infinitive's


def after_cue(line: Line, k: int, follow: int) -> tuple[int, Range | None]:
    """The chunk where content can begin: past addressee, time, place and a way of saying; and the outlet spoken to."""
    marks = line.words.pack.marks
    outlet: Range | None = None
    at = follow
    while at < len(line.chunks):
        kind = line.kind(at)
        if kind in _LIGHT:
            at += 1
        elif kind is Kind.PREPOSITION and line.kind(at + 1) in (Kind.NOUN, Kind.TIME) and _then_content(line, at + 2):
            outlet = nominal.spoken_to(line, at) or outlet
            at += 2
        elif kind is Kind.NOUN and at == follow and line.mask(k) & marks.addressee_verb:
            if nominal.is_outlet(line, at):
                outlet = (line.chunks[at].start, line.chunks[at].end)
            elif nominal.is_acronym(line, at):
                outlet = (line.chunks[at].end - 1, line.chunks[at].end)
            at += 1
        elif kind is Kind.COMMA and line.kind(at + 1) is Kind.VIA:
            at = _past_via(line, at)
        elif kind is Kind.VIA:
            at = _past_via(line, at - 1)
        elif kind is Kind.COMMA and (closing := _closing(line, at)) is not None:
            return closing, outlet
        else:
            break
    return at, outlet


def _closing(line: Line, comma: int) -> int | None:
    """The comma that closes an insertion before *that*: *claimed, without offering evidence, that …*."""
    for j in range(comma + 1, min(comma + _INSERTED, len(line.chunks))):
        if line.kind(j) is Kind.COMMA:
            return j if line.kind(j + 1) is Kind.COMPLEMENTIZER else None
        if line.kind(j) in _NO_INSERTION:
            return None
    return None


def _then_content(line: Line, k: int) -> bool:
    """Whether a phrase after the cue is followed by the content or the end, and so belongs to the cue."""
    while line.kind(k) in (Kind.PREPOSITION, Kind.NOUN, Kind.TIME, Kind.ADVERB, Kind.CONJUNCTION):
        k += 1
    return line.kind(k) in (
        None,
        Kind.COMPLEMENTIZER,
        Kind.COLON,
        Kind.QUOTE,
        Kind.COMMA,
        Kind.STOP,
        Kind.VIA,
        Kind.DASH,
    )


def _past_via(line: Line, comma: int) -> int:
    k = comma + 2
    while line.kind(k) in (Kind.NOUN, Kind.PREPOSITION, Kind.TIME):
        k += 1
    return k + 1 if line.kind(k) is Kind.COMMA else k


def explicit(line: Line, right: int) -> bool:
    """Whether what follows can only be content: *that*, a colon, an opening quotation mark."""
    kind = line.kind(right)
    if kind is Kind.QUOTE:
        return any(q.start == line.chunks[right].start and not q.scare for q in line.quotes)
    return kind in (Kind.COMPLEMENTIZER, Kind.COLON)


def cut(line: Line, k: int) -> int:
    """Where content that begins before chunk `k` ends: with the sentence, or where a new clause reports anew."""
    for j in range(k, len(line.chunks)):
        if line.quoted(line.chunks[j].start):
            continue
        if line.kind(j) is Kind.COMMA and (
            line.kind(j + 1) is Kind.VIA or verdict_clause(line, j) or _turns(line, j) or echo.opens(line, j)
        ):
            return line.chunks[j].start
        if line.kind(j) in (Kind.CONJUNCTION, Kind.SUBORDINATOR) and new_cue_clause(line, j):
            back = j - 1 if line.kind(j - 1) is Kind.COMMA else j
            return line.chunks[back].start
        if line.kind(j) is Kind.COMMA and (trailing_cue(line, j) or participle_cue(line, j)):
            return line.chunks[j].start
        if line.kind(j) is Kind.SEMICOLON or (
            line.kind(j) is Kind.COMMA and _verb_next(line, j + 1) and _in_relative(line, k)
        ):
            return line.chunks[j].start
    return line.sentence.end


def _verb_next(line: Line, k: int) -> bool:
    while line.kind(k) in _LIGHT:
        k += 1
    return line.kind(k) is Kind.VERB


def _in_relative(line: Line, k: int) -> bool:
    """Whether chunk `k` stands in a relative clause that a comma can close: *X, who declined to be named, said*."""
    k -= 2 if line.kind(k - 1) is Kind.COMPLEMENTIZER else 1
    while k > 0 and line.kind(k) not in (Kind.COMMA, Kind.RELATIVE, Kind.COMPLEMENTIZER):
        k -= 1
    return line.kind(k) is Kind.RELATIVE


def new_cue_clause(line: Line, k: int) -> bool:
    """*and added that*, *but the army denied*, *while residents said*: a cue close behind the conjunction."""
    j = k + 1
    subject = False
    while line.kind(j) in (Kind.ADVERB, Kind.TIME, Kind.NOUN, Kind.PREPOSITION):
        subject = subject or line.kind(j) is Kind.NOUN
        j += 1
    at = cue_word(line, j) if line.kind(j) is Kind.VERB and not line.chunks[j].infinitive else None
    if at is None or (line.kind(k) is Kind.SUBORDINATOR and (not subject or line.kind(k - 1) is not Kind.COMMA)):
        return False
    right = after_cue(line, j, j + 1)[0]
    if explicit(line, right) or (not subject and line.kind(k) is Kind.CONJUNCTION and _speaks(line, at, right)):
        return True
    weak = line.words.mask[at] & line.words.pack.marks.cue_weak
    return subject and not weak and line.kind(k - 1) is Kind.COMMA and clause_within(line, right)


def _speaks(line: Line, at: int, right: int) -> bool:
    """*and warned against*, *and said a curfew would go on*: a strong cue that shares the subject before it."""
    marks, mask = line.words.pack.marks, line.words.mask[at]
    takes_noun = mask & (marks.deny | marks.confirm | marks.admit | marks.accuse) and line.kind(right) is Kind.NOUN
    clause = takes_noun or line.kind(right) is Kind.PREPOSITION or clause_within(line, right)
    return bool(clause and not mask & marks.cue_weak)


def _turns(line: Line, k: int) -> bool:
    """*, but he offered no proof*: behind a comma and an adversative the report's own voice goes on."""
    turn = (
        line.kind(k + 1) in (Kind.CONJUNCTION, Kind.SUBORDINATOR)
        and line.mask(k + 1) & line.words.pack.marks.adversative
    )
    return bool(turn) and any(line.kind(j) is Kind.VERB for j in range(k + 2, len(line.chunks)))


def verdict_clause(line: Line, k: int) -> bool:
    """*, but this has not been confirmed*: behind the comma at chunk `k` the report itself judges what was said."""
    if line.kind(k + 1) not in (Kind.CONJUNCTION, Kind.NOUN, Kind.RELATIVE, Kind.SUBORDINATOR):
        return False
    behind = line.chunks[k + 1].start
    return any(match.start >= behind and match.rule.gives["kind"] == "verdict" for match in line.signs)


def trailing_cue(line: Line, comma: int) -> bool:
    """*…, uppger X.*: a cue with a subject and nothing more behind a comma."""
    j = comma + 1
    while line.kind(j) in (Kind.NOUN, Kind.PREPOSITION, Kind.ADVERB, Kind.TIME):
        j += 1
    if line.kind(j) is Kind.ACCORDING:
        return True
    at = cue_word(line, j) if line.kind(j) is Kind.VERB and not line.chunks[j].infinitive else None
    if at is None or line.words.mask[at] & line.words.pack.marks.cue_weak:
        return False
    right, _ = after_cue(line, j, j + 1)
    if j == comma + 1:
        group = nominal.after(line, j + 1)
        if group is None:
            return False
        right, _ = after_cue(line, j, group[1])
    return line.kind(right) in (None, Kind.STOP, Kind.COMMA, Kind.VIA)


def participle_cue(line: Line, comma: int) -> bool:
    """*…, adding that*, *…, before admitting that*: a cue in -ing right behind a comma."""
    j = comma + 2 if line.kind(comma + 1) is Kind.SUBORDINATOR else comma + 1
    at = cue_word(line, j) if line.kind(j) is Kind.VERB else None
    return at is not None and line.words.progressive(at)


def participle(line: Line, k: int, at: int) -> bool:
    """Whether a cue is a bare -ing form (*saying*), which shares the subject of another verb."""
    return line.words.progressive(at) and line.chunks[k].end - line.chunks[k].start == 1


def clause_within(line: Line, k: int) -> bool:
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
        elif line.kind(j) in (Kind.STOP, Kind.COLON, Kind.DASH, Kind.SEMICOLON) or (
            line.kind(j) is Kind.COMMA and not adjunct and not _insertion(line, j)
        ):
            return False
    return False


def behind_complementizer(line: Line, k: int) -> int:
    """The word where content begins at chunk `k`: behind a bare *that* or a colon, *how many* inside."""
    keeps = line.kind(k) is Kind.COMPLEMENTIZER and not line.mask(k) & line.words.pack.marks.bare_complementizer
    return line.chunks[k].start if keeps else line.chunks[k].end


def _insertion(line: Line, k: int) -> bool:
    """Whether the comma at chunk `k` opens or closes a short insertion behind a noun: *the man, 34, shot*."""
    inside = (Kind.NOUN, Kind.PREPOSITION, Kind.TIME, Kind.ADVERB)
    j = k + 1
    while line.kind(j) in inside:
        j += 1
    if line.kind(j) is Kind.COMMA and line.kind(j + 1) is Kind.VERB:
        return True
    j = k - 1
    while line.kind(j) in inside:
        j -= 1
    return line.kind(j) is Kind.COMMA and line.kind(k + 1) is Kind.VERB
