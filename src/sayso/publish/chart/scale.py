"""Round numbers for the edge of a chart."""

from __future__ import annotations

from math import floor, log10

WISHED = 4  # steps


def ticks(top: float) -> list[int]:
    """Whole round numbers from 0 to at most `top`, in steps of 1, 2 or 5 with noughts, about four of them."""
    rough = max(top / WISHED, 1)
    ten = 10 ** floor(log10(rough))
    step = next(int(ten * k) for k in (1, 2, 5, 10) if ten * k >= rough)
    return list(range(0, floor(top) + 1, step))
