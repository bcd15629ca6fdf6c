"""A long list in pages."""

from __future__ import annotations

from typing import NamedTuple

from sayso.web.visit import Visit


class Pages(NamedTuple):
    """Which page of how many, counted from 1, and where it begins and ends in the list."""

    number: int
    last: int
    start: int
    end: int
    total: int

    @classmethod
    def of(cls, visit: Visit, total: int, each: int) -> Pages:
        """The page asked for, or the nearest there is."""
        last = max(-(-total // each), 1)
        asked = visit.asked("page")
        number = min(max(int(asked), 1), last) if asked.isdecimal() and len(asked) < 9 else 1
        return cls(number, last, each * (number - 1), min(each * number, total), total)
