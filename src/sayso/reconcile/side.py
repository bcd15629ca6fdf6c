"""A happening made ready for comparing: dates as numbers, places as keys, names with how rare they are in the set."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from sayso.core.claim import Where
from sayso.core.fold import fold
from sayso.core.globe import Point
from sayso.core.report import Report
from sayso.core.when import anchor
from sayso.reconcile.kind import HARM
from sayso.reconcile.strand import DAY, Days, Strand
from sayso.reference.transliteration import skeleton

PRIOR = 100  # reports that are taken to stand behind every set, so that in a small one too a name has its weight
DISTRICT = 3  # UCDP's where_prec from which a point stands for an area
HEAD = 32  # places of a sketch that are looked at first
SHORT = 3  # letters; a shorter word of a name (*of*, *al*) tells nothing


class Spot(NamedTuple):
    """A place: its folded name, the words and the consonants of it; its id and its point where they are known.

    `wide`: the point is the middle of a region or a country.
    """

    name: str
    folded: str
    words: frozenset[str]
    bones: str
    id: str | None
    point: Point | None
    wide: bool


Mark = tuple[int, str]  # a day, and the place most told of it


class Side(NamedTuple):
    """One side of a comparison. `names` holds how much each word of a name weighs, `length` their vector's length.

    `where` holds the words of its places, which count as places and not as names; `head` is the beginning of the
    report's sketch.
    `marks` are its days with its place; `elsewhere` those of happenings that some report tells apart from one of them.
    """

    report: Report
    strand: Strand
    days: Days | None
    published: Days | None
    spots: tuple[Spot, ...]
    where: frozenset[str]
    killed: frozenset[int]
    injured: frozenset[int]
    names: Mapping[str, float]
    length: float
    head: tuple[int, ...]
    marks: frozenset[Mark]
    elsewhere: frozenset[Mark]


class Rarity(NamedTuple):
    """How much each word of a name weighs by how few reports of a set have it."""

    words: Mapping[str, float]


def rarity(reports: Sequence[Report]) -> Rarity:
    """That of the words in a set of reports."""
    used = [_words(report) for report in reports]
    known = {word for count in used for word in count}
    reach: Counter[str] = Counter()
    for report, count in zip(reports, used, strict=True):
        reach.update(count.keys() | known.intersection(_title(report)))
    total = len(used) + PRIOR
    return Rarity({word: math.log(total / (count + 1)) for word, count in reach.items()})


def sides(reports: Sequence[Report], strands: Sequence[Strand], rare: Rarity | None = None) -> list[Side]:
    """Every happening made ready, in the order given; `rare` is the rarity of the reports, where it is at hand.

    A name weighs the more the rarer it is in the set and the oftener its report uses it (tf-idf, as Salton and
    Buckley 1988 have it). The words of a title count where some report of the set has them in a name.
    """
    rare = rare or rarity(reports)
    told = {strand.report for strand in strands}
    by_key = {report.key: report for report in reports if report.key in told}
    names = {key: _names(report, rare) for key, report in by_key.items()}
    apart = _told_apart(strands)
    return [_side(strand, by_key[strand.report], names[strand.report], apart) for strand in strands]


def _side(strand: Strand, report: Report, names: Mapping[str, float], apart: Mapping[Mark, frozenset[Mark]]) -> Side:
    published = anchor(report.published)
    marks = _marks(strand)
    return Side(
        report=report,
        strand=strand,
        days=strand.days,
        published=Days(published.first.toordinal(), published.last.toordinal()) if published else None,
        spots=tuple(_spot(where) for where in strand.places),
        where=frozenset(word for where in strand.places for word in fold(where.name).split()),
        killed=_lows(strand, "killed"),
        injured=_lows(strand, "injured"),
        names=names,
        length=math.sqrt(math.fsum(weight * weight for weight in names.values())),
        head=report.sketch[:HEAD],
        marks=marks,
        elsewhere=frozenset().union(*(apart[mark] for mark in marks if mark in apart)) - marks,
    )


def _names(report: Report, rare: Rarity) -> dict[str, float]:
    """How much each word of a name weighs in a report."""
    count = _words(report)
    count.update(word for word in set(_title(report)) if word in rare.words)
    return {word: rare.words[word] * (1 + math.log(times)) for word, times in count.items()}


def _title(report: Report) -> list[str]:
    return fold(report.title or "").split()


def _told_apart(strands: Iterable[Strand]) -> dict[Mark, frozenset[Mark]]:
    """What reports that tell of two days at two places teach: the other days and places, by each."""
    by_report: dict[str, list[frozenset[Mark]]] = defaultdict(list)
    for strand in strands:
        if strand.family == HARM and (marks := _marks(strand)):
            by_report[strand.report].append(marks)
    found: dict[Mark, set[Mark]] = defaultdict(set)
    for told in by_report.values():
        for one, other in permutations(told, 2):
            if {place for _, place in one} != {place for _, place in other} and one.isdisjoint(other):
                for mark in one:
                    found[mark] |= other
    return {mark: frozenset(others) for mark, others in found.items()}


def _lows(strand: Strand, effect: str) -> frozenset[int]:
    return frozenset(count.low for count in strand.counts if count.effect == effect)


def _marks(strand: Strand) -> frozenset[Mark]:
    if strand.days is None or not strand.told or not strand.places or strand.days.last - strand.days.first > DAY:
        return frozenset()
    place = fold(strand.places[0].name)
    return frozenset((day, place) for day in range(strand.days.first, strand.days.last + 1))


def _words(report: Report) -> Counter[str]:
    count: Counter[str] = Counter()
    for name in report.names:
        for word in name.name.split():
            if len(word) >= SHORT:
                count[word] += name.count
    return count


def _spot(where: Where) -> Spot:
    folded = fold(where.name)
    point = (where.lat, where.lon) if where.lat is not None and where.lon is not None else None
    wide = where.precision is not None and where.precision >= DISTRICT
    return Spot(where.name, folded, frozenset(folded.split()), skeleton(folded), where.id, point, wide)
