"""The comparisons of two happenings: each gives points, and a reason that a reader can check.

A reason is put into words only where somebody asks: a finding holds its words and what stands in their gaps.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from operator import eq
from typing import NamedTuple

from sayso.core.globe import kilometres
from sayso.reconcile.copies import resemblance
from sayso.reconcile.kind import HARM, alike
from sayso.reconcile.side import Side, Spot
from sayso.reconcile.strand import Days

NIGHT = 2  # days between the first and the last day of a date that still tells one night
FRESH = 10  # days within which a report is of the event itself, not of what came of it
NEAR = 10.0  # km; places so near can be one event's
FAR = 60.0  # km; beyond this a day's fighting in one place is not in the other
WIDE = 1500.0  # km; beyond this a place is hardly in an area whose middle is meant
PASSING = 4.0  # points at most for the names of a report where it tells of a happening in passing
SHOWN = 4  # names that a reason shows
WORDING = ((0.4, 4.0), (0.2, 3.0), (0.1, 2.0))  # resemblance from which so many points are given


class Finding(NamedTuple):
    """Points for (above 0) or against (below 0), and why: words with gaps, and what fills them."""

    score: float
    words: str
    gaps: tuple[object, ...] = ()


def dates(one: Side, other: Side) -> Finding:
    """Whether both can have occurred on one day, and neither was told of before it occurred."""
    a, b = one.days, other.days
    if a is None or b is None:
        return Finding(0.0, "one has no date" if a or b else "neither has a date")
    gap = a.apart(b)
    if gap == 0:
        return Finding(2.5 if _is_night(a, b) else 0.0, "{} can be {}", (a, b))
    for told, of in ((one, b), (other, a)):
        if told.published is not None and told.published.last < of.first - 1:
            # a report on what came later (a trial, a funeral) may date that, and the date be taken for the event's
            late = one.published if of is a else other.published
            fresh = late is not None and late.last - of.last <= FRESH
            return Finding(-4.0 if fresh else -6.0, "reported on {}, before {}", (told.published, of))
    return Finding(1.0 if gap == 1 else -2.0 if gap <= 3 else -3.0 if gap <= FRESH else -4.0, "{} is not {}", (a, b))


def _is_night(a: Days, b: Days) -> bool:
    """Whether both dates tell one night, or one day, and no longer time."""
    return a.last - a.first <= NIGHT and b.last - b.first <= NIGHT


def published(one: Side, other: Side) -> Finding:
    """Where no day speaks for the two: how long after one another they were reported."""
    a, b = one.published, other.published
    if a is None or b is None or (one.days and other.days and one.days.apart(other.days) == 0):
        return Finding(0.0, "the dates say more")
    gap = a.apart(b)
    return Finding(0.5 if gap <= 2 else -1.0 if gap <= FRESH else -2.0, "reported {} days apart", (gap,))


def standing(one: Side, other: Side) -> Finding:
    """What a report tells in passing must share a day: the names of the report are of something else."""
    passing = [side for side in (one, other) if side.strand.role != "main"]
    if not passing:
        return Finding(0.0, "each is what its report is about")
    if one.days and other.days and one.days.apart(other.days) <= 1 and _is_night(one.days, other.days):
        return Finding(0.0, "told in passing, of the same day")
    return Finding(-2.0, "told in passing by one" if len(passing) == 1 else "told in passing by both")


def places(one: Side, other: Side) -> Finding:
    """The nearest pair of places: one place, near, one name written two ways, or nothing in common."""
    if not one.spots or not other.spots:
        return Finding(0.0, "a place is told by one only" if one.spots or other.spots else "neither has a place")
    return max((_spots(a, b) for a in one.spots for b in other.spots), key=lambda finding: finding.score)


def _spots(a: Spot, b: Spot) -> Finding:
    gaps = (a.name, b.name)
    if a.folded == b.folded or (a.id is not None and a.id == b.id):
        return Finding(0.5 if a.wide else 2.0, "both in {}" if a.wide else "both at {}", gaps[:1])
    if a.point is not None and b.point is not None:
        far = kilometres(a.point, b.point)
        if a.wide or b.wide:
            return Finding(-4.0 if far > WIDE else 0.0, "{} and {}: {} km, and one is an area", (*gaps, round(far)))
        return Finding(2.0 if far <= NEAR else -1.0 if far <= FAR else -4.0, "{} and {}: {} km", (*gaps, round(far)))
    if a.bones and a.bones == b.bones:
        return Finding(2.0, "{} can be written {}", gaps)
    if not a.words.isdisjoint(b.words):
        return Finding(0.5, "{} and {} share a word", gaps)
    return Finding(-0.5, "{} is not {}", gaps)


def apart(one: Side, other: Side) -> Finding:
    """Whether some report of the set tells of these two days at these two places as two happenings."""
    for a, b in ((one, other), (other, one)):
        if a.elsewhere and not a.elsewhere.isdisjoint(b.marks):
            day, place = min(a.elsewhere & b.marks)
            return Finding(-10.0, "a report tells {} on {} apart from the other", (place, Days(day, day)))
    if one.days and other.days and one.days.apart(other.days) and places(one, other).score < 0:
        return Finding(-2.0, "neither the day nor the place is the same")
    return Finding(0.0, "no report tells them apart")


def kinds(one: Side, other: Side) -> Finding:
    """Whether the types can be one event, as reports word it."""
    a, b = one.strand, other.strand
    if a.family != b.family:
        return Finding(-10.0, "{} is no {}", (a.types[0], b.types[0]))
    for type_ in a.types:
        if type_ in b.types:
            return Finding(0.5, "both tell of {}", (type_,))
    if any(alike(x, y) for x in a.types for y in b.types):
        return Finding(0.0, "{} can be {}", (a.types[0], b.types[0]))
    return Finding(-1.5 if a.family == HARM else -10.0, "{} is no {}", (a.types[0], b.types[0]))


def counts(one: Side, other: Side) -> Finding:
    """Whether a number of people killed or injured that one gives is one that the other gives; large ones are rarer."""
    differ = ""
    for effect, a, b in (("killed", one.killed, other.killed), ("injured", one.injured, other.injured)):
        most = max(a & b, default=0) if a and b else 0
        if most:
            return Finding(2.0 if most >= 5 else 0.5 if most > 1 else 0.0, "both tell of {} {}", (most, effect))
        differ = differ or (effect if a and b else "")
    return Finding(-0.5, "no number of {} in common", (differ,)) if differ else Finding(0.0, "no numbers to compare")


def names(one: Side, other: Side) -> Finding:
    """The names both reports use: the cosine of their weights, and how much the shared ones weigh by themselves."""
    a, b = one.names, other.names
    shared = (a.keys() & b.keys()) - (one.where & other.where)
    if not shared:
        return Finding(0.0, "no names in common")
    product = math.fsum([a[word] * b[word] for word in shared])  # exact, so in any order the same
    total = math.fsum([min(a[word], b[word]) for word in shared])
    points = min((10 * product / (one.length * other.length) if product else 0.0) + math.sqrt(total), total)
    if one.strand.role != "main" or other.strand.role != "main":
        points = min(points, PASSING)
    return Finding(points, "both name {}", (_Rarest(shared, a),))


class _Rarest(NamedTuple):
    """Names both reports use, as a reason shows them: the weightiest few."""

    shared: AbstractSet[str]
    weights: Mapping[str, float]

    def __str__(self) -> str:
        return ", ".join(sorted(self.shared, key=lambda word: (-self.weights[word], word))[:SHOWN])


def texts(one: Side, other: Side) -> Finding:
    """How much of their wording the reports share."""
    if one.strand.role != "main" or other.strand.role != "main":
        return Finding(0.0, "told in passing")
    if not any(map(eq, one.head, other.head)):
        return Finding(0.0, "little wording in common")  # so it is with odds of 30 to 1 where a tenth is in common
    share = resemblance(one.report, other.report)
    for least, points in WORDING:
        if share >= least:
            return Finding(points, "{} % of their wording in common", (round(100 * share),))
    return Finding(0.0, "little wording in common")
