"""Nominal groups with what hangs on them: prepositional phrases, appositions, relative clauses."""

from __future__ import annotations

from sayso.read.frame import Range
from sayso.read.kind import Kind
from sayso.read.line import Line

_INSIDE = (Kind.NOUN, Kind.PREPOSITION, Kind.TIME, Kind.CONJUNCTION, Kind.BRACKET)
_APPOSITION = (*_INSIDE, Kind.VERB, Kind.RELATIVE, Kind.ADVERB, Kind.VIA)
_CLAUSE = (Kind.SUBORDINATOR, Kind.COMPLEMENTIZER)  # what a relative clause may hold besides


def before(line: Line, k: int) -> Range | None:
    """The group that ends right before chunk `k` (adverbs and times passed over): the subject on the left."""
    at = k - 1
    while line.kind(at) in (Kind.ADVERB, Kind.TIME) or (line.kind(at) is Kind.BRACKET and at > 0):
        at = _past_bracket(line, at) if line.kind(at) is Kind.BRACKET else at - 1
    if line.kind(at) in (Kind.COMMA, Kind.DASH):
        head = _before_apposition(line, at)
        if head is None:
            return None
        first = _head_of(line, head)
        citing = any(line.kind(j) is Kind.VIA for j in range(head, at))  # *The newspaper, citing X, has reported*
        return (line.chunks[first].start, line.chunks[head if citing else at - 1].end) if first is not None else None
    if line.kind(at) in (Kind.VERB, Kind.NOUN, Kind.PREPOSITION):  # *a man whom Meridian has spoken to said*
        antecedent = _antecedent(line, at)
        if antecedent is not None:
            return line.chunks[antecedent].start, line.chunks[at].end
    last = at
    if line.kind(at) is Kind.RELATIVE and line.kind(at - 1) in (Kind.NOUN, Kind.COMMA):
        at = at - 2 if line.kind(at - 1) is Kind.COMMA else at - 1
    if line.kind(at) is not Kind.NOUN:
        return None
    first = _head_of(line, at)
    if first is None and last != at:
        first = at  # *spoke to a doctor who said*: what a relative word hangs on may stand in any phrase
    return (line.chunks[first].start, line.chunks[last].end) if first is not None else None


def _antecedent(line: Line, at: int) -> int | None:
    """*An official who asked not to be named said*: the noun before the relative word, no mark between."""
    k = at
    verbs = 0
    while k > 0 and line.kind(k) in (Kind.VERB, Kind.NOUN, Kind.PREPOSITION, Kind.ADVERB, Kind.TIME):
        verbs += line.kind(k) is Kind.VERB
        k -= 1
    relative = verbs and k > 0 and line.kind(k) is Kind.RELATIVE and line.kind(k - 1) is Kind.NOUN
    return _head_of(line, k - 1) if relative else None


def _past_bracket(line: Line, at: int) -> int:
    k = at - 1
    while k > 0 and line.kind(k) is not Kind.BRACKET:
        k -= 1
    return k - 1


def _before_apposition(line: Line, comma: int) -> int | None:
    """The group before *, spokesman for the alliance,*: where the comma at its far side stands behind a noun."""
    k = comma - 1
    while k >= 0 and (
        line.kind(k) in _APPOSITION
        or (line.kind(comma) is Kind.DASH and line.kind(k) is Kind.COMMA)
        or (
            line.kind(k) is Kind.QUOTE and any(q.scare and q.start <= line.chunks[k].start < q.end for q in line.quotes)
        )
    ):
        k -= 1
    if k > 0 and line.kind(k) is line.kind(comma) and line.kind(k - 1) is Kind.NOUN and comma - k > 1:
        return k - 1 if not _predicate(line, k + 1) else None
    if line.kind(k) is Kind.COMPLEMENTIZER:  # *The army, which had said that it did not fly, said*
        while k >= 0 and line.kind(k) is not Kind.COMMA:
            k -= 1
        return k - 1 if k > 0 and line.kind(k + 1) is Kind.RELATIVE and line.kind(k - 1) is Kind.NOUN else None
    return None


