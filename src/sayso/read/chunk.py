"""Shallow phrases: nominal groups, verb groups and the small words between, from word lists and their neighbours alone.

Method: a chunk grammar in the manner of Abney (1991), with closed classes and verb lists from the pack in place of
part-of-speech tags; a word in no list belongs to the nominal group it stands in.
"""

from __future__ import annotations

from enum import IntEnum

from sayso.read.words import Words


class Kind(IntEnum):
    """What a chunk is."""

    NOUN = 0  # a nominal group, a name, a pronoun
    VERB = 1  # auxiliaries, adverbs inside, and verbs
    PREPOSITION = 2
    SUBORDINATOR = 3
    RELATIVE = 4
    COMPLEMENTIZER = 5
    CONJUNCTION = 6
    ADVERB = 7
    COMMA = 8
    COLON = 9
    DASH = 10
    QUOTE = 11
    STOP = 12
    TIME = 13
    BRACKET = 14
    ACCORDING = 15
    VIA = 16
    SEMICOLON = 17


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
        kind = _kind(words, at, start, end)
        if kind is Kind.VERB:
            stop = _verb_group(words, at, start, end)
            out.append(Chunk(kind, at, stop, infinitive=bool(words.mask[at] & words.pack.marks.to_infinitive)))
        elif kind is Kind.NOUN:
            stop = _nominal_group(words, at, start, end)
            pronoun = bool(words.mask[at] & words.pack.marks.pronoun) and stop == at + 1
            out.append(Chunk(kind, at, stop, pronoun=pronoun))
        else:
            stop = at + 1
            out.append(Chunk(kind, at, stop))
        at = stop
    return out


def is_verb(words: Words, at: int, start: int, end: int) -> bool:
    """Whether a word that can be a verb is one here, by what stands beside it."""
    mask, marks, groups = words.mask, words.pack.marks, words.pack.groups
    here = mask[at]
    if not here & groups.verb or here & marks.not_verb and not here & groups.cue:
        return False
    before = mask[at - 1] if at > start else 0
    after = mask[at + 1] if at + 1 < end else 0
    if here & marks.capital and not here & groups.auxiliary and _name_like(words, at, start, before, after):
        return False
    if here & groups.auxiliary:
        return not (before & marks.determiner and here & groups.noun)
    if before & marks.to_infinitive:
        return True
    if at > start and words.norm[at - 1] in words.pack.settings.genitive and not (at - 1 > start and mask[at - 2] & marks.pronoun):
        return False
    plain = not here & groups.cue or here & (marks.cue_weak | groups.noun)
    if plain and before & marks.adjective and not before & (marks.adverb | groups.verb | groups.party) and at - 1 > start and mask[at - 2] & marks.determiner:
        return False
    if before & marks.determiner and not before & (marks.pronoun | groups.auxiliary | marks.relative):
        return bool(here & marks.verb and not here & groups.noun and after & (marks.determiner | marks.complementizer))
    if not here & groups.noun:
        if before & marks.preposition and not before & (marks.adverb | marks.subordinator | marks.to_infinitive | marks.complementizer):
            return not here & marks.verb_ending
        return True
    return _ambiguous(words, at, before, after)


def _name_like(words: Words, at: int, start: int, before: int, after: int) -> bool:
    """A verb form written with a capital inside a sentence, or before another verb, is a name: *Lynch said*, *Mr. Will*."""
    marks = words.pack.marks
    opens = at == start or before & (marks.quote | marks.dash | marks.colon | marks.stop | marks.open | marks.apostrophe)
    return not opens or bool(after & words.pack.groups.verb and not after & words.pack.groups.noun)


