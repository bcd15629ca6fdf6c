"""Passages of a text that are in another language than the rest: a quotation left as it was said, a second version."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sayso.core.span import Span
from sayso.lang.identify import evident, trained
from sayso.lang.tongue import WORD, tongues

FEWEST = 8  # words of a passage that is looked at
OWN = 0.12  # share of the text's own common words from which a passage is in its language, and looked at no further


class Passage(NamedTuple):
    """Where another language stands, and which."""

    span: Span
    language: str


def passages(text: str, parts: Iterable[Span], language: str) -> tuple[Passage, ...]:
    """Those of the parts of a text that are clearly not in its language, in the order given.

    What was found in an earlier part does not count in a later one that holds it: give quotations before paragraphs.
    A language that is not in the table has none. Neighbours that share most of their small words, such as Swedish and
    Danish, are not told apart in one passage.
    """
    own = tongues().get(language)
    if own is None or not own.words:
        return ()
    found: list[Passage] = []
    for part in parts:
        inside = [known.span for known in found if part.covers(known.span)]
        found += (Passage(part, other) for other in _other(_less(text, part, inside), frozenset(own.words), language))
    return tuple(found)


def _less(text: str, part: Span, inside: Iterable[Span]) -> str:
    """The characters of a part, less those of spans inside it."""
    kept, at = [], part.start
    for span in sorted(inside):
        kept.append(text[at : span.start])
        at = max(at, span.end)
    return "".join((*kept, text[at : part.end]))


def _other(passage: str, own: frozenset[str], language: str) -> Iterator[str]:
    """The other language a passage is in, if it is in one."""
    words = WORD.findall(passage.lower())
    if len(words) < FEWEST or sum(map(own.__contains__, words)) >= OWN * len(words):
        return
    code = evident(words)
    if code is None and _script(words) not in (_script(own), None):
        code = trained(passage)
    if code is not None and code != language:
        yield code


def _script(words: Iterable[str]) -> str | None:
    """The script that more than half of some words begin in, as Unicode names its letters; None where there is none."""
    begun = [unicodedata.name(word[0], "").partition(" ")[0] for word in words]
    return next((name for name in sorted(set(begun)) if 2 * begun.count(name) > len(begun)), None)