def _predicate(line: Line, k: int) -> bool:
    """*Nine people, two of them children, are dead after the raid, X said*: an auxiliary opens no apposition."""
    return line.kind(k) is Kind.VERB and bool(line.words.mask[line.chunks[k].start] & line.words.pack.groups.auxiliary)


def _head_of(line: Line, at: int) -> int | None:
    """From the last noun leftwards over *of*-phrases to the noun that heads them; None where a preposition does."""
    k = at
    while line.kind(k - 1) is Kind.PREPOSITION and line.kind(k) is Kind.NOUN:
        j = k - 2
        while line.kind(j) is Kind.TIME:
            j -= 1
        if line.kind(j) is not Kind.NOUN:
            return (
                None
                if k == at or (line.kind(j) is not None and line.kind(j) not in (Kind.COMMA, Kind.QUOTE))
                else _inner_head(k, at)
            )
        k = j
    return _first_of(line, k)


def _inner_head(k: int, at: int) -> int | None:
    """A group that begins with a preposition (*In Kabul officials*) is headed by its last noun."""
    return at if at > k else None


def _first_of(line: Line, last: int) -> int:
    """From the last noun of *police, two doctors in Herat and a witness* to the first: they are one subject.

    So they are where the first begins its clause; a noun that a verb or preposition stands before belongs to that.
    """
    if line.kind(last - 1) is not Kind.CONJUNCTION or line.mask(last - 1) & line.words.pack.marks.adversative:
        return last
    first, k = last, last - 1
    while line.kind(k) in (Kind.CONJUNCTION, Kind.COMMA) and line.kind(k - 1) is Kind.NOUN:
        k -= 1
        while line.kind(k - 1) is Kind.PREPOSITION and line.kind(k - 2) is Kind.NOUN:
            k -= 2
        if line.kind(k - 1) in (None, Kind.QUOTE, Kind.COMPLEMENTIZER, Kind.DASH, Kind.COMMA):
            first = k
        k -= 1
    return first


def after(line: Line, k: int, *, before_agent: bool = False) -> tuple[Range, int] | None:
    """The group that begins at chunk `k`, with phrases and appositions that hang on it; and the chunk behind it."""
    at = k
    while line.kind(at) is Kind.ADVERB:
        at += 1
    if line.kind(at) is not Kind.NOUN:
        return None
    last = at + 1
    while True:
        if line.kind(last) is Kind.PREPOSITION and line.kind(last + 1) is Kind.NOUN and not _addressee(line, last):
            document = line.mask(last - 1) & (line.words.pack.marks.document | line.words.pack.marks.cue_noun)
            if before_agent and line.mask(last) & line.words.pack.marks.agent and not document:
                break
            last += 2
        elif (
            line.kind(last) is Kind.CONJUNCTION
            and line.kind(last + 1) is Kind.NOUN
            and line.kind(last + 2) is not Kind.VERB
        ):
            last += 2
        elif line.kind(last) is Kind.BRACKET and (behind := _closing(line, last)) is not None:
            last = behind
        elif line.kind(last) is Kind.COMMA and _listed(line, last):
            last += 2
        else:
            break
    return (line.chunks[at].start, line.chunks[last - 1].end), last


def _closing(line: Line, k: int) -> int | None:
    """The chunk behind *(SOHR)*: a bracket with one group in it, from the one that opens it."""
    opens = line.mask(k) & line.words.pack.marks.open
    closes = line.kind(k + 1) is Kind.NOUN and line.kind(k + 2) is Kind.BRACKET
    return k + 3 if opens and closes else None


def _listed(line: Line, comma: int) -> bool:
    """Whether a list goes on behind the comma: *the police, a hospital and a witness*."""
    j = comma
    while line.kind(j) is Kind.COMMA and line.kind(j + 1) is Kind.NOUN:
        j += 2
        while line.kind(j) is Kind.PREPOSITION and line.kind(j + 1) is Kind.NOUN and not _addressee(line, j):
            j += 2
    joined = line.kind(j) is Kind.CONJUNCTION and line.kind(j + 1) is Kind.NOUN and line.kind(j + 2) is not Kind.VERB
    return j > comma and joined and not line.mask(j) & line.words.pack.marks.adversative


