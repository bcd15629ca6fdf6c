"""The scene a sentence sets before it tells: a time or place put first (*In Kunduz last night, a patrol …*).

What is put first holds for the sentences behind it too, to the end of the paragraph or until another is put first
(framing adverbials: Charolles 2005). Where the sentence attributes what it tells, it may be the scene of the saying,
and is left alone.
"""

from __future__ import annotations

from typing import NamedTuple

from sayso.claim.draft import Index
from sayso.core.reading import PlaceName, Time
from sayso.core.span import Span

FIRST = 8  # characters, at most, before the first of them: *in*, *also in*
BETWEEN = 14  # characters from one to the next: a comma, a word of place, another preposition


class Scene(NamedTuple):
    """The sentence that sets it, its paragraph, and what is put first there."""

    sentence: int
    paragraph: int
    time: Time | None
    place: PlaceName | None


def scenes(index: Index) -> list[Scene]:
    """Every scene a report sets, in the order of the text."""
    found = (scene(index, k) for k in sorted({*index.times, *index.places}))
    return [one for one in found if one is not None]


def scene(index: Index, k: int, *, said: bool = False) -> Scene | None:
    """What stands first in sentence `k`; where it attributes what it tells, only if `said`."""
    sentence = index.reading.sentences[k]
    attributed = k in index.attributed and not said
    if sentence.heading or attributed or index.in_quote(sentence.body, sentence.body + 1):
        return None
    time, place, end, gap = None, None, sentence.body, FIRST
    both: list[Time | PlaceName] = [*index.times.get(k, ()), *index.places.get(k, ())]
    for one in sorted(both, key=_start):
        if one.span.start < sentence.body:
            continue
        if one.span.start - end > gap:
            break
        if isinstance(one, Time):
            time = time or one
        else:
            place = place or one
        end, gap = one.span.end, BETWEEN
    return Scene(k, sentence.paragraph, time, place) if time or place else None


def _start(one: Time | PlaceName) -> Span:
    return one.span
