"""Counts taken up: *several gunmen fired at the post … the gunmen were all killed* is as many as fired at it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.core.reading import Toll
from sayso.read.group import MANY, SEVERAL, Group, groups
from sayso.read.kind import Kind
from sayso.read.line import Line
from sayso.read.words import Words

REACH = 3  # sentences back that a definite plural is understood from


def counted(lines: Sequence[Line], tolls: Iterable[Toll]) -> Iterator[Toll]:
    """The same tolls, a definite plural without a number counted as those of its name were that the text told of last.

    It means all of them (Heim 1982), so it takes the number over with its bounds. What says of which kind they are
    must have been said of those before: *the wounded gunmen* are some of them.
    """
    for toll in tolls:
        named = _definite(lines[toll.sentence], toll) if toll.quantity == MANY else None
        before = _before(lines, toll, named) if named is not None else None
        if before is None:
            yield toll
        else:
            reason = f"{toll.reason}; as many as {before.name}, told before"
            yield msgspec.structs.replace(toll, quantity=before.quantity, reason=reason)


def _definite(line: Line, toll: Toll) -> tuple[str, ...] | None:
    """The words behind the definite article of the people of a toll; None where they are told without one."""
    words, marks = line.words, line.words.pack.marks
    at, end = bisect_left(words.start, toll.span.start), bisect_left(words.start, toll.span.end)
    if not words.mask[at] & marks.definite or not words.mask[end - 1] & marks.people:
        return None
    return tuple(words.norm[at + 1 : end]) or None


def _before(lines: Sequence[Line], toll: Toll, named: tuple[str, ...]) -> Group | None:
    """The last group told before a toll that has all its words, its last one last, and a number of two or more."""
    for line in reversed(lines[max(0, toll.sentence - REACH) : toll.sentence + 1]):
        for chunk in reversed(line.chunks):
            if chunk.kind is not Kind.NOUN or line.words.start[chunk.start] >= toll.span.start:
                continue
            if line.words.norm[chunk.end - 1] == named[-1]:
                found = groups(line.words, (chunk.start, chunk.end))
                if found and found[-1].own:
                    return found[-1] if _all_of(line.words, found[-1], named) else None
    return None


def _all_of(words: Words, group: Group, named: tuple[str, ...]) -> bool:
    """Whether a counted group is all those of its name: not *two more gunmen*, *two of the gunmen*, *no gunmen*."""
    marks = words.pack.marks
    some = marks.further | marks.partitive | marks.definite
    inside = range(group.start, group.end)
    whole = not any(words.mask[at] & some for at in (*inside, max(0, group.start - 1)))
    return whole and (group.quantity.low or 0) >= SEVERAL and set(named) <= {words.norm[at] for at in inside}