def apposition(line: Line, k: int) -> int:
    """The chunk behind *, spokesman for the army* and *, who was there,* where such a phrase begins at chunk `k`."""
    if line.kind(k) is not Kind.COMMA or line.kind(k + 1) not in (Kind.NOUN, Kind.RELATIVE, Kind.VIA):
        return k
    last, relative = k + 1, False
    while line.kind(last) in _APPOSITION or (relative and line.kind(last) in _CLAUSE):
        relative = relative or line.kind(last) is Kind.RELATIVE
        if line.kind(last) is Kind.VERB and not relative:
            return k
        last += 1
    return last if line.kind(last) in (None, Kind.COMMA, Kind.STOP) else k


def _addressee(line: Line, k: int) -> bool:
    """*to Reuters*, *till TT*: a preposition of address before an outlet."""
    return bool(line.mask(k) & line.words.pack.marks.addressee and is_outlet(line, k + 1))


def spoken_to(line: Line, k: int) -> Range | None:
    """The outlet behind *to*, *till* at chunk `k`: one that is known, or a lone name that no list knows."""
    addressed = line.kind(k) is Kind.PREPOSITION and line.mask(k) & line.words.pack.marks.addressee
    if addressed and (is_outlet(line, k + 1) or _unknown_name(line, k + 1)):
        return line.chunks[k + 1].start, line.chunks[k + 1].end
    return None


def contact(line: Line, k: int) -> Range | None:
    """The outlet that the source beginning at chunk `k` is said to have met with.

    *Sources who spoke to Meridian*, *ögonvittnen som Meridian har talat med*.
    """
    while line.kind(k) in _INSIDE:
        k += 1
    if line.kind(k) is Kind.COMMA:
        k += 1
    if line.kind(k) is not Kind.RELATIVE:
        return None
    verb = next((j for j in range(k + 1, min(k + 4, len(line.chunks))) if line.kind(j) is Kind.VERB), None)
    if verb is None or line.mask(verb) & line.words.pack.marks.negation:
        return None
    if verb == k + 2 and is_outlet(line, k + 1):
        return line.chunks[k + 1].start, line.chunks[k + 1].end
    if line.kind(verb + 1) is Kind.PREPOSITION and _addressee(line, verb + 1):
        return line.chunks[verb + 2].start, line.chunks[verb + 2].end
    return None


def _unknown_name(line: Line, k: int) -> bool:
    """One capitalised word or more that no list knows: spoken *to* behind a cue, it is nearly always an outlet."""
    if line.kind(k) is not Kind.NOUN:
        return False
    words, marks, groups = line.words, line.words.pack.marks, line.words.pack.groups
    listed = groups.party | groups.time | marks.people | marks.place | marks.pronoun | marks.adjective
    chunk = line.chunks[k]
    return (
        chunk.end - chunk.start == 1
        and bool(words.mask[chunk.start] & marks.capital)
        and not words.mask[chunk.start] & listed
    )


def is_acronym(line: Line, k: int) -> bool:
    """Whether a group ends in capitals that no list knows: *told China's CGTN*."""
    at, marks = line.chunks[k].end - 1, line.words.pack.marks
    written = line.words.written(at)
    return len(written) > 2 and written.isalpha() and written.isupper() and line.words.mask[at] == marks.capital


def is_outlet(line: Line, k: int) -> bool:
    """Whether a group names a news outlet: a listed name, a word for outlets, or a name that ends like one."""
    if line.kind(k) is not Kind.NOUN:
        return False
    words, marks = line.words, line.words.pack.marks
    if line.mask(k) & (marks.outlet | marks.outlet_noun | marks.agency_noun):
        return True
    return any(
        words.mask[at] & marks.outlet_word and words.mask[at] & marks.capital
        for at in range(line.chunks[k].start, line.chunks[k].end)
    )
