"""Quantities: a number with the words that bound it. The bounds are what the words say and nothing is widened."""

from __future__ import annotations

from sayso.core.quantity import Quantity
from sayso.lang.rule import Match
from sayso.read.words import Words

_REACH = 8  # words a verb of change stands before its *from* at most


def find(words: Words) -> None:
    """Note every quantity: the word it begins at, where it ends, its bounds and the rule or entry it rests on."""
    book, marks = words.pack.book("quantity"), words.pack.marks
    numbers, found = words.found["number"], words.found["quantity"]
    plain = marks.vague | marks.zero
    at, total = 0, len(words)
    words.found["vague"] = {k: (k + 1, _vague(words, k)) for k in range(total) if words.mask[k] & marks.vague}
    while at < total:
        end = at + 1
        if at in numbers or words.mask[at] & (book.trigger | plain):
            match = book.at(words, at, total) if not _changing(words, at) else None
            value = _value(match) if match is not None else None
            if match is not None and value is not None:
                found[at] = (match.end, (value, match.rule.name))
                end = match.end
            elif at in numbers:
                end, number = numbers[at]
                if isinstance(number, int):
                    found[at] = (end, (Quantity(low=number, high=number), "number"))
            elif words.mask[at] & marks.vague:
                found[at] = (end, _vague(words, at))
        at = end


def _changing(words: Words, at: int) -> bool:
    """*rose from 28 to 31*: two figures one after the other and no range, at either of its ends."""
    marks = words.pack.marks
    origin = next((k for k in (at, at - 1) if k >= 0 and words.mask[k] & marks.origin), None)
    return origin is not None and any(words.mask[k] & marks.change for k in range(max(0, origin - _REACH), origin))


def _vague(words: Words, at: int) -> tuple[Quantity, str]:
    low, high, approximate = next(entry.values for entry in words.word[at].entries if entry.list == "vague")
    return Quantity(low=int(low), high=int(high) if high else None, approximate=approximate == "true"), "vague"


def _value(match: Match) -> Quantity | None:
    """The bounds a rule makes; None where they are the wrong way round (*2018-02* is no range)."""
    gives = match.rule.gives
    low, high = _bound(match, gives.get("low")), _bound(match, gives.get("high"))
    if low is not None and high is not None and low > high:
        return None
    return Quantity(low=low, high=high, approximate=bool(gives.get("approximate", False)))


def _bound(match: Match, wanted: str | int | None) -> int | None:
    """A bound: a number, or the name of a part, or that name with `+1` or `-1`."""
    if wanted is None or isinstance(wanted, int):
        return wanted
    name, sign, step = wanted.partition("+") if "+" in wanted else wanted.partition("-")
    value = match.parts[name].value if name in match.parts else None
    if isinstance(value, tuple):
        value = value[0].high if value[0].high is not None else value[0].low
    if not isinstance(value, int):
        return None
    return max(0, value + (int(step) if sign == "+" else -int(step) if sign else 0))
