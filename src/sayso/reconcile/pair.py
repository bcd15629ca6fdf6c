"""Why two claims are or are not taken to speak of one event: what every feature of the table makes of them."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.core.judgement import Judgement
from sayso.core.report import Report
from sayso.reconcile.compare import Row, explain
from sayso.reconcile.group import happenings
from sayso.reconcile.member import age
from sayso.reconcile.side import sides


def pair(reports: Iterable[Report], left: str, right: str, judgements: Iterable[Judgement] = ()) -> tuple[Row, ...]:
    """Every feature of the happenings that two claims, named by their ids, tell of, with its points and its reason.

    How rare a name is depends on the set, so all its reports are asked for. Empty where one of the claims tells of no
    happening, or both of the same one.
    """
    known = sorted({report.key: report for report in reports}.values(), key=age)
    told = happenings(known, tuple(judgements))
    at = {claim: k for k, strand in reversed(list(enumerate(told))) for claim in strand.claims}
    if left not in at or right not in at or at[left] == at[right]:
        return ()
    found = sides(known, told)
    return explain(found[at[left]], found[at[right]])
