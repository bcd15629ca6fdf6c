"""A count with bounds: *at least 12* is (12, None), *about 100* is (100, 100) approximate, *none* is (0, 0)."""

from __future__ import annotations

from sayso.core.value import Value


class Quantity(Value, kw_only=True):
    """How many, as the text bounds it; `high` is None where it is open-ended. Nothing is widened here."""

    low: int | None = None
    high: int | None = None
    approximate: bool = False

    def __str__(self) -> str:
        """Short form: `12`, `12..`, `..12`, `10..15`, `~100`."""
        mark = "~" if self.approximate else ""
        if self.low == self.high:
            return f"{mark}{self.low}" if self.low is not None else "?"
        low = "" if self.low is None else self.low
        high = "" if self.high is None else self.high
        return f"{mark}{low}..{high}"