def _ambiguous(words: Words, at: int, before: int, after: int) -> bool:
    """A word that stands in a list of nouns too: *forces*, *report*, *attacks*, *claims*."""
    marks, groups = words.pack.marks, words.pack.groups
    if before & (marks.modal | marks.pronoun | marks.negation) and not before & marks.determiner:
        return True
    if before & (groups.auxiliary | marks.adverb) and not before & marks.preposition:
        if before & marks.be and not words.norm[at].endswith(words.pack.settings.participles):
            return False
        harmful = words.mask[at] & (marks.harm__participle | marks.harm__passive | marks.harm__active)
        return bool(harmful or words.mask[at] & (groups.cue | marks.verb))
    if before & (marks.preposition | marks.adjective | marks.digits | marks.number | marks.vague | marks.conjunction):
        return False
    if after & groups.verb and not after & groups.noun:
        return False
    return bool(after & (marks.determiner | marks.complementizer | marks.pronoun | marks.digits | marks.number | marks.quote | marks.colon | marks.vague | marks.zero)) and before != 0


def _kind(words: Words, at: int, start: int, end: int) -> Kind:  # noqa: C901, PLR0911, PLR0912 -- one branch a class
    marks, here = words.pack.marks, words.mask[at]
    if at in words.found["quantity"]:
        return Kind.NOUN
    for bit, kind in (
        (marks.comma, Kind.COMMA), (marks.stop, Kind.STOP), (marks.quote | marks.apostrophe, Kind.QUOTE),
        (marks.colon, Kind.COLON), (marks.dash, Kind.DASH), (marks.semicolon, Kind.SEMICOLON),
        (marks.open | marks.close, Kind.BRACKET),
    ):  # fmt: skip
        if here & bit:
            return Kind.NOUN if kind is Kind.STOP and _initial(words, at, end) else kind
    if here & marks.according:
        return Kind.ACCORDING
    if here & (marks.via | marks.relay):
        return Kind.VIA
    after = words.mask[at + 1] if at + 1 < end else 0
    if here & marks.to_infinitive and after & words.pack.groups.verb and not after & words.pack.groups.auxiliary & ~marks.have & ~marks.be:
        if is_verb(words, at + 1, start, end) and not (here & marks.complementizer and _finite_after(words, at, end)):
            return Kind.VERB
    if here & marks.relative and _relative(words, at, start, end):
        return Kind.RELATIVE
    if here & marks.complementizer and _opens_content(words, at, start, end) and not (here & marks.determiner and _demonstrative(words, at, start, end)):
        return Kind.COMPLEMENTIZER
    if is_verb(words, at, start, end):
        return Kind.VERB
    if here & (marks.pronoun | marks.determiner):
        return Kind.NOUN
    if here & marks.subordinator and not (here & marks.preposition and not _clause_follows(words, at, end)):
        return Kind.SUBORDINATOR
    if here & marks.conjunction:
        return Kind.CONJUNCTION
    if here & marks.preposition:
        return Kind.PREPOSITION
    if here & (marks.adverb | marks.negation) and not here & (words.pack.groups.party | marks.zero) and (
        not here & marks.adjective or _adverb_before_verb(words, at, start, end)
    ):
        return Kind.ADVERB
    return Kind.NOUN


def _opens_content(words: Words, at: int, start: int, end: int) -> bool:
    """Whether a word that can also be another kind opens what is said: *when* and *where* behind a cue, *om* before a clause."""
    marks, here = words.pack.marks, words.mask[at]
    if here & marks.preposition and not _clause_follows(words, at, end):
        return False
    if here & marks.subordinator and not here & marks.to_infinitive:
        before = words.mask[at - 1] if at > start else 0
        return bool(before & (words.pack.groups.cue | marks.cue_noun | marks.adverb | marks.negation))
    return True


def _initial(words: Words, at: int, end: int) -> bool:
    """The full stop of an initial inside a name: *George W. Bush*."""
    return at > 0 and at + 1 < end and len(words.norm[at - 1]) == 1 and bool(words.mask[at - 1] & words.mask[at + 1] & words.pack.marks.capital)


