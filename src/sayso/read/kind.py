"""What kind of chunk a word opens."""

from __future__ import annotations

from enum import IntEnum

from sayso.read.verb import adverb_before_verb, clause_follows, is_verb
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


def kind_of(words: Words, at: int, start: int, end: int) -> Kind:  # noqa: C901, PLR0912 -- one branch a class
    """The kind of the chunk that word `at` of the words from `start` to before `end` opens."""
    marks, groups, here = words.pack.marks, words.pack.groups, words.mask[at]
    if not here & groups.opener or at in words.found["quantity"]:
        return Kind.NOUN
    if here & groups.mark:
        return _mark(words, at, end)
    if here & marks.according:
        return Kind.ACCORDING
    if here & (marks.via | marks.relay):
        return Kind.VIA
    after = words.mask[at + 1] if at + 1 < end else 0
    if (
        here & marks.to_infinitive
        and after & groups.verb
        and not after & groups.auxiliary & ~marks.have & ~marks.be
        and is_verb(words, at + 1, start, end)
        and not (here & marks.complementizer and _finite_after(words, at, end))
    ):
        return Kind.VERB
    if here & marks.relative and _relative(words, at, start, end):
        return Kind.RELATIVE
    if (
        here & marks.complementizer
        and _opens_content(words, at, start, end)
        and not (here & marks.determiner and _demonstrative(words, at, start, end))
    ):
        return Kind.COMPLEMENTIZER
    if is_verb(words, at, start, end):
        return Kind.VERB
    if here & (marks.pronoun | marks.determiner):
        return Kind.NOUN
    if here & marks.subordinator and not (here & marks.preposition and not clause_follows(words, at, end)):
        return Kind.SUBORDINATOR
    if here & marks.conjunction and not (here & marks.preposition and _is_preposition(words, at, start, end)):
        return Kind.CONJUNCTION
    if here & marks.preposition:
        return Kind.PREPOSITION
    if (
        here & (marks.adverb | marks.negation)
        and not _attribute(words, at, start, end)
        and not here & (groups.party | marks.zero)
        and (
            not here & marks.adjective
            or adverb_before_verb(words, at, start, end)
            or (  # *medgav senare att*, *säger anonymt till Reuters*
                after & (marks.complementizer | marks.preposition) and at > start and words.mask[at - 1] & groups.cue
            )
        )
    ):
        return Kind.ADVERB
    return Kind.NOUN


def _attribute(words: Words, at: int, start: int, end: int) -> bool:
    """*ett internt meddelande*: between an article and a noun a form that can be an adverb is an adjective."""
    marks, before = words.pack.marks, words.mask[at - 1] if at > start else 0
    article = before & marks.determiner and not before & (marks.pronoun | marks.adverb)
    return bool(article and at + 1 < end and not words.mask[at + 1] & (words.pack.groups.opener | marks.adjective))


def _is_preposition(words: Words, at: int, start: int, end: int) -> bool:
    """Whether a word that can join clauses does not: *uppger för Reuters att*, or no clause follows it."""
    spoken_to = at > start and words.mask[at - 1] & words.pack.groups.cue
    outlet = at + 1 < end and words.mask[at + 1] & words.pack.marks.outlet
    return bool(spoken_to or outlet) or not clause_follows(words, at, end)


def _mark(words: Words, at: int, end: int) -> Kind:
    """The kind of a mark."""
    marks, here = words.pack.marks, words.mask[at]
    for bit, kind in (
        (marks.comma, Kind.COMMA), (marks.stop, Kind.STOP), (marks.quote | marks.apostrophe, Kind.QUOTE),
        (marks.colon, Kind.COLON), (marks.dash, Kind.DASH), (marks.semicolon, Kind.SEMICOLON),
    ):  # fmt: skip
        if here & bit:
            return Kind.NOUN if kind is Kind.STOP and _initial(words, at, end) else kind
    return Kind.BRACKET


def _opens_content(words: Words, at: int, start: int, end: int) -> bool:
    """Whether a word of two kinds opens what is said: *when* behind a cue, *om* before a clause, *var* (where, was)."""
    marks, here = words.pack.marks, words.mask[at]
    if here & marks.preposition and not clause_follows(words, at, end):
        return False
    if here & (marks.subordinator | marks.be) and not here & marks.to_infinitive:
        before = words.mask[at - 1] if at > start else 0
        return bool(before & (words.pack.groups.cue | marks.cue_noun | marks.adverb | marks.negation))
    return True


def _initial(words: Words, at: int, end: int) -> bool:
    """The full stop of an initial inside a name: *George W. Bush*."""
    return (
        at > 0
        and at + 1 < end
        and len(words.norm[at - 1]) == 1
        and bool(words.mask[at - 1] & words.mask[at + 1] & words.pack.marks.capital)
    )


def _relative(words: Words, at: int, start: int, end: int) -> bool:
    """Whether *who, which, that, som, där* hangs on the noun before it, and does not open what is said."""
    marks, groups = words.pack.marks, words.pack.groups
    if not words.mask[at] & marks.complementizer:
        both = marks.determiner | marks.pronoun
        stacked = at > start and words.mask[at - 1] & marks.comma and at + 1 < end and words.mask[at + 1] & both
        return not words.mask[at] & both or bool(stacked) or _verb_next(words, at, start, end)
    before = at - 1 - bool(at > start and words.mask[at - 1] & marks.comma)
    if before < start or is_verb(words, before, start, end) or words.mask[before] & (marks.preposition | marks.adverb):
        return False
    after = words.mask[at + 1] if at + 1 < end else 0
    return not words.mask[before] & marks.cue_noun and bool(after & groups.verb) and not after & marks.determiner


def _verb_next(words: Words, at: int, start: int, end: int) -> bool:
    """*The cell, which claimed the raid*: a determiner that no noun follows, behind a mark or a noun."""
    marks = words.pack.marks
    k = at + 1
    while k < end and words.mask[k] & marks.adverb and not is_verb(words, k, start, end):
        k += 1
    return at > start and k < end and bool(words.mask[at - 1] & marks.comma) and is_verb(words, k, start, end)


def _finite_after(words: Words, at: int, end: int) -> bool:
    return bool(at + 1 < end and words.mask[at + 1] & words.pack.marks.pronoun)


def _demonstrative(words: Words, at: int, start: int, end: int) -> bool:
    """*that* before a noun and with no cue before it is a determiner."""
    before = words.mask[at - 1] if at > start else 0
    return (
        not before & words.pack.groups.verb
        and at + 1 < end
        and bool(before & words.pack.marks.preposition or at == start)
    )
