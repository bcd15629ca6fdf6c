"""Where a report comes from, as its publisher's name tells: *The Karsal Courier*."""

from __future__ import annotations

from sayso.core.place import Lookup, Place

LONGEST = 3  # words of a place's name
TOWN = 20_000  # people
LETTERS = 4  # of the shortest word that is looked up: *The*, *Sun* and *Post* are no places


def home(publisher: str | None, lookup: Lookup) -> Place | None:
    """The place that a publisher is named after: the longest name in it of a country, a division or a town."""
    words = (publisher or "").split()
    for size in range(min(LONGEST, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size]).strip(".,")
            if len(name) < LETTERS or not name[:1].isupper():
                continue
            for place in lookup(name):
                if place.own and (place.kind in {"country", "admin1"} or place.population >= TOWN):
                    return place
    return None
