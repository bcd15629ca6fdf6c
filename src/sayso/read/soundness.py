"""Whether what a rule of time matched is a date where it stands: not a number that counts what follows."""

from __future__ import annotations

from sayso.lang.rule import Match
from sayso.read.words import Words


def sound(words: Words, match: Match) -> bool:
    """Whether a number at the end is a date and does not count what follows: *in May 15 officers*, *of 2014 people*."""
    marks, gives, parts = words.pack.marks, match.rule.gives, match.parts
    if gives.get("alone") and _goes_on(words, match.end):
        return False
    if gives.get("closes") and _word_follows(words, match.end):
        return False
    if gives.get("uncounted") and _counts(words, match.end):
        return False
    last = max((part.start for part in parts.values() if isinstance(part.value, int)), default=-1)
    if last != match.end - 1 or gives.get("sure") or ("y" in parts and "d" in parts):
        return True
    if gives.get("make") == "year":
        return not _counts(words, match.end) and (not gives.get("bare") or _may_be_dated(words, match.start))
    following = words.mask[match.end] if match.end < len(words) else 0
    return not following & (marks.people | marks.uncounted) or bool(following & marks.event)


def _word_follows(words: Words, at: int) -> bool:
    """Whether a word or a number goes on the line behind a year of two digits, which may then count it."""
    return at < len(words) and at not in words.breaks and words.norm[at][0].isalnum()


def _goes_on(words: Words, at: int) -> bool:
    """Whether what a date is told against follows it, unknown as an event: *the day before [the funeral]*."""
    if at >= len(words) or words.mask[at] & words.pack.groups.auxiliary:
        return False
    marks = words.pack.marks
    begins = marks.determiner | marks.pronoun | marks.capital | marks.complementizer
    return bool(words.mask[at] & begins) or _counts(words, at)


def _counts(words: Words, at: int) -> bool:
    """Whether the word behind a number is what it counts: a noun, or a word that no list knows."""
    if at >= len(words) or at in words.breaks:
        return False
    marks, groups, mask = words.pack.marks, words.pack.groups, words.mask[at]
    leads = marks.preposition | marks.conjunction | marks.subordinator | marks.relative | marks.determiner
    if mask & (leads | marks.number | marks.digits):
        return False
    if mask & (marks.people | marks.harm__noun | marks.harm__toll | marks.time_unit):
        return True
    if words.norm[at].isalpha():
        return not mask & (groups.verb | marks.adverb | marks.pronoun | marks.negation | marks.capital | marks.modal)
    return words.norm[at] in "%°$€£/"


def _may_be_dated(words: Words, at: int) -> bool:
    """Whether a year can stand behind the word before it: a verb or a noun, not one that goes with a number.

    Where the verb of a main clause stands second, a year may open it: *2015 erövrades staden*, *Redan 1905 dog tio*.
    """
    marks, groups = words.pack.marks, words.pack.groups
    if words.pack.settings.verb_second and at + 1 < len(words) and words.mask[at + 1] & groups.verb:
        opens = at - 1 if at and words.mask[at - 1] & marks.adverb else at
        if opens == 0 or opens in words.breaks or words.mask[opens - 1] & (marks.stop | marks.dash):
            return True
    if at == 0 or at in words.breaks:
        return False
    mask, norm = words.mask[at - 1], words.norm[at - 1]
    other = (
        marks.preposition | marks.determiner | marks.conjunction | marks.complementizer | marks.document | marks.outlet
        | marks.about | marks.at_least | marks.at_most | marks.more_than | marks.less_than | marks.number | marks.adverb
        | marks.pronoun | groups.time | marks.including | marks.vague | marks.zero | marks.negation | marks.adjective
        | marks.subordinator | marks.relative | marks.be | marks.have | marks.modal | groups.cue
    )  # fmt: skip
    return norm.replace("-", "").isalpha() and not mask & other
