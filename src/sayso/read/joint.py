"""One count for two harms: *30 people were killed or wounded*, *a number of deaths and injuries*.

Such a count bounds each of the two from above only: of 30 killed or wounded none need be dead, of 30 killed and wounded
one at least is. An open count of dead and hurt, *dozens killed or wounded*, stays as it was read: it bounds neither,
but it is by such a figure that reports of one event know each other. *A number of deaths and injuries* is no figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import msgspec

from sayso.core.quantity import Quantity
from sayso.core.reading import Toll
from sayso.core.span import Span
from sayso.read.line import Line
from sayso.read.toll import span

_WHOLE = ("toll", "body", "fatal")  # frames of words that are the count of one harm and join no other
_SUM = ("killed", "injured")  # what *and* makes one sum of: *captured and killed* befell the same people
_FIGURE = 5  # the least open count that is more than some: *several* tells no two events apart


class _Pair(NamedTuple):
    """Two harm words that one count may be of; `both` where each befell somebody."""

    words: tuple[Span, Span]
    effects: tuple[str, str]
    both: bool


def told_apart(line: Line, found: list[Toll]) -> list[Toll]:
    """The tolls of a sentence, with each that counts two harms together told of both, as far as it bounds them."""
    for pair in _pairs(line):
        joined = [toll for toll in found if toll.verb in pair.words and not _shared(pair, toll)]
        behind = [toll for toll in joined if toll.span.start >= pair.words[1].end]  # *captured or killed two men*
        counts = {toll.span: toll for toll in behind or joined}
        found = [toll for toll in found if toll not in joined]
        found += [one for toll in counts.values() for one in _apart(pair, toll)]
    return found


def _shared(pair: _Pair, toll: Toll) -> bool:
    figure = toll.quantity.high is None and (toll.quantity.low or 0) >= _FIGURE
    return figure and set(pair.effects) == set(_SUM)


def _apart(pair: _Pair, toll: Toll) -> Iterator[Toll]:
    """The two tolls that one count tells, without bounds where it bounds neither: *captured or killed more than 20*."""
    high, reason = toll.quantity.high, f"{toll.reason}; the count is of two harms together"
    low = 0 if high == 0 else 1 if pair.both else None
    for verb, effect in zip(pair.words, pair.effects, strict=True):
        quantity = Quantity(low=low, high=high, approximate=toll.quantity.approximate)
        yield msgspec.structs.replace(toll, verb=verb, effect=effect, quantity=quantity, reason=reason)


def _pairs(line: Line) -> Iterator[_Pair]:
    words, marks = line.words, line.words.pack.marks
    for at in range(line.sentence.start + 1, line.sentence.end - 1):
        if not words.mask[at] & (marks.alternative | marks.additive) or not words.mask[at - 1] & marks.harm:
            continue
        either = bool(words.mask[at] & marks.alternative)
        second = _over(line, at + 1, marks.adverb | (marks.be | marks.have if either else 0))
        effects = _either(line, at - 1, second) if either else _both(line, at - 1, second)
        if effects is not None:
            yield _Pair((span(line, at - 1, at), span(line, second, second + 1)), effects, not either)


def _over(line: Line, at: int, bits: int) -> int:
    """The first word from `at` that is none of these, or the last of the sentence."""
    while (
        at < line.sentence.end - 1
        and line.words.mask[at] & bits
        and not line.words.mask[at] & line.words.pack.marks.harm
    ):
        at += 1
    return at


def _told(line: Line, at: int) -> list[tuple[str, str]]:
    """The effects and frames of a harm word."""
    if line.words.mask[at] & line.words.pack.marks.nonlethal:
        return []
    found = [(one.values[0], one.values[1]) for one in line.words.word[at].entries if one.list == "harm"]
    return [(effect, frame) for effect, frame in found if frame not in _WHOLE]


def _either(line: Line, first: int, second: int) -> tuple[str, str] | None:
    pairs = product(_told(line, first), _told(line, second))
    return next(((one, other) for (one, _), (other, _) in pairs if one != other), None)


def _both(line: Line, first: int, second: int) -> tuple[str, str] | None:
    """*killed and wounded*, forms of one kind, and not *ten died and injured guards were found*."""
    pairs = product(_told(line, first), _told(line, second))
    alike = any((one, other) == _SUM and frame == same for (one, frame), (other, same) in pairs)
    return _SUM if alike else None
