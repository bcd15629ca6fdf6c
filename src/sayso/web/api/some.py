"""What answers share: the moment they are as of, and giving a long list in parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from starlette.exceptions import HTTPException

from sayso.web.api.line import Asked
from sayso.web.api.values import Moment
from sayso.web.visit import Visit

MOST = 1000
USUAL = 100
AS_OF = Asked("as_of", "what was known then: by the end of a day in UTC, at a row, or at a tag", "2026-03-06")
PARTS = (
    Asked("limit", f"how many at most, {USUAL} unless given, up to {MOST:,}", "20"),
    Asked("from", "where to go on: the `next` of the answer before", "100"),
)

Item = TypeVar("Item")


class Part(NamedTuple, Generic[Item]):
    """Some of a list, and where the rest begins; None at the end."""

    of: tuple[Item, ...]
    next: int | None


def moment(visit: Visit) -> Moment:
    """What the answer is as of."""
    return Moment(row=visit.snapshot.row, at=visit.snapshot.at, last=visit.head.seq)


def some(visit: Visit, all_of_them: Sequence[Item]) -> Part[Item]:
    """The part that is asked for."""
    start, limit = _number(visit, "from", 0), min(_number(visit, "limit", USUAL), MOST)
    end = start + limit
    return Part(tuple(all_of_them[start:end]), end if end < len(all_of_them) else None)


def _number(visit: Visit, name: str, usual: int) -> int:
    written = visit.asked(name)
    if not written:
        return usual
    if not (written.isascii() and written.isdecimal() and len(written) < 10):
        raise HTTPException(400, f"{name}={written}: give a number")
    return int(written)
