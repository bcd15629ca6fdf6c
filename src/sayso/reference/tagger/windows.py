"""Where a text is cut for a model that reads so many tokens at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

Range = tuple[int, int]
LENGTH = 224  # tokens of a window
BEFORE = 32  # more, of what stands before it
NEAR = 128  # tokens about a cue among which its source and content are looked for: all of 98 in 100
_ENDS = '.!?…"”»'


def bare(text: str, offsets: Sequence[Range]) -> list[Range]:
    """The tokens' code points less the white space before them."""
    out: list[Range] = []
    for first, end in offsets:
        start = first
        while start < end and text[start].isspace():
            start += 1
        out.append((start, end))
    return out


def cuts(text: str, offsets: Sequence[Range], length: int = LENGTH) -> Iterator[Range]:
    """Windows of `length` tokens at most: cut at a line's end where one is near, else at a sentence's.

    `offsets` are the tokens' code points, `bare`.
    """
    at = 0
    while at < len(offsets):
        end = min(at + length, len(offsets))
        if end < len(offsets):
            late = range(end, at + length // 3, -1)
            line = (k for k in late if "\n" in text[offsets[k - 1][1] : offsets[k][0]])
            stop = (k for k in late if text[offsets[k - 1][1] - 1 : offsets[k - 1][1]] in _ENDS)
            end = next(line, 0) or next(stop, 0) or end
        yield at, end
        at = end


def context(text: str, offsets: Sequence[Range], at: int, before: int = BEFORE) -> int:
    """The token from which on a window that begins at token `at` is read: a sentence's first, `before` back at most."""
    for k in range(max(0, at - before), at):
        if (
            k == 0
            or text[offsets[k - 1][1] - 1 : offsets[k - 1][1]] in _ENDS
            or "\n" in text[offsets[k - 1][1] : offsets[k][0]]
        ):
            return k
    return at


def beside(cue: Range, total: int) -> int:
    """The first of the `NEAR` tokens about a cue, of `total`."""
    return max(0, min((cue[0] + cue[1] - NEAR) // 2, total - NEAR))


def marks(text: str, offsets: Sequence[Range]) -> list[bool]:
    """Whether a mark, a line end or an end of the window stands right before each token."""
    out = [True]
    for (start, end), (following, last) in pairwise(offsets):
        beside = text[end - 1 : end] + text[following : min(following + 1, last)]
        out.append(start == end or "\n" in text[end:following] or any(_is_mark(c) for c in beside))
    return out[: len(offsets)]


def _is_mark(character: str) -> bool:
    """Whether a character parts clauses or opens or closes speech: a hyphen or an apostrophe does not."""
    return not character.isalnum() and character not in "-'’/&@#%$€£+*_"
