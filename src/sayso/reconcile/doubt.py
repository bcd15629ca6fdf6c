"""Where grouping was least sure: joins on few points, and joins that were suggested and not made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.core.event import Doubt
from sayso.reconcile.compare import ENOUGH
from sayso.reconcile.group import Group

SLIM = 1.5  # points above enough up to which a join is worth a look


def doubts(groups: Iterable[Group]) -> tuple[Doubt, ...]:
    """The doubts of all groups, each once, those refused first, then the joins on the fewest points.

    What a person decided is in no doubt.
    """
    found = dict.fromkeys(one for group in groups for one in _of(group))
    return tuple(sorted(found, key=lambda one: (one.joined, one.points or 0.0, one.left, one.right)))


def _of(group: Group) -> Iterator[Doubt]:
    for refused in group.refused:
        if refused.by == "rule":
            yield Doubt(left=refused.left, right=refused.right, joined=False, points=None, reason=refused.reason)
    for join in group.joins:
        if join.score is not None and join.score < ENOUGH + SLIM:
            yield Doubt(left=join.left, right=join.right, joined=True, points=join.score, reason=join.reason)
