"""Who came to harm, by the place in the clause: subject of a passive or intransitive, object of an active verb."""

from __future__ import annotations

from sayso.read.frame import Range
from sayso.read.group import groups
from sayso.read.kind import Kind
from sayso.read.line import Line

_CLAUSE_EDGES = frozenset((
    Kind.COMMA, Kind.COMPLEMENTIZER, Kind.CONJUNCTION, Kind.SUBORDINATOR, Kind.QUOTE, Kind.DASH,
    Kind.RELATIVE, Kind.VERB, Kind.STOP,
))  # fmt: skip
_FRONTED = (Kind.PREPOSITION, Kind.TIME, Kind.ADVERB, Kind.ACCORDING)
_PHRASES = (Kind.NOUN, Kind.PREPOSITION, Kind.TIME, Kind.ADVERB)
_DEPTH = 6  # verbs that may share one subject
_INSERTIONS = 4  # commas a subject may have between it and its verb: *Jo Berg, 24, of Orsa, died*


def subject(line: Line, k: int, depth: int = _DEPTH) -> Range | None:
    """The subject: before the verb, or behind it where another phrase stands first (*I går dödades tolv soldater*)."""
    if inverted(line, k):
        found = object_of(line, k)
        if found is not None:
            return found
    at = over_adverbs(line, k - 1)
    if line.kind(at) is Kind.VERB and line.chunks[k].infinitive and line.mask(k) & line.words.pack.marks.have:
        return subject(line, at, depth - 1) if depth else None  # *forty are believed to have died*
    if line.kind(at) is Kind.CONJUNCTION:
        return _shared(line, k, at, depth - 1) if depth else None
    if line.kind(at) is Kind.COMMA and line.kind(at - 1) is Kind.VERB and depth:
        return subject(line, at - 1, depth - 1)  # *he refused, fled and was shot*
    at = _over_between(line, at)
    near = _nearest(line, k, at)
    if near is not None:
        return near
    head = _head(line, at)
    if head is None:
        return None
    last = min(_with_phrase(line, head), k) - 1 if head < k else head
    return line.chunks[_first_of_list(line, head)].start, line.chunks[last].end


def _over_between(line: Line, at: int) -> int:
    """From the chunk before a verb over what a subject may have between it and its verb."""
    if line.kind(at) is Kind.COMMA:
        at = _over_insertion(line, at)
    if line.kind(at) is Kind.VERB:
        at = _over_relative(line, at)
    phrase = line.kind(at) is Kind.PREPOSITION and line.kind(at - 1) is Kind.NOUN
    return at - 1 if phrase else at  # *all five on board died*


def _over_relative(line: Line, at: int) -> int:
    """*Guards who had been captured were released*: from the verb of a relative clause to the noun it hangs on."""
    k = at
    while line.kind(k) in (*_PHRASES, Kind.VERB):
        k -= 1
    return _antecedent(line, k) if line.kind(k) is Kind.RELATIVE else at


def over_adverbs(line: Line, at: int) -> int:
    """The last chunk up to `at` that is no adverb and no time."""
    while line.kind(at) in (Kind.ADVERB, Kind.TIME):
        at -= 1
    return at


def _nearest(line: Line, k: int, at: int) -> Range | None:
    """*the family of a boy who was shot*, *neighbours of a man killed on Monday*: it hangs on the nearest noun."""
    marks, relative = line.words.pack.marks, line.kind(at) is Kind.RELATIVE
    finite = marks.be | marks.have | marks.harm__intransitive
    reduced = line.mask(k) & marks.harm__participle and not line.mask(k) & finite
    noun = _antecedent(line, at) if relative else at
    if not (relative or reduced) or line.kind(noun) is not Kind.NOUN:
        return None
    where = (line.chunks[_first_of_list(line, noun)].start, line.chunks[noun].end)
    found = groups(line.words, where)
    phrase = line.kind(noun - 1) is Kind.PREPOSITION
    placed = phrase and line.mask(noun - 1) & marks.place_preposition
    alone = line.chunks[noun].end == line.chunks[noun].start + 1
    those = alone and line.mask(noun) & (marks.pronoun | marks.determiner)
    if phrase and relative and those and not (found or _partitive(line, noun - 2)):
        return where  # *the parents of those who died*: they themselves did not
    return where if found and not (placed and found[0].named) else None  # *the pupils in Selvik freed*


