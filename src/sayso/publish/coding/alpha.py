"""Krippendorff's alpha: how far values agree beyond chance, for data on a nominal, ordinal or interval level.

Worked out from the coincidences of values, as in K. Krippendorff, *Computing Krippendorff's alpha-reliability* (2011).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from sayso.reference.coding import Level

PAIR = 2  # values that a unit needs to be compared in

Distance = Callable[[float, float], float]


def alpha(units: Iterable[Sequence[float]], level: Level) -> float | None:
    """Alpha of units, each the values that several coders gave one thing; for nominal data any numbers stand for names.

    None where there is nothing to compare, or no two values differ: it has no meaning then.
    """
    pairable = [unit for unit in units if len(unit) >= PAIR]
    counts = Counter(value for unit in pairable for value in unit)
    if len(counts) < PAIR:
        return None
    far = _distance(level, counts)
    observed = sum(
        far(one, other) / (len(unit) - 1)
        for unit in pairable
        for at, one in enumerate(unit)
        for to, other in enumerate(unit)
        if at != to
    )
    expected = sum(n * m * far(one, other) for one, n in counts.items() for other, m in counts.items())
    return 1 - (counts.total() - 1) * observed / expected


def _distance(level: Level, counts: Counter[float]) -> Distance:
    """The squared difference of two values on a level."""
    if level == "nominal":
        return lambda one, other: float(one != other)
    if level == "interval":
        return lambda one, other: (one - other) ** 2
    below: dict[float, float] = {}  # how many values stand below the middle of each
    so_far = 0
    for value in sorted(counts):
        below[value] = so_far + counts[value] / 2
        so_far += counts[value]
    return lambda one, other: (below[one] - below[other]) ** 2
