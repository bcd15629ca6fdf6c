"""Where a report plays, as far as its names are settled: counted once, and seen from each name without its own part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from sayso.core.place import Place

NEAR, FAR = 2.0, 0.5  # squares to a degree: sides of about 55 and 220 km
OFTEN = 3  # mentions of one name that count, at most
AREAS = frozenset({"continent", "region", "country", "water", "relief", "road", "admin1"})
T = TypeVar("T", bound=Hashable)
Square = tuple[float, int, int]  # of a grid: squares to a degree, row, column


class Parts(Generic[T]):
    """Shares of a whole in hundredths, less what the asker added to it."""

    __slots__ = ("_all", "_less", "_total")

    def __init__(self, counted: Mapping[T, int], total: int, less: Mapping[T, int]) -> None:
        self._all = counted
        self._less = less
        self._total = total - sum(less.values())

    @property
    def some(self) -> bool:
        """Whether there is anything else."""
        return self._total > 0

    def of(self, one: T) -> int:
        """The share of one, 0 where there is nothing else."""
        left = self._all.get(one, 0) - self._less.get(one, 0)
        return 100 * left // self._total if self._total > 0 else 0


class Marked(NamedTuple):
    """What one settled name says of where a report plays."""

    country: tuple[str, ...]
    division: tuple[str, ...]
    kind: tuple[tuple[str, str], ...]
    squares: tuple[Square, ...]
    weight: int


def mark(place: Place, mentions: int) -> Marked:
    """What a name that stands for `place` says."""
    inside = place.id if place.kind == "admin1" else place.admin1
    squares = () if place.kind in AREAS else tuple(one for side in (NEAR, FAR) for one in _around(place, side))
    return Marked(
        (place.country,) if place.country else (), (inside,) if inside else (), ((place.country, place.kind),),
        squares, min(mentions, OFTEN),
    )  # fmt: skip


def square(place: Place, side: float) -> Square:
    """The square of a grid that a place is in."""
    return side, int(place.lat * side // 1), int(place.lon * side // 1)


def _around(place: Place, side: float) -> Iterator[Square]:
    """The square of a grid that a place is in, and the eight beside it."""
    _, y, x = square(place, side)
    return ((side, v, u) for v in (y - 1, y, y + 1) for u in (x - 1, x, x + 1))


class Survey:
    """The sum of what the names say; `seen` gives it without some of them."""

    def __init__(self, marks: Iterable[Marked]) -> None:
        self._all = Sums(marks)
        counters = (self._all.countries, self._all.divisions, self._all.kinds)
        self._countries, self._divisions, self._kinds = (sum(one.values()) for one in counters)

    def seen(self, own: Iterable[Marked]) -> View:
        """What the names say but for these."""
        every, less = self._all, Sums(own)
        return View(
            Parts(every.countries, self._countries, less.countries),
            Parts(every.divisions, self._divisions, less.divisions),
            Parts(every.kinds, self._kinds, less.kinds),
            every.squares,
            less.squares,
        )


class Sums:
    """What several names say, added up."""

    __slots__ = ("countries", "divisions", "kinds", "squares")

    def __init__(self, marks: Iterable[Marked]) -> None:
        self.countries: Counter[str] = Counter()
        self.divisions: Counter[str] = Counter()
        self.kinds: Counter[tuple[str, str]] = Counter()
        self.squares: Counter[Square] = Counter()
        for one in marks:
            self.countries.update(dict.fromkeys(one.country, one.weight))
            self.divisions.update(dict.fromkeys(one.division, one.weight))
            self.kinds.update(one.kind)
            self.squares.update(one.squares)


class View(NamedTuple):
    """Where a report plays, as one of its names sees it."""

    countries: Parts[str]
    divisions: Parts[str]
    kinds: Parts[tuple[str, str]]
    squares: Mapping[Square, int]
    less: Mapping[Square, int]

    @property
    def any(self) -> bool:
        """Whether another name says anything."""
        return self.countries.some

    def nearest(self, place: Place) -> float | None:
        """The finest grid on which another place lies in the same square or one beside it."""
        for side in (NEAR, FAR):
            here = square(place, side)
            if self.squares.get(here, 0) > self.less.get(here, 0):
                return side
        return None
