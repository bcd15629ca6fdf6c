"""Words that a person marked in a text, found again there: by the words themselves and by what stands around them."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.core.span import Span
from sayso.core.trouble import SpanError

AROUND = 64  # characters before and after the words that are compared
SHOWN = 60  # characters of the words that an error shows


class Quote(NamedTuple):
    """Words as they were marked, and what stood right before and after them; white space of any kind is alike."""

    exact: str
    before: str = ""
    after: str = ""


def quoted(text: str, quote: Quote, near: Span | None = None) -> Span:
    """Where the words stand in a text: of several places the one whose surroundings are most alike, then the nearest.

    Raises SpanError where they stand nowhere, or in several places that nothing tells apart.
    """
    shown = " ".join(quote.exact.split())
    shown = f"{shown[:SHOWN]}…" if len(shown) > SHOWN else shown
    places = _places(text, quote.exact)
    if not places:
        raise SpanError(f"“{shown}” does not stand in the report; mark the words in the text, or copy them as they are")
    fits = [_alike(text, place, quote) for place in places]
    best = [place for place, fit in zip(places, fits, strict=True) if fit == max(fits)]
    if len(best) > 1 and near is None:
        raise SpanError(f"“{shown}” stands {len(best)} times in the report; mark more words, to say which")
    return best[0] if near is None else min(best, key=lambda place: _far(place, near))


def _far(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _places(text: str, words: str) -> list[Span]:
    parts = [re.escape(word) for word in words.split()]
    if not parts:
        return []
    return [Span(*found.span()) for found in re.finditer(r"\s+".join(parts), text)]


def _alike(text: str, place: Span, quote: Quote) -> int:
    """How many characters around a place are as they were around the words that were marked."""
    before = _plain(text[max(0, place.start - 2 * AROUND) : place.start])[::-1]
    after = _plain(text[place.end : place.end + 2 * AROUND])
    return _common(before, _plain(quote.before)[::-1]) + _common(after, _plain(quote.after))


def _plain(text: str) -> str:
    return "".join(text.split())


def _common(one: str, other: str) -> int:
    """How many characters two strings have in common from their beginning, up to a limit."""
    pairs = zip(one[:AROUND], other[:AROUND], strict=False)
    return next((k for k, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other), AROUND))
