"""Ids as people see them: no more digits than tell one from all others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

SHOWN = 8  # digits, or as many more as it takes


class Ids:
    """All the ids of one kind that there are."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._sorted = sorted(set(ids))

    def short(self, one: str, size: int = SHOWN) -> str:
        """The beginning of an id that no other shares, of at least so many characters."""
        at = bisect_left(self._sorted, one)
        beside = (self._sorted[k] for k in (at - 1, at, at + 1) if 0 <= k < len(self._sorted))
        return one[: max([size, *(_shared(one, other) + 1 for other in beside if other != one)])]

    def whole(self, begun: str) -> str | None:
        """The one id that begins so; None where there is none, or more than one."""
        at = bisect_left(self._sorted, begun)
        fitting = [one for one in self._sorted[at : at + 2] if one.startswith(begun)]
        return fitting[0] if len(fitting) == 1 else None


def _shared(one: str, other: str) -> int:
    """How many characters two ids share from the beginning."""
    return next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
