"""The agencies a report says its text is from: *LIRENA (Meridian) —*, */TT-AFP/*, *(Reuters)* on a line of its own.

An agency that a report merely quotes is a source, and no credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.read.dateline import body
from sayso.read.line import Line
from sayso.read.words import Words

LONGEST = 12  # words and marks of a line that is a credit and no more
JOINT = re.compile(r"[-‑–/&]")  # between agencies that are credited together


def credited(lines: Iterable[Line]) -> tuple[str, ...]:
    """The names credited, in the order of the text, each once."""
    return tuple(dict.fromkeys(name for line in lines for name in _names(line)))


def _names(line: Line) -> Iterator[str]:
    words, part = line.words, line.sentence
    start, end = part.start, part.end
    if part.first and not words.mask[start] & words.pack.marks.dash:  # *– Reuters* is no dateline
        begins = body(line)
        end = begins if begins > start else end
    if end - start <= LONGEST and (end < part.end or _credits(line, start, end)):
        for at in range(start, end):
            listed = _listed(words, words.written(at))
            if words.mask[at] & words.pack.marks.outlet or (end == part.end and listed):
                yield from listed or (words.written(at),)


def _credits(line: Line, start: int, end: int) -> bool:
    """Whether a line says whose text it is and no more: outlets alone, or behind words that credit (*Source: AFP*)."""
    words, marks = line.words, line.words.pack.marks
    inside = [at for at in range(start, end) if any(c.isalnum() for c in words.norm[at])]
    if not inside:
        return False
    named = [bool(_listed(words, words.written(at))) for at in inside]
    if inside[0] > start and words.norm[inside[0] - 1] in ("/", "(", "["):
        named = [known or bool(words.mask[at] & marks.outlet) for known, at in zip(named, inside, strict=True)]
    if all(known or words.mask[at] & marks.conjunction for known, at in zip(named, inside, strict=True)):
        return named[0]
    beside = marks.credit | marks.conjunction | marks.preposition | marks.capital
    return (
        line.sentence.first
        and bool(words.mask[inside[0]] & marks.credit)
        and all(known or words.mask[at] & beside for known, at in zip(named, inside, strict=True))
    )


def _listed(words: Words, written: str) -> list[str]:
    """The outlets that a word names, as the list writes them: *AFP* of *afp*, two of *TT-AFP*; *Al-Jazeera* is one.

    None where any part of it is in no list.
    """
    pack = words.pack

    def known(name: str) -> str | None:
        forms = (name, name.upper(), name.capitalize()) if name else ()
        return next((form for form in forms if pack.lexicon.word(form).mask & pack.marks.outlet), None)

    whole = known(written)
    each = [whole] if whole else [known(part) for part in JOINT.split(written)]
    return [name for name in each if name] if all(each) else []
