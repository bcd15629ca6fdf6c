"""Which happenings are worth comparing: those that share a place at a time, a rare name, a toll on a day, or wording.

Blocking as record linkage does it. A crowded block is compared along its time axis only (sorted neighbourhood,
Hernández and Stolfo 1995), so that the work grows with the number of happenings, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest

from sayso.reconcile.side import Side

CROWD = 16  # members of a block that are all compared with each other
REACH = 3  # neighbours in time that each member of a crowded block is compared with
WEEK = 7  # days in a time slot; slots overlap by half, so that no night falls between two
BANDS, ROWS = 12, 3  # of a sketch; three places that agree find half of the pairs that have two words in five in common
NAMED = 8  # the names of a report that weigh most make a block each
Key = tuple[object, ...]


def pairs(sides: Sequence[Side]) -> list[tuple[int, int]]:
    """Pairs of positions, the lower first, in order, of happenings of one family from two reports."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for at, side in enumerate(sides):
        for key in set(_keys(side)):
            blocks[(side.strand.family, *key)].append(at)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) > CROWD:
            members.sort(key=lambda at: (_moment(sides[at]), at))
        reach = REACH if len(members) > CROWD else CROWD
        for k, at in enumerate(members):
            for near in members[k + 1 : k + 1 + reach]:
                found.add((at, near) if at < near else (near, at))
    return sorted(pair for pair in found if sides[pair[0]].strand.report != sides[pair[1]].strand.report)


def _moment(side: Side) -> int:
    return (side.days or side.published or (0, 0))[0]


def _keys(side: Side) -> Iterator[Key]:
    when = side.days or side.published
    slots = {(when.first * 2 + shift) // (2 * WEEK) for shift in (0, WEEK)} if when is not None else set()
    for spot in side.spots:
        for place in {spot.id, spot.bones, *spot.folded.split()}:
            if place:
                yield from (("place", place, slot) for slot in slots)
    for word in nsmallest(NAMED, side.names, key=lambda word: (-side.names[word], word)):
        yield "name", word
    if side.days is not None and side.days.last - side.days.first <= 1:
        for count in side.strand.counts:
            if count.low > 1:
                days = range(side.days.first, side.days.last + 1)
                yield from (("toll", count.effect, count.low, day) for day in days)
    sketch = side.report.sketch if side.strand.role == "main" else ()
    for at in range(0, min(len(sketch), BANDS * ROWS), ROWS):
        yield "text", at, sketch[at : at + ROWS]
