"""Low, best and high out of what voices say: the rule `most-voices`, explained in docs/reconciling.md.

After the practice of the UCDP Georeferenced Event Dataset (Högbladh, *UCDP GED Codebook*, on best, high and low
estimates): every independent source counts once, low and high are the ends of what sources give, and best is the figure
that most of them support; where nothing else decides, coders keep to the cautious end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.reconcile.camp import CIVILIANS, FORCES, REBELS
from sayso.reconcile.telling import Telling, latest

EARLIER = "an earlier statement of the same voice"


class Range(NamedTuple):
    """What was chosen, from which tellings; those that a later word of their voice replaces stand apart."""

    low: int
    best: int
    high: int | None
    used: tuple[Telling, ...]
    replaced: tuple[Telling, ...]


def choose(tellings: Sequence[Telling]) -> Range:
    """The range of one group, from at least one telling of it."""
    stand, replaced = latest(tellings)
    return Range(min(telling.low for telling in stand), _best(stand), _high(stand), tuple(stand), tuple(replaced))


def added(sides: Mapping[str, Range]) -> Range | None:
    """What the sides come to together, of those that cannot overlap; None where there is no side.

    Civilians are nobody's fighters. Forces and those who fight them add up, and so do nations; but the fighters of a
    nation may be among either of the first two, so that the larger of the two sums is taken.
    """
    fighting = [sides[name] for name in (FORCES, REBELS) if name in sides]
    nations = [one for name, one in sides.items() if name not in (CIVILIANS, FORCES, REBELS)]
    larger = max((fighting, nations), key=lambda ranges: sum(one.best for one in ranges))
    counted = [*([sides[CIVILIANS]] if CIVILIANS in sides else []), *larger]
    if not counted:
        return None
    ends = [one.high for one in counted]
    return Range(
        low=sum(one.low for one in counted),
        best=sum(one.best for one in counted),
        high=None if any(end is None for end in ends) else sum(end for end in ends if end is not None),
        used=tuple(telling for one in counted for telling in one.used),
        replaced=tuple(telling for one in sides.values() for telling in one.replaced),
    )


def _high(tellings: Iterable[Telling]) -> int | None:
    ends = [telling.high for telling in tellings]
    return None if any(end is None for end in ends) else max(end for end in ends if end is not None)


def _best(tellings: Sequence[Telling]) -> int:
    """The number that most voices allow; then that named by more, by a surer, by a later; the lowest of the rest.

    What a party says of its enemy's losses is heard only where nobody else speaks. Who is missing, and who
    has been rescued, changes by the day: there the last day's word counts.
    """
    heard = [telling for telling in tellings if not telling.enemy] or tellings
    last = max(telling.age[0] for telling in heard)
    heard = [telling for telling in heard if not telling.of_the_day or telling.age[0] == last]
    return max({telling.best for telling in heard}, key=lambda number: _support(number, heard))


def _support(number: int, tellings: Sequence[Telling]) -> tuple[int, int, int, str, int]:
    naming = [telling for telling in tellings if telling.best == number]
    return (
        len({telling.voice for telling in tellings if telling.allows(number)}),
        len({telling.voice for telling in naming}),
        -min(telling.doubt for telling in naming),
        max(telling.age[0] for telling in naming),
        -number,
    )
