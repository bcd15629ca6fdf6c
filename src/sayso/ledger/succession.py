"""Which text of an address came after which: what a page says now takes the place of what it said before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sayso.core.document import Document
from sayso.core.when import anchor, sortable
from sayso.reference.address import compared

UNDATED = "9999"  # sorts behind every day


class Version(NamedTuple):
    """Where a document stands among those of its address: the key of the first, and how many are before it."""

    page: str
    number: int


def succession(recorded: Mapping[str, Document]) -> dict[str, Version]:
    """Of documents by key, in the order in which they were recorded, those that share their address with another.

    They follow one another by when each says that it was modified. One that does not say so comes after those that were
    recorded before it, unless it was published on an earlier day than they.
    """
    pages: dict[str, list[str]] = defaultdict(list)
    for key, one in recorded.items():
        if one.url:
            pages[compared(one.url)].append(key)
    return {
        key: Version(ordered[0], number)
        for keys in pages.values()
        if len(keys) > 1
        for ordered in [_ordered((key, recorded[key]) for key in keys)]
        for number, key in enumerate(ordered)
    }


def _ordered(recorded: Iterable[tuple[str, Document]]) -> list[str]:
    """The keys of one address's documents, which come as they were recorded, in the order of the versions."""
    placed: list[tuple[str, str, str]] = []  # when it said this, the day of publication, the key
    for key, one in recorded:
        day, said = _day(one.published), sortable(one.published)
        if one.modified:
            said = max(said, sortable(one.modified))
        else:
            said = max([said, *(before for before, published, _ in placed if published <= day)])
        placed.append((said, day, key))
    return [key for _, _, key in sorted(placed, key=lambda one: one[0])]


def _day(published: str | None) -> str:
    found = anchor(published)
    return found.last.isoformat() if found else UNDATED