def _shared(line: Line, k: int, conjunction: int, depth: int) -> Range | None:
    """*He was shot and later died*: the subject of the verb before the conjunction."""
    marks = line.words.pack.marks
    at = conjunction - (2 if line.kind(conjunction - 1) is Kind.COMMA else 1)
    while line.kind(at) in _PHRASES:
        at -= 1
    if line.kind(at) is not Kind.VERB:
        return None
    while line.chunks[at].infinitive and line.kind(at - 1) is Kind.VERB:  # *tried to flee and was shot*
        at -= 1
    finite = line.mask(k) & (marks.be | marks.have) or line.mask(k) & (marks.harm__passive | marks.harm__intransitive)
    return subject(line, at, depth) if finite or line.mask(at) & marks.be else None


def _head(line: Line, at: int) -> int | None:
    """The noun that a group ending at chunk `at` is about: over relative clauses and prepositional phrases."""
    head = climb(line, _antecedent(line, at) if line.kind(at) is Kind.RELATIVE else at)
    if head is None:
        return None
    verb = head - 1
    while line.kind(verb) in _PHRASES:
        verb -= 1
    if line.kind(verb) is not Kind.VERB:
        return head
    before = over_adverbs(line, verb - 1)
    if line.kind(before) is Kind.RELATIVE:  # *three soldiers who were guarding the bridge*
        return climb(line, _antecedent(line, before))
    if line.kind(before) is Kind.NOUN and _progressive(line, verb):  # *five men travelling in a car*
        return climb(line, before)
    return head


def _antecedent(line: Line, relative: int) -> int:
    """The noun a relative word hangs on, over a comma and an age (*Jo Berg, 16, who died*)."""
    return _over_age(line, relative - (2 if line.kind(relative - 1) is Kind.COMMA else 1))


def _over_age(line: Line, at: int) -> int:
    return at - 2 if is_number(line, at) and line.kind(at - 1) is Kind.COMMA and line.kind(at - 2) is Kind.NOUN else at


def _progressive(line: Line, k: int) -> bool:
    chunk = line.chunks[k]
    return chunk.end - chunk.start == 1 and line.words.progressive(chunk.start)


def climb(line: Line, at: int) -> int | None:
    """From the last noun leftwards over prepositional phrases to the noun they hang on."""
    while line.kind(at) is Kind.NOUN and line.kind(at - 1) is Kind.PREPOSITION:
        before = at - 2
        if line.kind(before) in (Kind.TIME, Kind.ADVERB) and line.kind(before - 1) is Kind.NOUN:
            before -= 1
        if line.kind(before) is not Kind.NOUN:
            break
        at = before
    return at if line.kind(at) is Kind.NOUN else None


def _over_insertion(line: Line, comma: int) -> int:
    """From the comma that closes *…, including two children,* to the noun before the one that opens it."""
    close = comma
    for _ in range(_INSERTIONS):
        k = close - 1
        while k > 0 and line.kind(k) is not Kind.COMMA:
            k -= 1
        if k <= 0:
            return comma
        if not (is_number(line, k - 1) and line.kind(k - 2) is Kind.COMMA):
            return k - 1
        close = k
    return comma


def is_number(line: Line, k: int) -> bool:
    """Whether a nominal group is a number and nothing else."""
    if line.kind(k) is not Kind.NOUN:
        return False
    chunk = line.chunks[k]
    hit = line.words.found["number"].get(chunk.start)
    return hit is not None and hit[0] == chunk.end


def _first_of_list(line: Line, at: int) -> int:
    """The first group of a coordination that ends with chunk `at`: commas part its groups only before a conjunction."""
    first, joined = at, False
    while True:
        j = first - 1
        if _adds(line, j) or _under_none(line, j):
            j -= 2 if line.kind(j - 1) is Kind.COMMA else 1
        elif joined and line.kind(j) is Kind.COMMA:
            j -= 1
        else:
            return first
        left = climb(line, _over_age(line, j))
        if left is not None and line.words.mask[line.chunks[left].end - 1] & line.words.pack.marks.harm:
            return first  # *two were killed, three guards wounded and ten men were held*
        if left is not None and is_number(line, left) and line.kind(left - 1) is Kind.COMMA:
            return first
        if left is None or line.kind(left - 1) in (Kind.PREPOSITION, Kind.ACCORDING) or _object_there(line, left):
            return first
        first, joined = left, True


