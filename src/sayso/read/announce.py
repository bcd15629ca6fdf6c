"""Outlets that a report itself makes known: *the news agency Meridian*, *LIRENA (Meridian) —*, */Meridian/*.

What is made known once is an outlet wherever the report names it again.
"""

from __future__ import annotations

from sayso.lang.lexicon import NO_PHRASES, Word
from sayso.lang.table import Entry
from sayso.read.words import Words

EMPHASIS = frozenset("*_")


def announce(words: Words) -> None:
    """Mark every word that names an outlet the text makes known; names of several words by their first."""
    names = _names(words)
    if not names:
        return
    known = words.pack.groups.verb | words.pack.groups.party | words.pack.groups.time
    for at, one in enumerate(words.word):
        kind = names.get(one.norm)
        if kind is not None and words.mask[at] & words.pack.marks.capital and not words.mask[at] & known:
            entry = Entry("outlet", (kind,), words.written(at), words.written(at), 0)
            words.word[at] = Word(one.norm, one.mask | words.pack.marks.outlet, (*one.entries, entry), NO_PHRASES)
            words.mask[at] = words.word[at].mask


def _names(words: Words) -> dict[str, str]:
    """Normal form of each single-word name made known, and whether it is an agency or an outlet."""
    marks = words.pack.marks
    out: dict[str, str] = {}
    for at in range(1, len(words) - 1):
        if not words.mask[at] & marks.capital or words.mask[at] & (
            marks.outlet | marks.determiner | words.pack.groups.party
        ):
            continue
        before, after = words.mask[at - 1], words.mask[at + 1]
        if before & marks.agency_noun:
            out[words.norm[at]] = "agency"
        elif before & marks.outlet_noun and not after & marks.capital:
            out.setdefault(words.norm[at], "outlet")
        elif (words.norm[at - 1] == "/" and words.norm[at + 1] == "/") or _dateline(words, at) or _credit(words, at):
            out[words.norm[at]] = "agency"
    return out


def _dateline(words: Words, at: int) -> bool:
    """*LIRENA (Meridian) —*: a name alone in brackets before a dash."""
    marks = words.pack.marks
    return bool(
        words.mask[at - 1] & marks.open
        and words.mask[at + 1] & marks.close
        and at + 2 < len(words)
        and words.mask[at + 2] & marks.dash
    )


def _credit(words: Words, at: int) -> bool:
    """*(Meridian)* on a line of its own; marks of emphasis around the brackets do not count."""
    first, last = at - 1, at + 1
    if not (words.mask[first] & words.pack.marks.open and words.mask[last] & words.pack.marks.close):
        return False
    while first > 0 and first not in words.breaks and words.norm[first - 1] in EMPHASIS:
        first -= 1
    while last + 1 < len(words) and last + 1 not in words.breaks and words.norm[last + 1] in EMPHASIS:
        last += 1
    return first in words.breaks and (last + 1 >= len(words) or last + 1 in words.breaks)
