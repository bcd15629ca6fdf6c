"""Which words are verbs where they stand, by word lists and their neighbours."""

from __future__ import annotations

from sayso.read.words import Words


def is_verb(words: Words, at: int, start: int, end: int) -> bool:
    """Whether a word that can be a verb is one here, by what stands beside it."""
    mask, marks, groups = words.mask, words.pack.marks, words.pack.groups
    here = mask[at]
    if not here & groups.verb or (here & marks.not_verb and not here & groups.cue):
        return False
    before = mask[at - 1] if at > start else 0
    after = mask[at + 1] if at + 1 < end else 0
    if here & marks.capital and not here & groups.auxiliary and _name_like(words, at, start, before, after):
        return False
    if here & groups.auxiliary:
        return not (before & marks.determiner and here & groups.noun)
    if before & marks.to_infinitive:
        return True
    if _of_owner(words, at, start) or _of_object(words, at, start, before, after) or _of_counted(words, at, start):
        return False
    plain = not here & groups.cue or here & (marks.cue_weak | groups.noun)
    if before & (marks.adjective | marks.definite) and _attributive(words, at, start, end):
        return False
    headed = at - 1 > start and mask[at - 2] & marks.determiner and not plain  # the other said
    if before & marks.determiner and not headed and not before & (marks.pronoun | groups.auxiliary | marks.relative):
        return bool(here & marks.verb and not here & groups.noun and after & (marks.determiner | marks.complementizer))
    if not here & groups.noun:
        if before & marks.preposition and not before & (
            marks.adverb | marks.subordinator | marks.to_infinitive | marks.complementizer
        ):
            return not here & marks.verb_ending
        return True
    return _ambiguous(words, at, start, before, after)


def _of_owner(words: Words, at: int, start: int) -> bool:
    """*the baker's plans*: behind a genitive, where that is no short *he is*."""
    genitive = at > start and words.norm[at - 1] in words.pack.settings.genitive
    return genitive and not (at - 1 > start and words.mask[at - 2] & words.pack.marks.pronoun)


def _of_object(words: Words, at: int, start: int, before: int, after: int) -> bool:
    """*killed Column backed rebels*: between a name that is harmed and a noun, a participle is an attribute."""
    marks, groups = words.pack.marks, words.pack.groups
    harmed = at - 1 > start and words.mask[at - 2] & (marks.harm__active | marks.harm__participle)
    named = harmed and before & (groups.party | marks.capital)
    noun = after & (groups.noun | marks.capital) and not after & (marks.determiner | marks.preposition)
    form = words.norm[at].endswith(words.pack.settings.participles) and not words.mask[at] & (groups.cue | marks.harm)
    return bool(named and noun and form)


def _of_counted(words: Words, at: int, start: int) -> bool:
    """*two killed rebels*: between a number and people a participle of harm is an attribute."""
    marks, mask = words.pack.marks, words.mask
    if not mask[at] & marks.harm__participle or at == start or at + 1 == len(mask):
        return False
    people = mask[at + 1] & marks.people and not mask[at + 1] & (marks.determiner | marks.pronoun)
    return bool(people and mask[at - 1] & (marks.digits | marks.number))


def _attributive(words: Words, at: int, start: int, end: int) -> bool:
    """Whether a word stands between an article and a noun: *the new plans*, *de bortförda eleverna*.

    Behind a free article a definite noun or a verb must follow it: *de dödade två män* is a clause.
    """
    marks, groups, settings = words.pack.marks, words.pack.groups, words.pack.settings
    here, before = words.mask[at], words.mask[at - 1]
    if (
        (not here & groups.cue or here & (marks.cue_weak | groups.noun))
        and before & marks.adjective
        and not before & (marks.adverb | groups.verb | groups.party)
        and not (before & marks.people and not here & groups.noun)
        and at - 1 > start
        and words.mask[at - 2] & marks.determiner
    ):
        return True
    if not (settings.postposed_article and before & marks.definite and at + 1 < end):
        return False
    unlisted = here and not here & ~(marks.verb_ending | marks.capital)  # *den kurdledda milisen*
    plain = (here & (marks.adjective | marks.harm__participle) or unlisted) and not here & groups.auxiliary
    ends = words.norm[at + 1].endswith(settings.definite_endings) or words.mask[at + 1] & (marks.be | marks.have)
    return bool(plain and ends)


