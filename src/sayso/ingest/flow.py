"""From the lines of printed pages to paragraphs: by their distance, their indentation, and how words are broken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_APART = 1.3  # how many times the usual distance parts two paragraphs
_INDENT = 0.7  # of the size of the letters, by which a first line stands in at least
_DEEP = 6  # times the size of the letters, by which it does at most; more is another column
_FAR = 200  # points at most from a margin, however large the letters
_LARGER = 1.15  # how much larger or smaller letters make a heading
_RECURS = 3  # pages at least on which a line stands first or last, for it to be a running head
_ENDED = re.compile(r"[.!?:;…؟。][\"'”’»)\]]*$")
_FIGURES = re.compile(r"\d+")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SOFT = "\u00ad"  # a hyphen that is there for the line's end alone


class Line(NamedTuple):
    """A line of a page: where it begins, from the left and from below, and the size of its letters, in points."""

    text: str
    x: float
    y: float
    size: float


class Printed(NamedTuple):
    """The text of pages, paragraphs parted by an empty line, and the running heads left out, without bare numbers."""

    text: str
    heads: tuple[str, ...]


def flowing(pages: Sequence[Sequence[Line]]) -> Printed:
    """The text of pages as it flows, without what recurs at the head and foot of each."""
    heads = _running(pages)
    kept = [
        [line for k, line in enumerate(page) if not (_edge(k, page) and _same(line.text) in heads)] for page in pages
    ]
    whole = frozenset(word.lower() for page in kept for line in page for word in _whole_words(line.text))
    paragraphs: list[list[str]] = []
    for line in _parted(kept):
        if line is None or not paragraphs:
            paragraphs.append([])
        if line is not None:
            paragraphs[-1].append(line.text)
    text = "\n\n".join(_joined(lines, whole) for lines in paragraphs if lines)
    return Printed(text, tuple(sorted(head for head in heads.values() if any(map(str.isalpha, head)))))


def _parted(pages: Iterable[Sequence[Line]]) -> Iterator[Line | None]:
    """Every line in order, with None between two paragraphs."""
    before: Line | None = None
    for page in pages:
        leading = _leading(page)
        margins = Counter(round(line.x) for line in page)
        for at, line in enumerate(page):
            turned = at == 0 or before is None or line.y > before.y
            if before is not None and _begins(before, line, leading, margins, turned=turned):
                yield None
            yield line
            before = line


def _leading(page: Sequence[Line]) -> float:
    """The usual distance between the lines of a page, in points."""
    gaps = sorted(a.y - b.y for a, b in pairwise(page) if 0.5 < a.y - b.y < 5 * max(a.size, b.size, 1))
    return gaps[len(gaps) // 2] if len(gaps) > 2 else min(gaps, default=0)


def _begins(before: Line, line: Line, leading: float, margins: Counter[int], *, turned: bool) -> bool:
    """Whether a line begins a paragraph; `turned` where it stands at the top of a page or column."""
    size = max(line.size, 1)
    if max(before.size, line.size) > _LARGER * max(min(before.size, line.size), 0.1):
        return True
    own = round(line.x)
    left = range(own - round(min(_DEEP * size, _FAR)), own + 1)
    if line.x - next(x for x in left if margins[x] >= margins[own]) > _INDENT * size:
        return True
    if turned:
        return bool(_ENDED.search(before.text))
    return bool(leading) and before.y - line.y > _APART * leading


def _running(pages: Sequence[Sequence[Line]]) -> dict[str, str]:
    """What stands first or last on most pages, its figures apart, and how it reads on the first of them."""
    first: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for page in pages:
        edges = {_same(line.text): line.text for k, line in enumerate(page) if _edge(k, page)}
        for same, text in edges.items():
            first.setdefault(same, text)
            seen[same] += 1
    return {same: first[same] for same, count in seen.items() if count >= _RECURS and 2 * count > len(pages)}


def _edge(at: int, page: Sequence[Line]) -> bool:
    """Whether a line is among the first two of a page as it is written, or the last two."""
    return at < 2 or at >= len(page) - 2


def _same(text: str) -> str:
    return _FIGURES.sub("#", " ".join(text.split()))


def _whole_words(text: str) -> Iterator[str]:
    """The words of a line that the line's end does not break."""
    return (found[0] for found in _WORD.finditer(text) if found.end() < len(text.rstrip()) - 1 or text[-1:] != "-")


def _joined(lines: Sequence[str], whole: frozenset[str]) -> str:
    """The lines of a paragraph in one, words that a line's end broke put together where that is certain.

    It is where the hyphen is a soft one, or the word stands whole elsewhere in the text; a word that stands there with
    its hyphen keeps it. Where nothing tells, the line's end stays as it is printed.
    """
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        broken = _BROKEN.search(before)
        rest = _WORD.match(line)
        if before.endswith(_SOFT):
            pieces[-1] = pieces[-1][:-1]
        elif broken is None or rest is None or not line[:1].islower():
            pieces.append(" ")
        elif (broken[1] + rest[0]).lower() in whole:
            pieces[-1] = pieces[-1][:-1]
        elif f"{broken[1]}-{rest[0]}".lower() not in whole:
            pieces.append("\n")
        pieces.append(line)
    return "".join(pieces)
