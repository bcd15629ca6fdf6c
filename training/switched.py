"""English texts with words of other languages in them, for a tagger that is to read languages it was never shown.

Code-switching (CoSDA-ML, Qin et al. 2020): words and phrases are exchanged for those of a list written for this project
(`words.tsv`), and where a source stands right before its cue and behind what it said, the two change places, as they
do in languages whose verb comes second (*said the minister*). No sentence of another language is needed for it.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.corpora import Attribution, Range, Text

LIST = Path(__file__).with_name("words.tsv")
WEIGHTS = {"de": 3, "sv": 2, "nb": 1, "nl": 1, "fr": 1}  # how often each language is drawn
OFTEN = (0.5, 1.0)  # the least and the greatest share of the listed words that a text has exchanged
TURNED = 0.8  # the share of texts in which sources and cues change places
BEHIND = "~ "  # begins a word that stands behind the source: *~ zufolge*
BEFORE = "+ "  # begins a word that stands before the source and behind what it said, and nowhere else: *+ so*
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LONGEST = 4  # words of a phrase

Phrases = Mapping[str, tuple[str, ...]]


class Piece(NamedTuple):
    """A stretch of the text and what is written for it."""

    start: int
    end: int
    written: str


def listed(path: Path = LIST) -> dict[str, dict[str, tuple[str, ...]]]:
    """By language what each English word or phrase may become."""
    head, *rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {
        language: {row[0]: tuple(row[column].split("|")) for row in rows}
        for column, language in enumerate(head)
        if column
    }


def switched(text: Text, lists: Mapping[str, Phrases], rng: random.Random) -> Text:
    """The text with words of one other language in it, drawn by weight, and its spans where they then are."""
    languages = [language for language in WEIGHTS if language in lists]
    phrases = lists[rng.choices(languages, [WEIGHTS[language] for language in languages])[0]]
    often = rng.uniform(*OFTEN)
    turns = list(_turns(text)) if rng.random() < TURNED else []
    behind = {cue: source for source, cue in _cues_before(text)}
    after = {cue: source for source, cue in _turns(text)}
    bounds = sorted({edge for span in _spans(text) for edge in span})
    pieces: list[Piece] = []
    for start, end in _phrases(text.text, phrases, set(bounds)):
        if rng.random() < often:
            written = rng.choice(phrases[text.text[start:end].lower()])
            if written.startswith(BEHIND):
                if (start, end) not in behind:
                    continue
                turns.append(((start, end), behind[start, end]))
            if written.startswith(BEFORE):
                if (start, end) not in after:
                    continue
                turns.append((after[start, end], (start, end)))
            written = written.removeprefix(BEHIND).removeprefix(BEFORE)
            pieces.append(Piece(start, end, _cased(text.text[start:end], written)))
    return _written(text, _ordered(_whole(text.text, pieces, bounds), turns))


def _spans(text: Text) -> Iterator[Range]:
    for one in text.attributions or ():
        for role in one:
            yield from role
    yield from ((start, end) for start, end, _ in text.names or ())


def _turns(text: Text) -> Iterator[tuple[Range, Range]]:
    """Sources with the cue that follows at once, where what they said stands before."""
    for source, cue, content in text.attributions or ():
        follows = len(source) == len(cue) == 1 and source[0][1] + 1 == cue[0][0]
        if follows and content and content[0][0] < source[0][0]:
            yield source[0], cue[0]


def _cues_before(text: Text) -> Iterator[tuple[Range, Range]]:
    """Sources with the cue that stands right before them."""
    for source, cue, _ in text.attributions or ():
        if len(source) == len(cue) == 1 and cue[0][1] + 1 == source[0][0]:
            yield source[0], cue[0]


def _phrases(text: str, phrases: Phrases, bounds: set[int]) -> Iterator[Range]:
    """The longest listed phrases from left to right, none with the edge of a span inside."""
    words = [match.span() for match in WORD.finditer(text)]
    at = 0
    while at < len(words):
        for last in range(min(at + LONGEST, len(words)), at, -1):
            start, end = words[at][0], words[last - 1][1]
            if text[start:end].lower() in phrases and not any(k in bounds for k in range(start + 1, end)):
                yield start, end
                at = last
                break
        else:
            at += 1


def _cased(before: str, written: str) -> str:
    if before.isupper() and len(before) > 1:
        return written.upper()
    return written[0].upper() + written[1:] if before[0].isupper() else written


def _whole(text: str, pieces: list[Piece], bounds: list[int]) -> Iterator[Piece]:
    """The pieces and what stands between them, cut wherever a span begins or ends."""
    edges = sorted({0, len(text), *bounds, *(edge for p in pieces for edge in (p.start, p.end))})
    exchanged = {piece.start: piece for piece in pieces}
    for start, end in itertools.pairwise(edges):
        yield exchanged.get(start) or Piece(start, end, text[start:end])


def _ordered(pieces: Iterator[Piece], turns: list[tuple[Range, Range]]) -> list[Piece]:
    """The pieces with the two ranges of each turn in each other's place; of turns that overlap the first counts."""
    kept: list[tuple[Range, Range]] = []
    for left, right in turns:
        if all(right[1] <= first or left[0] >= last for (first, _), (_, last) in kept):
            kept.append((left, right))
    return sorted(pieces, key=lambda piece: _place(piece.start, kept))


def _place(start: int, turns: list[tuple[Range, Range]]) -> int:
    """Where a piece goes: the right range to the left one's, and what is between them stays between."""
    for (first, middle), (second, last) in turns:
        if first <= start < middle:
            return start + last - middle
        if middle <= start < second:
            return start + first + last - second - middle
        if second <= start < last:
            return start - (second - first)
    return start


def _written(text: Text, pieces: list[Piece]) -> Text:
    """The pieces put together; a span is wherever its pieces went, since none has the edge of a span inside."""
    origin = np.repeat(np.array([p.start for p in pieces], int), [len(p.written) for p in pieces])
    said = (
        Attribution(*(tuple(new for span in role for new in _runs(origin, span)) for role in one))
        for one in text.attributions or ()
    )
    names = tuple((*_runs(origin, (start, end))[0], kind) for start, end, kind in text.names or ())
    return text._replace(
        text="".join(piece.written for piece in pieces),
        attributions=None if text.attributions is None else tuple(said),
        names=None if text.names is None else names,
    )


def _runs(origin: NDArray[np.int64], span: Range) -> list[Range]:
    """The runs of code points that came out of a span."""
    inside = np.concatenate([[0], (origin >= span[0]) & (origin < span[1]), [0]]).astype(np.int8)
    edges = np.flatnonzero(np.diff(inside))
    return [(int(s), int(e)) for s, e in zip(edges[::2], edges[1::2], strict=True)]
