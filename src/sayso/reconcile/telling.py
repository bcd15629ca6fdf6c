"""What one voice, in one report, says a number is: its figures for one effect put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.reconcile.figure import SURE, Figure
from sayso.reconcile.member import Age

OF_THE_DAY = frozenset({"missing", "rescued"})
WHOLE_CAMPS = frozenset({"civilians", "civilian", "soldiers", "army", "rebels", "fighters"})


class Telling(NamedTuple):
    """Bounds as the voice gives them, `about` where they are approximate.

    `whole` is whether it speaks of everybody, not of one side alone.

    `doubt` counts from 0, certain, upwards. `figures` are those it rests on.
    """

    voice: str
    age: Age
    low: int
    high: int | None
    about: bool
    enemy: bool
    doubt: int
    figures: tuple[Figure, ...]

    @property
    def best(self) -> int:
        """The number named: the lower end, or the upper one of *up to*."""
        return self.high if self.low == 0 and self.high is not None else self.low

    @property
    def page(self) -> str:
        """What names the page it stands on, also where the text of that was changed."""
        report = self.figures[0].member.report
        return report.page or report.key

    @property
    def version(self) -> int:
        """Which of the texts that the page had it stands in, counted from 0."""
        return self.figures[0].member.report.version

    @property
    def of_all(self) -> bool:
        """Whether it counts everybody, and not only people of some description."""
        return any(figure.group.code is None for figure in self.figures)

    @property
    def of_the_day(self) -> bool:
        """Whether it tells how things stand that day: who is missing may be found, and more may be rescued."""
        return self.figures[0].effect in OF_THE_DAY

    def allows(self, number: int) -> bool:
        """Whether the number lies within its bounds."""
        return self.low <= number and (self.high is None or number <= self.high)


def of_group(found: Iterable[Figure]) -> list[Telling]:
    """The tellings of figures that all count one group."""
    return [_telling([_largest(figures)]) for figures in _by_report(found)]


def of_everybody(found: Iterable[Figure]) -> list[Telling]:
    """The tellings of an effect's total: of each voice in each report the largest count that is of no side.

    People who are told of only as men, students or passengers are of no side. Such a count is the total, which it
    nearly always is in a report that gives no other; beside a larger count of everybody it is a part of that. That none
    of a group came to harm says nothing of the rest, and a share of those counted elsewhere is no total.
    """
    fitting = [f for f in found if not f.group.share and (f.group.code is None or f.high != 0)]
    told = []
    for figures in _by_report(fitting):
        counted = [one for one in _by_claim(figures) if any(figure.group.camp is None for figure in one)]
        if counted:
            told.append(_telling(max(counted, key=_size)))
    most: dict[Age, int] = defaultdict(int)
    for one in told:
        if one.of_all:
            most[one.age] = max(most[one.age], one.best)
    return [one for one in told if one.of_all or one.best > most[one.age]]


def of_camps(found: Iterable[Figure]) -> dict[str, list[Telling]]:
    """The tellings of each side. That no pupil was killed does not say that no civilian was."""
    camps: dict[str, list[Figure]] = defaultdict(list)
    for figure in found:
        bare = figure.high == 0 and figure.group.code not in WHOLE_CAMPS
        if figure.group.camp is not None and not figure.group.share and not bare:
            camps[figure.group.camp].append(figure)
    return {name: of_group(camps[name]) for name in sorted(camps)}


def _by_claim(figures: Iterable[Figure]) -> list[list[Figure]]:
    """What each claim counts: everybody where it says so, else all groups that it tells of one beside the other."""
    claims: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        claims[figure.claim.id].append(figure)
    return [
        [_largest(everybody)] if (everybody := [f for f in counted if f.group.code is None]) else _apart(counted)
        for counted in claims.values()
    ]


def _apart(figures: Sequence[Figure]) -> list[Figure]:
    """The largest figure of each group: *two adults and three children*."""
    codes = dict.fromkeys(figure.group.code for figure in figures)
    return [_largest([figure for figure in figures if figure.group.code == code]) for code in codes]


def _size(figures: Sequence[Figure]) -> tuple[int, str]:
    return sum(figure.low for figure in figures), figures[0].claim.id


def latest(tellings: Sequence[Telling]) -> tuple[list[Telling], list[Telling]]:
    """Of each voice what it said last, and what that replaces.

    A page that was changed stands by what it says now. Other reports of one day that give no hour cannot be put in
    order: the voice then stands by the larger figure, since tolls rise more often than they fall.
    """
    newest: dict[tuple[str, str], int] = defaultdict(int)
    for telling in tellings:
        newest[telling.voice, telling.page] = max(newest[telling.voice, telling.page], telling.version)
    now = [telling for telling in tellings if telling.version == newest[telling.voice, telling.page]]
    last: dict[str, Telling] = {}
    for telling in now:
        other = last.get(telling.voice)
        if other is None or _rank(telling) > _rank(other):
            last[telling.voice] = telling
    stand = [telling for telling in now if _same(telling, last[telling.voice])]
    kept = set(map(id, stand))
    return stand, [telling for telling in tellings if id(telling) not in kept]


def _same(one: Telling, last: Telling) -> bool:
    """The last word itself, or a copy of it: the same figure in the same wording of the day."""
    return one is last or ((one.low, one.high) == (last.low, last.high) and one.age[0] == last.age[0])


def _rank(telling: Telling) -> tuple[str, str, int, Age]:
    day, written, *_ = telling.age
    return (day, written if len(written) > len(day) else "", telling.low, telling.age)


def _by_report(found: Iterable[Figure]) -> list[list[Figure]]:
    groups: dict[tuple[str, Age], list[Figure]] = defaultdict(list)
    for figure in found:
        groups[figure.origin.key, figure.age].append(figure)
    return list(groups.values())


def _largest(figures: Sequence[Figure]) -> Figure:
    return max(figures, key=lambda figure: (figure.low, figure.high or 0, figure.claim.id))


def _telling(figures: Sequence[Figure]) -> Telling:
    first = figures[0]
    return Telling(
        voice=first.origin.key, age=first.age, low=sum(f.low for f in figures),
        high=None if any(f.high is None for f in figures) else sum(f.high or 0 for f in figures),
        about=any(f.about for f in figures), enemy=all(f.enemy for f in figures),
        doubt=max(SURE[f.claim.certainty] for f in figures), figures=tuple(figures),
    )  # fmt: skip
