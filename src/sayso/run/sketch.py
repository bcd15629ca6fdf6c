"""What texts are compared by, many at a time: the MinHash of their wording, and hashes of whom and how many they name.

Broder (1997), *On the resemblance and containment of documents*. A word is hashed as a polynomial of its code points
modulo 2**64 (Karp and Rabin 1987): that takes one running sum over all the texts, and no loop over their words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

PERMUTATIONS = 128  # a resemblance of one half is then known to about ±0.045
SEED = 1945
SHORTEST = 20  # words; a text of fewer resembles others by chance
KEPT = 32  # particulars of a text, those with the least hashes, so that of two texts the same ones are kept

BASE, FIRST, SECOND = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F  # odd
MARKS = frozenset(
    "".join(map(chr, (*range(0x30), *range(0x3A, 0x41), *range(0x5B, 0x61), *range(0x7B, 0x80)))) + "“”„»«’‘–—…"
)
_TOGETHER = 1 << 16  # code points looked at together, so that they stay near the processor
_USUAL = 1 << 17  # code points for which powers are kept ready
_PLANE = 1 << 16  # signs beyond it are few, and each is looked at by itself
_SEPARATOR = "\n\n"
_NEWLINE, _BLANK, _COMMA = map(ord, "\n ,")

Numbers = NDArray[np.uint64]
Places = NDArray[np.int64]
Test = Callable[[str], bool]


class _Signs(NamedTuple):
    """The code points of some texts, parted and enclosed by line ends, and where each text ends."""

    codes: NDArray[np.uint32]
    ends: Places


def sketches(texts: Iterable[str]) -> list[tuple[int, ...]]:
    """For each text the MinHash of its runs of three words, without regard to case; empty where it is too short."""
    return list(chain.from_iterable(map(_sketches, _together(texts))))


def particulars(texts: Iterable[str]) -> list[tuple[int, ...]]:
    """For each text hashes of its numbers and of its words with a capital inside a sentence: who, where, how many.

    A line opens a sentence. A script without capitals has the numbers alone.
    """
    return list(chain.from_iterable(map(_particulars, _together(texts))))


def _together(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts some at a time, a long one by itself."""
    some: list[str] = []
    size = 0
    for text in texts:
        if some and size + len(text) > _TOGETHER:
            yield some
            some, size = [], 0
        some.append(text)
        size += len(text)
    if some:
        yield some


def _sketches(texts: Sequence[str]) -> list[tuple[int, ...]]:
    signs = _signs([text.casefold() for text in texts])
    starts, ends = _runs(_are(signs.codes, _is_of_word))
    words = _hashes(signs.codes, starts, ends)
    upto = np.searchsorted(starts, signs.ends)
    count = np.diff(upto, prepend=0)
    long = count >= SHORTEST
    begins = np.repeat(long, count)  # the words that begin a run of three
    begins[upto[long] - 1] = begins[upto[long] - 2] = False
    at = np.flatnonzero(begins)
    runs = _mixed(words[at] * np.uint64(FIRST) + words[at + 1] * np.uint64(SECOND) + words[at + 2])
    offsets = [0, *np.cumsum(count[long] - 2).tolist()]
    made = RMinHash.digest_matrix_from_flat_token_hashes(runs, offsets, PERMUTATIONS, SEED).to_rows()
    rows = map(tuple, made)
    return [next(rows) if one else () for one in long.tolist()]


def _particulars(texts: Sequence[str]) -> list[tuple[int, ...]]:
    codes, upto = _signs(texts)
    starts, ends = _runs(~_are(codes, str.isspace))
    first, before = codes[starts], codes[ends[:-1] - 1]
    line = np.searchsorted(np.flatnonzero(codes == _NEWLINE), starts)
    inside = np.zeros(len(starts), bool)
    inside[1:] = (line[1:] == line[:-1]) & (_are(before, str.isalnum) | (before == _COMMA))
    at = np.flatnonzero(_are(first, str.isdigit) | (inside & _are(first, str.isupper)))
    starts, ends = starts[at], ends[at]
    while (marked := _are(codes[ends - 1], MARKS.__contains__)).any():
        ends = ends - marked
    named = (_hashes(codes, starts, ends) >> np.uint64(32)).astype(np.int64)
    both = (np.searchsorted(upto, starts) << 32) | named
    both.sort()
    both = both[np.diff(both, prepend=-1) > 0]
    bounds = np.searchsorted(both, np.arange(len(texts) + 1) << 32).tolist()
    hashes: list[int] = (both & 0xFFFFFFFF).tolist()
    return [tuple(hashes[begin : min(end, begin + KEPT)]) for begin, end in pairwise(bounds)]


def _signs(texts: Sequence[str]) -> _Signs:
    joined = _SEPARATOR.join(("", *texts, ""))
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    return _Signs(codes, np.cumsum([len(text) + len(_SEPARATOR) for text in texts]))


def _are(codes: NDArray[np.uint32], test: Test) -> NDArray[np.bool_]:
    """Which code points pass a test."""
    out: NDArray[np.bool_] = _table(test).take(codes, mode="clip")
    for at in np.flatnonzero(codes >= _PLANE).tolist():
        out[at] = test(chr(codes[at]))
    return out


@cache
def _table(test: Test) -> NDArray[np.bool_]:
    return np.frombuffer(bytes(map(test, map(chr, range(_PLANE)))), bool)


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _runs(inside: NDArray[np.bool_]) -> tuple[Places, Places]:
    """Where runs of code points that are inside begin and end; the first and the last are outside."""
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    return edges[::2], edges[1::2]


def _hashes(codes: NDArray[np.uint32], starts: Places, ends: Places) -> Numbers:
    """A hash of each stretch of code points, the same wherever it stands."""
    up, down = _powers(len(codes))
    sums = np.cumsum(codes * up[: len(codes)], dtype=np.uint64)
    return _mixed((sums[ends - 1] - sums[starts - 1]) * down[starts])


def _powers(size: int) -> tuple[Numbers, Numbers]:
    """The powers of the base, and of what undoes it, so many at least."""
    return _usual_powers() if size <= _USUAL else _new_powers(size)


@cache
def _usual_powers() -> tuple[Numbers, Numbers]:
    return _new_powers(_USUAL)


def _new_powers(size: int) -> tuple[Numbers, Numbers]:
    up, down = (np.full(size, base, np.uint64) for base in (BASE, pow(BASE, -1, 1 << 64)))
    up[0] = down[0] = 1
    return np.cumprod(up), np.cumprod(down)


def _mixed(numbers: Numbers) -> Numbers:
    """Numbers of which every bit depends on every bit (the last steps of SplitMix64, Steele, Lea and Flood 2014)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
