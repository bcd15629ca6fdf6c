"""Shallow phrases: nominal groups, verb groups and the small words between, from word lists and their neighbours alone.

Method: a chunk grammar in the manner of Abney (1991), with closed classes and verb lists from the pack in place of
part-of-speech tags; a word in no list belongs to the nominal group it stands in.
"""

from __future__ import annotations

from sayso.read.kind import Kind, kind_of
from sayso.read.verb import adverb_before_verb, is_verb
from sayso.read.words import Words


class Chunk:
    """Words from `start` to before `end`; `pronoun` and `infinitive` mark two kinds that behave apart."""

    __slots__ = ("end", "infinitive", "kind", "pronoun", "start")

    def __init__(self, kind: Kind, start: int, end: int, *, pronoun: bool = False, infinitive: bool = False) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.pronoun = pronoun
        self.infinitive = infinitive

    def __repr__(self) -> str:
        """For people who debug rules."""
        return f"{self.kind.name}[{self.start}:{self.end}]"


def chunks(words: Words, start: int, end: int) -> list[Chunk]:
    """The chunks of the words from `start` to before `end`; every word is in exactly one."""
    out: list[Chunk] = []
    at = start
    times = words.found["time"]
    while at < end:
        if at in times and times[at][0] <= end:
            stop = times[at][0]
            out.append(Chunk(Kind.TIME, at, stop))
            at = stop
            continue
        kind = kind_of(words, at, start, end)
        if kind is Kind.VERB:
            stop = _verb_group(words, at, end)
            out.append(Chunk(kind, at, stop, infinitive=bool(words.mask[at] & words.pack.marks.to_infinitive)))
        elif kind is Kind.NOUN:
            stop = _nominal_group(words, at, start, end)
            pronoun = bool(words.mask[at] & words.pack.marks.pronoun) and stop == at + 1
            out.append(Chunk(kind, at, stop, pronoun=pronoun))
        else:
            stop = at + 1
            out.append(Chunk(kind, at, stop))
        at = stop
        if kind is Kind.NOUN and len(out) > 3 and out[-2].kind is Kind.QUOTE:
            _join_quoted_number(words, out)
    return out


def _join_quoted_number(words: Words, out: list[Chunk]) -> None:
    """*“up to 80” soldiers*: quotation marks around a number alone part no group."""
    opening, number, closing, noun = out[-4:]
    hit = words.found["quantity"].get(number.start)
    if opening.kind is Kind.QUOTE and hit is not None and hit[0] == number.end and closing.end == noun.start:
        out[-4:] = [Chunk(Kind.NOUN, opening.start, noun.end)]


def _verb_group(words: Words, at: int, end: int) -> int:
    """Auxiliaries, adverbs and verbs in a row; adverbs at its end stay outside unless a verb follows."""
    marks = words.pack.marks
    loose = marks.adverb | marks.negation | marks.hedge
    stop = at + 1
    if words.mask[at] & marks.to_infinitive:
        stop = at + 2
    k = stop
    times = words.found["time"]
    while k < end and k not in times:
        if is_verb(words, k, at, end) and not words.mask[k] & marks.relative:
            if k > at and (_starts_anew(words, at, k, end) or (k > stop and _spoken(words, stop - 1))):
                break
            k += 1
            stop = k
        elif words.mask[k] & loose and not words.mask[k] & (
            marks.preposition | marks.comma | marks.zero | marks.determiner
        ):
            k += 1
        else:
            break
    return stop


def _spoken(words: Words, at: int) -> bool:
    """*said there had been*: behind a cue, an adverb and a verb open what is said."""
    groups = words.pack.groups
    weak = words.mask[at] & (groups.auxiliary | words.pack.marks.cue_weak)
    return bool(words.mask[at] & groups.cue and not weak)


def _starts_anew(words: Words, at: int, k: int, end: int) -> bool:
    """A cue behind another full verb, or a -ing form or infinitive behind a cue, begins a group of its own."""
    groups, marks = words.pack.groups, words.pack.marks
    if not is_verb(words, k - 1, at, end) or words.mask[k - 1] & groups.auxiliary:
        return False
    if words.mask[k] & (marks.be | marks.have) and words.mask[k - 1] & marks.harm__participle and k - 1 > at:
        return True  # *guards who had been captured were released*
    if words.mask[k] & groups.cue or (words.mask[k] & marks.occur and _spoken(words, k - 1)):
        return True
    return bool(words.mask[k - 1] & groups.cue) and (words.progressive(k) or bool(words.mask[k] & marks.to_infinitive))


def _nominal_group(words: Words, at: int, start: int, end: int) -> int:
    marks, groups, mask = words.pack.marks, words.pack.groups, words.mask
    times, quantities = words.found["time"], words.found["quantity"]
    opens = marks.determiner | marks.zero
    k = at
    if at in quantities and quantities[at][0] <= end:
        k = quantities[at][0]
    else:
        k = at + 1
        if mask[at] & marks.pronoun and not mask[at] & marks.determiner:
            return k
        if mask[at] & marks.pronoun and (k >= end or not _nominal(words, k, start, end)):
            return k
    headed = not mask[k - 1] & (opens | marks.adjective | marks.digits | marks.number | marks.vague)
    while k < end and k not in times:
        if mask[k] & opens and not mask[k] & (groups.noun | groups.auxiliary):
            if headed:
                break
        elif k in quantities:
            if headed:
                break
            k = quantities[k][0]
            continue
        elif (
            not _nominal(words, k, start, end)
            or (headed and _apart(words, k, start, end))
            or (mask[k] & marks.pronoun and not mask[k] & (marks.determiner | marks.capital))
        ):
            break
        else:
            headed = headed or not mask[k] & marks.adjective
        k += 1
    return max(k, at + 1)


def _apart(words: Words, at: int, start: int, end: int) -> bool:
    """Whether a word behind the noun of a group begins something else: *Moskva senare medgav*, *besköt armén byn*."""
    return adverb_before_verb(words, at, start, end) or _behind_definite(words, at)


def _behind_definite(words: Words, at: int) -> bool:
    """*besköt armén byn*: no noun stands in one group behind a definite one; the two are subject and object."""
    settings, marks, before = words.pack.settings, words.pack.marks, words.norm[at - 1]
    if not settings.postposed_article or not before.endswith(settings.definite_endings):
        return False
    common = words.pack.groups.noun & ~(marks.adjective | marks.name_particle)
    plain = not (words.mask[at - 1] | words.mask[at]) & (marks.capital | marks.adjective)
    unlisted = not words.mask[at] and words.mask[at - 1] & words.pack.groups.party  # *tog armén avstånd från*
    nouns = words.mask[at - 1] & common and (words.mask[at] & common or unlisted)
    return bool(plain and nouns) and not before.endswith(settings.genitive)


def _nominal(words: Words, at: int, start: int, end: int) -> bool:
    """Whether a word can stand inside a nominal group."""
    marks = words.pack.marks
    counted = words.mask[at - 1] & (marks.number | marks.vague | marks.zero)  # *Två av dem* names nobody
    if words.mask[at] & marks.name_particle and words.mask[at - 1] & marks.capital and not counted:
        return True
    if words.norm[at] in words.pack.settings.genitive:
        return True
    return kind_of(words, at, start, end) is Kind.NOUN
