"""One person without a number: *she*, *a baker*, *Jo Berg*."""

from __future__ import annotations

from sayso.read.words import Words


def one_person(words: Words, start: int, end: int) -> bool:
    """A pronoun in the singular, somebody by trade, or a name."""
    marks = words.pack.marks
    if end - start == 1 and words.mask[start] & marks.pronoun:
        entry = words.word[start].entry("pronoun")
        return entry is not None and entry.values[1] != "pl" and entry.values[2] == "person" and entry.values[0] == "3"
    if any(words.mask[k] & (marks.forces | marks.armed_group) for k in range(start, end)):
        return False
    if words.mask[end - 1] & (marks.place_noun | marks.instrument) and end - start > 2:
        return False
    if any(words.mask[k] & (marks.source_person | marks.spokesperson | marks.witness) for k in range(start, end)):
        return True
    listed = words.pack.groups.party | marks.place | marks.instrument | marks.weekday | marks.month | marks.event
    capitals = [
        k
        for k in range(start, end)
        if words.mask[k] & marks.capital
        and not words.mask[k] & (listed | marks.determiner)
        and (not words.mask[k] & marks.adjective or (k > start and words.mask[k - 1] & marks.capital))  # *Jo Brown*
    ]
    if len(capitals) >= 2 and capitals[-1] - capitals[0] < 5:
        return True
    return bool(capitals) and capitals[-1] == end - 1 and _is_name(words, end - 1)


def _is_name(words: Words, at: int) -> bool:
    """Whether a capital word that stands in no list is a name: opening a sentence only if it is one elsewhere too."""
    if words.mask[at] & ~words.pack.marks.capital:
        return False
    return not _opens(words, at) or words.norm[at] in _names(words)


def _names(words: Words) -> frozenset[str]:
    """The words in no list that have a capital inside a sentence; worked out once for a text."""
    kept = words.found.setdefault("name", {})
    if 0 not in kept:
        capital = words.pack.marks.capital
        inside = (k for k, mask in enumerate(words.mask) if mask == capital and not _opens(words, k))
        kept[0] = (0, frozenset(words.norm[k] for k in inside))
    names = kept[0][1]
    return names if isinstance(names, frozenset) else frozenset()


def _opens(words: Words, at: int) -> bool:
    """Whether a word stands where any word has a capital: first in the text, a line, a sentence or a quotation."""
    marks = words.pack.marks
    edges = marks.stop | marks.quote | marks.colon | marks.dash
    return at == 0 or at in words.breaks or bool(words.mask[at - 1] & edges)
