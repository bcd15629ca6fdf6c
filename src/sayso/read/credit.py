"""The agencies a report says its text is from: *LIRENA (Meridian) —*, */TT-AFP/*, *(Reuters)* on a line of its own.

An agency that a report merely quotes is a source, and no credit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.read.dateline import body
from sayso.read.line import Line
from sayso.read.words import Words

LONGEST = 12  # words and marks of a line that is a credit and no more


def credited(lines: Iterable[Line]) -> tuple[str, ...]:
    """The names credited, in the order of the text, each once."""
    return tuple(dict.fromkeys(name for line in lines for name in _names(line)))


def _names(line: Line) -> Iterator[str]:
    words, part = line.words, line.sentence
    start, end = part.start, part.end
    if part.first:
        begins = body(line)
        end = begins if begins > start else end
    if end - start <= LONGEST and (end < part.end or _bare(words, start, end)):
        for at in range(start, end):
            if words.mask[at] & words.pack.marks.outlet:
                yield from _each(words, words.written(at))


def _bare(words: Words, start: int, end: int) -> bool:
    """Whether nothing but outlets stands there, set in slashes or brackets."""
    inside = [at for at in range(start, end) if any(c.isalnum() for c in words.norm[at])]
    return (
        bool(inside)
        and inside[0] > start
        and words.norm[inside[0] - 1] in ("/", "(", "[")
        and all(words.mask[at] & words.pack.marks.outlet for at in inside)
    )


def _each(words: Words, written: str) -> Iterator[str]:
    """*TT-AFP* credits two agencies; *Al-Jazeera* is one."""
    parts = written.split("-")
    known = all(words.pack.lexicon.word(part).mask & words.pack.marks.outlet for part in parts)
    yield from parts if known else (written,)
