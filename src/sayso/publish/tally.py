"""What came of the documents of a run: how many of each form and language, and what was passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from sayso.publish.account.heading import counted
from sayso.publish.sheet import Part, Sheet, Table, line

Outcome = Literal["read", "known", "not read"]
NONE = "–"
HEAD = ("form", "language", "outcome", "documents")


class Tally:
    """Counts documents by the form they came in, their language and what came of them."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str, Outcome]] = Counter()

    def add(self, form: str, language: str | None, outcome: Outcome) -> None:
        """Count one."""
        self._counts[form, language or NONE, outcome] += 1

    @property
    def total(self) -> int:
        """How many were counted."""
        return self._counts.total()

    @property
    def unread(self) -> int:
        """How many could not be read."""
        return sum(count for (_, _, outcome), count in self._counts.items() if outcome == "not read")

    def sheet(self, skipped: Mapping[str, int]) -> Sheet:
        """A row for each form, language and outcome, in this order; under the title what was passed over."""
        rows = tuple(
            (line(form), line(language), line(outcome), line(f"{count:,}"))
            for (form, language, outcome), count in sorted(self._counts.items())
        )
        over = [Part(f"{count:,} {what}", "quiet") for what, count in sorted(skipped.items()) if count]
        return Sheet(
            title=counted(self.total, "document"),
            about=(line(Part("passed over", "quiet"), *over),) if over else (),
            blocks=(Table(head=HEAD, rows=rows, right=(3,)),) if rows else (),
        )
