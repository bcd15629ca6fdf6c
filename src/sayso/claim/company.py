"""Which names of a report may stand for places beside one another: a county and a town in it, towns of one district."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping

from sayso.core.place import Place

SIDE = 2  # squares to a degree
PLAIN = 3  # so many places may a name stand for and still speak in full for those beside it
POINTS = frozenset({"city", "site", "admin2"})


class Company:
    """All that the names of one report may mean, by where it lies."""

    def __init__(self, found: Mapping[Hashable, tuple[Place, ...]]) -> None:
        self._weight = {key: min(10, 10 * PLAIN // len(places)) for key, places in found.items() if places}
        self._at: dict[tuple[int, int], set[Hashable]] = defaultdict(set)
        self._inside: dict[str, set[Hashable]] = defaultdict(set)
        self._are: dict[str, set[Hashable]] = defaultdict(set)
        for key, places in found.items():
            for place in places:
                if place.kind in POINTS:
                    self._at[_square(place)].add(key)
                    self._are[place.id].add(key)
                if place.admin2:
                    self._inside[place.admin2].add(key)

    def of(self, place: Place, asker: Hashable) -> tuple[int, bool]:
        """Tenths of a name beside a place, and whether a name may mean what it lies in or what lies in it."""
        if place.kind not in POINTS:
            return 0, False
        kin = self._inside.get(place.id, ()) if place.kind == "admin2" else self._are.get(place.admin2 or "", ())
        y, x = _square(place)
        beside = {key for v in (y - 1, y, y + 1) for u in (x - 1, x, x + 1) for key in self._at.get((v, u), ())}
        return sum(self._weight[key] for key in beside if key != asker), any(key != asker for key in kin)


def _square(place: Place) -> tuple[int, int]:
    return int(place.lat * SIDE // 1), int(place.lon * SIDE // 1)