def _name_like(words: Words, at: int, start: int, before: int, after: int) -> bool:
    """A verb form with a capital inside a sentence, or before another verb, is a name: *Lynch said*, *Mr. Will*."""
    marks = words.pack.marks
    opens = at == start or before & (
        marks.quote | marks.dash | marks.colon | marks.stop | marks.open | marks.apostrophe
    )
    return not opens or bool(after & words.pack.groups.verb and not after & words.pack.groups.noun)


def _ambiguous(words: Words, at: int, start: int, before: int, after: int) -> bool:
    """A word that stands in a list of nouns too: *forces*, *report*, *attacks*, *claims*."""
    marks, groups = words.pack.marks, words.pack.groups
    if before & (marks.modal | marks.pronoun | marks.negation) and not before & marks.determiner:
        return True
    if before & (groups.auxiliary | marks.adverb) and not before & marks.preposition:
        if before & marks.be and not words.norm[at].endswith(words.pack.settings.participles):
            return False
        harmful = words.mask[at] & (marks.harm__participle | marks.harm__passive | marks.harm__active)
        return bool(harmful or words.mask[at] & (groups.cue | marks.verb))
    if before & marks.conjunction and at + 1 in words.found["quantity"]:
        return True  # killed 14 people and wounded 30
    fronted = words.pack.settings.verb_second and before & groups.time
    if fronted and words.mask[at] & marks.event__verb and after & (groups.party | marks.people | marks.determiner):
        return True  # *I går angrep opprørere en by*
    subject = before & (groups.party | marks.capital) and not before & (marks.determiner | marks.adjective)
    if words.pack.settings.verb_second and subject and words.mask[at] & groups.cue and not after & marks.agent:
        return True  # *Armén bekräftade attacken*: an attribute stands before its noun
    if before & marks.people and words.mask[at] & marks.harm__intransitive and not after & groups.noun:
        return True  # *tre soldater stupade*: behind the noun the form is no attribute
    counts = marks.digits | marks.number | marks.vague | marks.zero
    if before & (marks.preposition | marks.adjective | marks.conjunction | counts):
        return False
    if (after & groups.verb and not after & groups.noun) or _behind_unlisted(words, at, start):
        return False
    return (
        bool(
            after
            & (
                marks.determiner
                | marks.complementizer
                | marks.pronoun
                | marks.digits
                | marks.number
                | marks.quote
                | marks.colon
                | marks.vague
                | marks.zero
                | marks.at_least
                | marks.more_than
                | marks.about
            )
        )
        and at > start
    )


def _behind_unlisted(words: Words, at: int, start: int) -> bool:
    """*in an audio message*: behind a preposition, an article and a word in no list stands the noun."""
    marks = words.pack.marks
    if at - 3 < start:
        return False
    article = words.mask[at - 2] & marks.determiner and words.mask[at - 3] & marks.preposition
    return bool(article and not words.word[at - 1].entries and not words.mask[at - 1] & marks.capital)


def clause_follows(words: Words, at: int, end: int) -> bool:
    """Whether a verb comes before the next comma or stop: then the word opens a clause and not a phrase."""
    marks = words.pack.marks
    for k in range(at + 1, min(at + 9, end)):
        if words.mask[k] & (marks.comma | marks.stop | marks.colon):
            return False
        if is_verb(words, k, at, end):
            return True
    return False


def adverb_before_verb(words: Words, at: int, start: int, end: int) -> bool:
    """*Moskva senare medgav*: a word that can be an adjective is an adverb between a noun and a verb."""
    return bool(words.mask[at] & words.pack.marks.adverb) and at + 1 < end and is_verb(words, at + 1, start, end)
