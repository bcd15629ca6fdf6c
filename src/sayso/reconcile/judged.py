"""What people's judgements about claims mean for the happenings that reports tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.core.judgement import Judgement
from sayso.reconcile.strand import Strand


class Judged(NamedTuple):
    """Two happenings, by position, that a person has judged by a claim of each."""

    left: int
    right: int
    judgement: Judgement


def alone(strands: Sequence[Strand], judgements: Sequence[Judgement]) -> frozenset[str]:
    """The claims that must be happenings of their own, or no judgement could be kept.

    A claim judged different from one of its own happening, or from one of a happening that another claim of its own is
    judged the same as; and a claim judged the same as another that tells of no happening by itself.
    """
    of = _positions(strands, judgements)
    same = [one for one in judgements if one.verdict == "same"]
    joined = {pair for one in same for pair in _pairs(of, one)}
    out = {claim for one in same for claim in (one.left, one.right) if claim not in of}
    for one in judgements:
        if one.verdict == "different":
            clash = any(a == b or (a, b) in joined or (b, a) in joined for a, b in _pairs(of, one))
            out |= {one.left, one.right} if clash else set()
    return frozenset(out)


def judged(strands: Sequence[Strand], judgements: Sequence[Judgement], verdict: str) -> Iterator[Judged]:
    """Every pair of happenings with this verdict, in the order in which people judged."""
    of = _positions(strands, judgements)
    for one in sorted(judgements, key=lambda one: (one.row, one.left, one.right)):
        if one.verdict == verdict:
            for a, b in _pairs(of, one):
                yield Judged(a, b, one)


def _positions(strands: Sequence[Strand], judgements: Iterable[Judgement]) -> dict[str, list[int]]:
    """The happenings that each judged claim tells of."""
    asked = {claim for one in judgements for claim in (one.left, one.right)}
    of: dict[str, list[int]] = defaultdict(list)
    for at, strand in enumerate(strands) if asked else ():
        for claim in asked.intersection(strand.claims):
            of[claim].append(at)
    return dict(of)


def _pairs(of: dict[str, list[int]], one: Judgement) -> list[tuple[int, int]]:
    return [(a, b) for a in of.get(one.left, ()) for b in of.get(one.right, ())]
