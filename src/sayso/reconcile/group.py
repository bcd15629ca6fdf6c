"""Happenings that are one event, put together by what the features say, never against what a person has judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.core.judgement import Judgement
from sayso.core.report import Report
from sayso.core.value import Value
from sayso.reconcile import block, compare
from sayso.reconcile.gather import strands
from sayso.reconcile.grouping import Grouping
from sayso.reconcile.judged import alone, judged
from sayso.reconcile.member import age
from sayso.reconcile.side import sides
from sayso.reconcile.strand import Strand


class Join(Value, kw_only=True):
    """Why two happenings were put together, by the first claim of each; `by` is a person, or `rule` with its points."""

    left: str
    right: str
    by: str
    score: float | None
    reason: str


class Refused(Value, kw_only=True):
    """A join that was suggested and not made, by the first claim of each; `by` is who kept them apart, or `rule`."""

    left: str
    right: str
    by: str
    reason: str


class Group(Value, kw_only=True):
    """What is told of one event: happenings of one or more reports, why they are together, what was kept out."""

    strands: tuple[Strand, ...]
    joins: tuple[Join, ...] = ()
    refused: tuple[Refused, ...] = ()


def groups(reports: Iterable[Report], judgements: Iterable[Judgement] = ()) -> tuple[Group, ...]:
    """The groups of all happenings told in the reports; the same whatever the order of either argument.

    A judgement *different* is never gone against, a judgement *same* only where one of *different* forbids it. Where
    two such meet, the earlier *same* is kept and the later one refused.
    """
    known = sorted({report.key: report for report in reports}.values(), key=age)
    said = tuple(judgements)
    told = happenings(known, said)
    grouping = Grouping(sides(known, told))
    for left, right, one in judged(told, said, "different"):
        grouping.part(left, right, one.by)
    notes = _Notes(grouping)
    for left, right, one in judged(told, said, "same"):
        notes.join(left, right, one)
    for left, right in grouping.suggestions(block.pairs(grouping.sides)):
        notes.join(left, right, None)
    return notes.groups()


def happenings(reports: Sequence[Report], judgements: Sequence[Judgement] = ()) -> list[Strand]:
    """The happenings of all reports, claims that people have judged standing alone where they must."""
    told = {report.key: strands(report) for report in reports}
    parted = alone([strand for found in told.values() for strand in found], judgements)
    if parted:
        for report in reports:
            if any(claim.id in parted for claim in report.claims):
                told[report.key] = strands(report, parted)
    return [strand for found in told.values() for strand in found]


class _Notes:
    """What was joined and what was not, while groups are made."""

    def __init__(self, grouping: Grouping) -> None:
        self.grouping = grouping
        self.joined: list[tuple[int, Join]] = []
        self.refused: list[tuple[int, int, Refused]] = []

    def join(self, a: int, b: int, one: Judgement | None) -> None:
        """Join two happenings on a person's word, or on their points; note why, or why not."""
        made = self.grouping
        if made.home[a] == made.home[b]:
            return
        left, right = (made.sides[at].strand.claims[0] for at in (a, b))
        by = made.forbidden(a, b)
        reason = f"judged different by {by}" if by else ""
        if not reason and one is None:
            by, reason = "rule", made.against(a, b)
        if reason:
            self.refused.append((a, b, Refused(left=left, right=right, by=by, reason=reason)))
            return
        made.join(a, b)
        score = None if one else round(made.score(a, b), 1)
        why = one.why if one else _reasons(compare.explain(made.sides[a], made.sides[b]))
        self.joined.append((a, Join(left=left, right=right, by=one.by if one else "rule", score=score, reason=why)))

    def groups(self) -> tuple[Group, ...]:
        """The groups, in the order in which their first happenings were reported."""
        made = self.grouping
        joins: dict[int, list[Join]] = defaultdict(list)
        for at, join in self.joined:
            joins[made.home[at]].append(join)
        refused = self._refused()
        return tuple(
            Group(
                strands=tuple(made.sides[at].strand for at in made.members[home]),
                joins=tuple(joins[home]),
                refused=tuple(refused[home]),
            )
            for home in sorted(made.members)
        )

    def _refused(self) -> dict[int, list[Refused]]:
        """The surest refused join between each two groups, a person's before a rule's; both groups have it."""
        first: dict[tuple[int, int], Refused] = {}
        for a, b, refused in sorted(self.refused, key=lambda one: one[2].by == "rule"):
            left, right = sorted((self.grouping.home[a], self.grouping.home[b]))
            if left != right:
                first.setdefault((left, right), refused)
        found: dict[int, list[Refused]] = defaultdict(list)
        for homes, refused in first.items():
            for home in homes:
                found[home].append(refused)
        return found


def _reasons(rows: Iterable[compare.Row]) -> str:
    return "; ".join(row.reason for row in rows if row.score > 0)
