"""Stretches of text that bear the name of a place: the longest first, in a list of the pack or in the gazetteer."""

from __future__ import annotations

from typing import NamedTuple

from sayso.core.place import Lookup, Place
from sayso.lang.table import Entry
from sayso.read.line import Line

LONGEST = 8  # words and marks of a name
PARTICLE = 3  # letters of an article joined to a name by a hyphen
SHORT = 5  # letters of an abbreviation, whose full stop belongs to the name


class Stretch(NamedTuple):
    """Words `at` to before `end`, less `cut` characters of an ending, and the places of that name.

    `owns`: it stands in the genitive, so that a name behind it is another's: *Lirenas Ada Brandt*. `joined`: a word
    is joined to it: *Karsal-based*.
    """

    at: int
    end: int
    base: str
    cut: int
    places: tuple[Place, ...]
    country: str | None = None
    kind: str | None = None
    owns: bool = False
    joined: bool = False


def longest(line: Line, at: int, lookup: Lookup) -> Stretch | None:
    """The longest name of a place that begins at a word; None where none does."""
    words = line.words
    listed = _listed(line, at, lookup)
    for end in reversed(_ends(line, at)):
        if listed is not None and end <= listed.end:
            return listed
        written = words.written(at, end)
        if found := lookup(written):
            return Stretch(at, end, written, 0, found)
        for ending in words.pack.settings.genitive:
            if ending.isalpha() and written.endswith(ending) and len(written) > len(ending) + 2:
                bare = written[: -len(ending)]
                if found := lookup(bare):
                    return Stretch(at, end, bare, _cut(line, end - 1, len(ending)), found, owns=True)
    return listed or _compound(line, at, lookup)


def _compound(line: Line, at: int, lookup: Lookup) -> Stretch | None:
    """*Karsal-based*: the name before a hyphen, in a word that is an adjective as a whole."""
    words = line.words
    if not words.mask[at] & words.pack.marks.adjective:
        return None
    name, hyphen, rest = words.written(at).partition("-")
    cut = _cut(line, at, len(rest) + 1)
    if not hyphen or not rest[:1].islower() or not cut or len(name) < 2 or not (found := lookup(name)):
        return None
    return Stretch(at, at + 1, name, cut, found, joined=True)


def _cut(line: Line, at: int, size: int) -> int:
    """So many characters at the end of a word, where what is left ends in a letter or figure; else none."""
    words = line.words
    left = words.end[at] - size
    return size if words.start[at] < left and words.text[left - 1].isalnum() else 0


def _listed(line: Line, at: int, lookup: Lookup) -> Stretch | None:
    """A place or state of the pack's lists; an inflected form stands for the first of its line."""
    words, marks = line.words, line.words.pack.marks
    if not words.mask[at] & (marks.place | marks.state) or not words.mask[at] & marks.capital:
        return None
    entry = words.word[at].entry("place") or words.word[at].entry("state")
    if entry is None:
        return None
    written = words.written(at)
    country = entry.values[0] if entry.values else None
    owns = _is_genitive(line, entry)
    cut = _cut(line, at, words.end[at] - words.start[at] - len(entry.lemma)) if owns else 0
    for form in (entry.lemma, written) if owns else (written, entry.lemma):
        if found := lookup(form):
            told = None if any(place.kind == "country" for place in found) else country
            return Stretch(at, at + 1, form, cut, found, told, owns=owns)
    return Stretch(at, at + 1, entry.lemma, cut, (), country, owns=owns)


def _is_genitive(line: Line, entry: Entry) -> bool:
    """Whether a form is its line's first with an ending: *Lirenas*, *Lirena's*."""
    ending = entry.form.removeprefix(entry.lemma).replace("’", "'")
    return entry.form.startswith(entry.lemma) and ending in {*line.words.pack.settings.genitive, "'"}


def _ends(line: Line, at: int) -> list[int]:
    """Where a name that begins at a word may end: behind its capitals, and small words between two of them."""
    words, marks = line.words, line.words.pack.marks
    small = marks.name_particle | marks.preposition | marks.conjunction | marks.determiner
    out = [at + 1]
    k, last = at + 1, min(line.sentence.end, at + LONGEST)
    while k < last:
        mask = words.mask[k]
        name = is_name(line, k) and not mask & (marks.weekday | marks.month)
        if name or _is_abbreviated(line, k):
            k += 1
            out.append(k)
        elif mask & small and k + 1 < last and words.mask[k + 1] & (marks.capital | small):
            k += 1
        else:
            break
    return out


def is_name(line: Line, at: int) -> bool:
    """Whether a word begins with a capital, or has one behind a particle: *al-Bab*, *ez-Zor*."""
    words = line.words
    if words.mask[at] & words.pack.marks.capital:
        return True
    particle, hyphen, rest = words.norm[at].partition("-")
    if not hyphen or not rest or len(particle) > PARTICLE:
        return False
    return words.text[words.start[at] : words.end[at]].partition("-")[2][:1].isupper()


def _is_abbreviated(line: Line, at: int) -> bool:
    """Whether a full stop inside a sentence belongs to the word before it: *Wash. state*."""
    words = line.words
    if words.norm[at] != "." or at + 1 >= line.sentence.end or words.start[at] != words.end[at - 1]:
        return False
    return words.end[at - 1] - words.start[at - 1] <= SHORT


def kind_name(line: Line, at: int, lookup: Lookup) -> Stretch | None:
    """A name that holds the noun of its kind (*Karsal River*, *Lake Lirena*); None where none begins."""
    words, marks = line.words, line.words.pack.marks
    if words.mask[at] & (marks.determiner | marks.preposition):
        return None
    if words.mask[at] & marks.place_kind:
        kind, last = _kind(line, at), at + 1
        while last < line.sentence.end and words.mask[last] & marks.capital and not words.word[last].entries:
            last += 1
        if kind not in {"water", "relief"} or last == at + 1 or last > at + 4:
            return None
        name = words.written(at, last)
        return Stretch(at, last, name, 0, lookup(name), kind=kind)
    for k in range(at + 1, min(line.sentence.end, at + 4)):
        if not words.mask[k] & marks.capital:
            return None
        if words.mask[k] & marks.place_kind:
            return _ending_in_kind(line, at, _last_kind(line, k), lookup)
        if words.word[k].entries:
            return None
    return None


def _last_kind(line: Line, at: int) -> int:
    """The last of the nouns of a kind that stand together: *Karsal Valley Province*."""
    words, marks = line.words, line.words.pack.marks
    following = range(at + 1, line.sentence.end)
    wanted = (marks.place_kind, marks.capital)
    return next((k - 1 for k in following if not all(words.mask[k] & one for one in wanted)), line.sentence.end - 1)


def _ending_in_kind(line: Line, at: int, k: int, lookup: Lookup) -> Stretch | None:
    """A name from `at` whose kind stands at `k`; that of a town or state is taken without it where only so known."""
    words, kind, end = line.words, _kind(line, k), k + 1
    if words.pack.is_abbreviation(words.norm[k]) and end < line.sentence.end and words.norm[end] == ".":
        end += 1
    name = words.written(at, end)
    if found := lookup(name):
        return Stretch(at, end, name, 0, found, kind=kind)
    if kind in {"city", "admin1", "country"} or words.word[at].entries:
        return None
    return Stretch(at, end, name, 0, (), kind=kind)


def _kind(line: Line, at: int) -> str:
    entry = line.words.word[at].entry("place_kind")
    assert entry is not None
    return entry.values[0]