def _adds(line: Line, k: int) -> bool:
    """Whether a chunk is an *and*: a *but* adds no people to others."""
    return line.kind(k) in (Kind.CONJUNCTION, Kind.PREPOSITION) and bool(line.mask(k) & line.words.pack.marks.additive)


def _under_none(line: Line, k: int) -> bool:
    """*No women or children were hurt*: the *no* before an *or* speaks of both."""
    none = line.kind(k - 1) is Kind.NOUN and line.words.mask[line.chunks[k - 1].start] & line.words.pack.marks.zero
    return bool(none and line.kind(k) is Kind.CONJUNCTION and line.mask(k) & line.words.pack.marks.alternative)


def _object_there(line: Line, k: int) -> bool:
    """*police arrested a man and two women died*: the noun is the object of a verb, and of no verb of saying."""
    return line.kind(k - 1) is Kind.VERB and not line.mask(k - 1) & line.words.pack.groups.cue


def inverted(line: Line, k: int) -> bool:
    """Whether the first place of the clause is taken by a phrase, a time or nothing, so that the subject follows."""
    if not line.words.pack.settings.verb_second:
        return False
    first = _clause_start(line, k)
    if first == k and line.kind(k - 1) is Kind.COMMA:  # *Nio personer, två av dem barn, är döda*
        before = _over_insertion(line, k - 1)
        first = _clause_start(line, before) if before < k - 1 and line.kind(before) is Kind.NOUN else k
    return first == k or line.kind(first) in _FRONTED


def _clause_start(line: Line, k: int) -> int:
    """The first chunk of the clause that chunk `k` stands in, as far as marks and verbs show."""
    while k > 0 and line.kind(k - 1) not in _CLAUSE_EDGES:
        k -= 1
    return k


def object_of(line: Line, k: int) -> Range | None:
    """The object right behind chunk `k`, with all that is coordinated with it."""
    at = k + 1
    while line.kind(at) is Kind.ADVERB:
        at += 1
    return group_from(line, at)


def group_from(line: Line, at: int) -> Range | None:
    """The nominal group that begins at chunk `at`, with all that is coordinated with it."""
    if line.kind(at) is not Kind.NOUN:
        return None
    last = _with_phrase(line, at)
    while True:
        following = _next_of_list(line, last)
        if following is None:
            break
        last = _with_phrase(line, following)
    return line.chunks[at].start, line.chunks[last - 1].end


def _next_of_list(line: Line, k: int) -> int | None:
    """The next group of a coordination: behind *and*, or behind a comma where an *and* is still to come."""
    j = k + 1 if line.kind(k) is Kind.COMMA else k
    if _adds(line, j):
        return j + 1 if line.kind(j + 1) is Kind.NOUN and not _own_clause(line, j + 1) else None
    if j == k or line.kind(j) is not Kind.NOUN:
        return None
    later = j
    while (
        line.kind(later) is Kind.NOUN
        and line.kind(later + 1) is Kind.COMMA
        and line.kind(later + 2) in (Kind.NOUN, Kind.CONJUNCTION)
    ):
        later += 2 if line.kind(later + 2) is Kind.NOUN else 1
    later += 1
    listed = _adds(line, later) and line.kind(later + 1) is Kind.NOUN and not _own_clause(line, later + 1)
    return j if listed else None


def _own_clause(line: Line, k: int) -> bool:
    """*killed two and a guard was hurt*, *killed 12 and 20 wounded*: the second noun has a verb or harm of its own."""
    if line.mask(k) & line.words.pack.marks.harm:
        return True
    behind = k + 1
    while line.kind(behind) in (Kind.PREPOSITION, Kind.NOUN, Kind.ADVERB, Kind.TIME):
        behind += 1
    return line.kind(behind) is Kind.VERB and not line.chunks[behind].infinitive and not _progressive(line, behind)


def _with_phrase(line: Line, k: int) -> int:
    """The chunk behind a group and, after a bare amount (*dozens of*, *three of*), the phrase that says of whom."""
    if line.kind(k + 1) is Kind.PREPOSITION and line.kind(k + 2) is Kind.NOUN and _partitive(line, k):
        return k + 3
    return k + 1


def _partitive(line: Line, k: int) -> bool:
    hit = line.words.found["quantity"].get(line.chunks[k].start)
    return hit is not None and hit[0] >= line.chunks[k].end
