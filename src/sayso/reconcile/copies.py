"""Which reports are one text: copies and light rewrites, told by the MinHash of their word shingles.

Broder (1997), *On the resemblance and containment of documents*; banding after Leskovec, Rajaraman and Ullman,
*Mining of Massive Datasets*, section 3.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import eq

from sayso.core.report import Report
from sayso.reconcile.member import age

ALIKE = 0.4  # share of shingles two texts have in common: a copy cut by half, or one word in nine replaced
ROWS = 3  # of a band: 42 bands of three find a pair that is just alike with odds of 19 in 20


def resemblance(left: Report, right: Report) -> float:
    """The estimated share of word shingles that two reports have in common, 0 to 1; 0 where one is too short."""
    if not left.sketch or len(left.sketch) != len(right.sketch):
        return 0.0
    same: int = sum(map(eq, left.sketch, right.sketch))
    return same / len(left.sketch)


def originals(reports: Iterable[Report]) -> dict[str, Report]:
    """For each report, by key, the one published first of those that are one text with it; itself where it is alone."""
    ordered = sorted({report.key: report for report in reports}.values(), key=age)
    root = {report.key: report for report in ordered}
    bands: dict[tuple[int, ...], Report] = {}
    for report in ordered:
        firsts = {bands[band].key: bands[band] for band in _bands(report) if band in bands}
        alike = [first for first in firsts.values() if resemblance(first, report) >= ALIKE]
        if alike:
            root[report.key] = root[min(alike, key=age).key]
        for band in _bands(report):
            bands.setdefault(band, report)
    return root


def _bands(report: Report) -> list[tuple[int, ...]]:
    return [(at, *report.sketch[at : at + ROWS]) for at in range(0, len(report.sketch) - ROWS + 1, ROWS)]


def wires(reports: Iterable[Report], root: Mapping[str, Report]) -> dict[str, str]:
    """The agency that each text, by the key of its original, is credited to: the first named by its earliest report."""
    out: dict[str, str] = {}
    for report in sorted(reports, key=age):
        if report.credits:
            out.setdefault(root[report.key].key, report.credits[0])
    return out
