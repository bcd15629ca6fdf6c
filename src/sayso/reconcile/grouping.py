"""Groups while they are made: joined on the surest pair first, kept apart by what speaks against it on the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.reconcile import compare
from sayso.reconcile.side import Side

MEMBERS = 6  # of a large group that stand for it when it is compared
TOGETHER = 4.0  # points on the average between two groups that are joined


class Grouping:
    """Which happenings are together, by position. A group is named by the position of its first member.

    Two groups are joined on a pair only where the pairs between them speak for it on the average, so one odd report
    does not chain two events (average linkage held to constraints: Wagstaff and Cardie 2000, Davidson and Ravi 2005).
    """

    def __init__(self, sides: Sequence[Side]) -> None:
        self.sides = sides
        self.home = list(range(len(sides)))
        self.members = {at: [at] for at in self.home}
        self._apart: dict[int, dict[int, str]] = defaultdict(dict)
        self._scores: dict[int, float] = {}
        self._against: dict[tuple[int, ...], str] = {}

    def part(self, a: int, b: int, reason: str) -> None:
        """Keep two happenings apart, whatever is said later."""
        self._apart[a][b] = self._apart[b][a] = reason

    def score(self, a: int, b: int) -> float:
        """The points of a pair of happenings."""
        first, second = (a, b) if a < b else (b, a)
        key = first * len(self.sides) + second
        points = self._scores.get(key)
        if points is None:
            points = self._scores[key] = compare.score(self.sides[first], self.sides[second])
        return points

    def forbidden(self, a: int, b: int) -> str:
        """Why the groups of two happenings must not be one; empty where nobody has parted them."""
        right = set(self.members[self.home[b]]) if self._apart else set()
        for member in self.members[self.home[a]]:
            apart = self._apart.get(member)
            if apart:
                found = min(right & apart.keys(), default=None)
                if found is not None:
                    return apart[found]
        return ""

    def against(self, a: int, b: int) -> str:
        """What speaks against joining the groups of two happenings: a report that tells of both, or the other pairs."""
        homes = sorted((self.home[a], self.home[b]))
        left, right = (self.members[home] for home in homes)
        stand = (*homes, len(left), len(right))  # groups only grow: the same sizes are the same groups
        if stand not in self._against:
            self._against[stand] = self._speaks(left, right)
        return self._against[stand]

    def _speaks(self, left: list[int], right: list[int]) -> str:
        reports = {self.sides[at].strand.report for at in left}
        both = min((key for at in right if (key := self.sides[at].strand.report) in reports), default=None)
        if both is not None:
            name = next(self.sides[at].report.id for at in left if self.sides[at].strand.report == both)
            return f"{name} tells them apart"
        points = [self.score(x, y) for x in left[:MEMBERS] for y in right[:MEMBERS]]
        mean = sum(points) / len(points)
        return "" if mean >= TOGETHER else f"the reports of the two have {mean:.1f} points on the average"

    def join(self, a: int, b: int) -> None:
        """Make the groups of two happenings one."""
        first, second = sorted((self.home[a], self.home[b]))
        if first != second:
            self.members[first] = sorted(self.members[first] + self.members.pop(second))
            for at in self.members[first]:
                self.home[at] = first

    def suggestions(self, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The pairs with points enough, the surest first."""
        found = [(-self.score(a, b), a, b) for a, b in pairs]
        yield from ((a, b) for points, a, b in sorted(found) if -points >= compare.ENOUGH)