def _relative(words: Words, at: int, start: int, end: int) -> bool:
    """Whether *who, which, that, som, där* hangs on the noun before it, and does not open what is said."""
    marks, groups = words.pack.marks, words.pack.groups
    if not words.mask[at] & marks.complementizer:
        return not words.mask[at] & (marks.determiner | marks.pronoun)
    before = at - 1 - bool(at > start and words.mask[at - 1] & marks.comma)
    if before < start or is_verb(words, before, start, end) or words.mask[before] & (marks.preposition | marks.adverb):
        return False
    after = words.mask[at + 1] if at + 1 < end else 0
    return not words.mask[before] & marks.cue_noun and bool(after & groups.verb) and not after & marks.determiner


def _finite_after(words: Words, at: int, end: int) -> bool:
    return bool(at + 1 < end and words.mask[at + 1] & words.pack.marks.pronoun)


def _demonstrative(words: Words, at: int, start: int, end: int) -> bool:
    """*that* before a noun and with no cue before it is a determiner."""
    before = words.mask[at - 1] if at > start else 0
    return not before & words.pack.groups.verb and at + 1 < end and bool(before & words.pack.marks.preposition or at == start)


def _clause_follows(words: Words, at: int, end: int) -> bool:
    """Whether a verb comes before the next comma or stop: then the word opens a clause and not a phrase."""
    marks = words.pack.marks
    for k in range(at + 1, min(at + 9, end)):
        if words.mask[k] & (marks.comma | marks.stop | marks.colon):
            return False
        if is_verb(words, k, at, end):
            return True
    return False


def _verb_group(words: Words, at: int, start: int, end: int) -> int:
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
            if k > at and _starts_anew(words, at, k, end):
                break
            k += 1
            stop = k
        elif words.mask[k] & loose and not words.mask[k] & (marks.preposition | marks.comma | marks.zero | marks.determiner):
            k += 1
        else:
            break
    return stop


def _starts_anew(words: Words, at: int, k: int, end: int) -> bool:
    """A cue behind another full verb, or a -ing form or infinitive behind a cue, begins a group of its own."""
    groups, marks = words.pack.groups, words.pack.marks
    if not is_verb(words, k - 1, at, end) or words.mask[k - 1] & groups.auxiliary:
        return False
    if words.mask[k] & groups.cue:
        return True
    progressive = words.pack.settings.progressive
    gerund = bool(progressive) and words.norm[k].endswith(progressive)
    return bool(words.mask[k - 1] & groups.cue) and (gerund or bool(words.mask[k] & marks.to_infinitive))


def _nominal_group(words: Words, at: int, start: int, end: int) -> int:  # noqa: C901 -- one test a boundary
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
        if mask[k] & opens and not mask[k] & groups.noun:
            if headed:
                break
        elif k in quantities:
            if headed:
                break
            k = quantities[k][0]
            continue
        elif not _nominal(words, k, start, end) or (headed and _adverb_before_verb(words, k, start, end)):
            break
        elif mask[k] & marks.pronoun and not mask[k] & (marks.determiner | marks.capital):
            break
        else:
            headed = headed or not mask[k] & marks.adjective
        k += 1
    return max(k, at + 1)


def _adverb_before_verb(words: Words, at: int, start: int, end: int) -> bool:
    """*Moskva senare medgav*: a word that can be an adjective is an adverb between a noun and a verb."""
    return bool(words.mask[at] & words.pack.marks.adverb) and at + 1 < end and is_verb(words, at + 1, start, end)


def _nominal(words: Words, at: int, start: int, end: int) -> bool:
    """Whether a word can stand inside a nominal group."""
    if words.mask[at] & words.pack.marks.name_particle and words.mask[at - 1] & words.pack.marks.capital:
        return True
    if words.norm[at] in words.pack.settings.genitive:
        return True
    return _kind(words, at, start, end) is Kind.NOUN
