"""The proper names that a report uses: capitals that do not stand only where any word would have one.

A word that opens a sentence, or stands in a heading, is a name where the text has it with a capital inside a sentence
too; a word that the text or the pack has with a small letter is none. Scripts without capitals, and texts all in
capitals, give the places and the named sources alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sayso.core.fold import fold
from sayso.core.reading import PlaceName, Said
from sayso.core.report import Name
from sayso.read.sentences import Sentence
from sayso.read.words import Words

LONGEST = 5  # words in a name
SHOUTED = 0.7  # of the words with letters; where more begin with a capital, capitals tell nothing
SHORTEST = 2  # letters


def names(words: Words, parts: list[Sentence], places: Iterable[PlaceName], said: Iterable[Said]) -> tuple[Name, ...]:
    """Every name, folded, in alphabetical order, with how often the report uses it."""
    count: Counter[str] = Counter()
    capitals = _capitals(words)
    if capitals:
        opens, shown = _shown(words, parts, capitals)
        small = {norm for norm, bits in zip(words.norm, words.mask, strict=True) if not bits & words.pack.marks.capital}
        proper = [at for at in capitals if words.norm[at] not in small and (at not in opens or words.norm[at] in shown)]
        count.update(fold(_written(words, first, last)) for first, last in _runs(words, proper))
    else:
        count.update(fold(place.name) for place in places)
        count.update(fold(one.source.name) for one in said if one.source is not None and one.source.pronoun is None)
    return tuple(Name(name, count[name]) for name in sorted(count) if len(name) >= SHORTEST)


def _capitals(words: Words) -> list[int]:
    """The words with a capital that no list has as a common word; none where nearly all words have a capital."""
    marks, mask = words.pack.marks, words.mask
    capital, named = marks.capital, marks.place | marks.outlet
    found = [at for at, bits in enumerate(mask) if bits & capital]
    if len(found) >= SHOUTED * sum(1 for norm in words.norm if norm[0].isalpha()):
        return []
    return [at for at in found if mask[at] & named or not words.word[at].entries]


def _shown(words: Words, parts: list[Sentence], capitals: list[int]) -> tuple[set[int], set[str]]:
    """The words whose capital their place may account for, and the forms that have one elsewhere.

    The first word of a sentence is a name too where a name goes on behind it (*Ana Brandel said*).
    """
    headings = {at for part in parts if part.heading for at in range(part.start, part.end)}
    first = {_first_word(words, part.start, part.end) for part in parts}
    marks = words.pack.marks
    opens = marks.quote | marks.colon | marks.dash | marks.stop
    free = set(capitals) - headings
    doubtful = {at for at in free if (at in first or (at and words.mask[at - 1] & opens)) and at + 1 not in free}
    return headings | doubtful, {words.norm[at] for at in free - doubtful}


def _first_word(words: Words, start: int, end: int) -> int:
    return next((at for at in range(start, end) if words.norm[at][0].isalpha()), start)


def _runs(words: Words, capitals: list[int]) -> Iterator[tuple[int, int]]:
    """Capitals side by side, or with a particle between, as far as one line and one name go."""
    particle, breaks = words.pack.marks.name_particle, words.breaks
    first = last = -2
    for at in capitals:
        near = at == last + 1 or (at == last + 2 and words.mask[last + 1] & particle)
        if near and at not in breaks and at - first < LONGEST:
            last = at
            continue
        if first >= 0:
            yield first, last + 1
        first = last = at
    if first >= 0:
        yield first, last + 1


def _written(words: Words, first: int, last: int) -> str:
    """The name as written, less a genitive ending that stands before the noun it belongs to (*Tarvias regering*)."""
    name = words.written(first, last)
    if last < len(words) and _is_owned(words, last):
        ending = next((g for g in words.pack.settings.genitive if g.isalpha() and name.endswith(g)), "")
        return name[: len(name) - len(ending)] if len(name) > len(ending) + 2 else name
    return name


def _is_owned(words: Words, at: int) -> bool:
    """Whether a word can be what a name in the genitive owns: a noun, or a word that no list knows."""
    one = words.word[at]
    return one.norm.isalpha() and (not one.entries or bool(one.mask & words.pack.groups.noun))
