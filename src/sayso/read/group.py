"""Counted people: how many a nominal group speaks of, who they are, and whether they bear arms."""

from __future__ import annotations

from typing import NamedTuple

from sayso.core.quantity import Quantity
from sayso.read.frame import Range
from sayso.read.words import Words

SEVERAL = 2  # a plural with no number speaks of two or more


class Group(NamedTuple):
    """People in the words from `start` to before `end`."""

    start: int
    end: int
    quantity: Quantity
    status: str
    name: str | None


def groups(words: Words, where: Range) -> list[Group]:
    """The counted groups inside a nominal group, in order; several where they are coordinated (*a man and two girls*)."""
    marks = words.pack.marks
    out: list[Group] = []
    start = where[0]
    for at in range(where[0], where[1] + 1):
        if at == where[1] or (words.mask[at] & (marks.conjunction | marks.comma) and not _covered(words, at, start)):
            group = _one(words, start, at)
            if group is not None:
                out.append(group)
            start = at + 1
    return out


def total(found: list[Group]) -> Quantity | None:
    """The sum of coordinated groups; bounds add up end by end, an open end stays open."""
    if not found:
        return None
    lows = [group.quantity.low for group in found]
    highs = [group.quantity.high for group in found]
    return Quantity(
        low=sum(low for low in lows if low is not None) if any(low is not None for low in lows) else None,
        high=None if any(high is None for high in highs) else sum(high for high in highs if high is not None),
        approximate=any(group.quantity.approximate for group in found),
    )


def _covered(words: Words, at: int, start: int) -> bool:
    quantities = words.found["quantity"]
    return any(k in quantities and quantities[k][0] > at for k in range(max(start, at - 6), at))


def _one(words: Words, start: int, end: int) -> Group | None:
    if start >= end:
        return None
    marks = words.pack.marks
    people = next((k for k in range(start, end) if words.mask[k] & marks.people), None)
    quantity = _quantity(words, start, end)
    status = _status(words, start, end)
    if quantity is not None:
        at, stop, value = quantity
        if not _countable(words, at, stop, end):
            return None
        rest = words.written(stop, end) if stop < end else None
        return Group(start, end, value, status, rest or None)
    if any(words.mask[k] & marks.zero for k in range(start, end)):
        first = next(k for k in range(start, end) if words.mask[k] & marks.zero)
        return Group(start, end, Quantity(low=0, high=0), status, words.written(first + 1, end) or None)
    number = _number(words, start, end, people)
    if number is None:
        return None
    value = Quantity(low=1, high=1) if number == "sg" else Quantity(low=SEVERAL)
    return Group(start, end, value, status, words.written(start, end))


def _quantity(words: Words, start: int, end: int) -> tuple[int, int, Quantity] | None:
    for k in range(start, end):
        hit = words.found["quantity"].get(k)
        if hit is not None and hit[0] <= end and isinstance(hit[1], tuple) and isinstance(hit[1][0], Quantity):
            return k, hit[0], hit[1][0]
    return None


def _countable(words: Words, at: int, stop: int, end: int) -> bool:
    """Whether the number counts people: not a year, an age, money, hours, vehicles or a share."""
    marks = words.pack.marks
    other = marks.time_unit | marks.month | marks.instrument | marks.place_noun | marks.uncounted
    if stop < end and words.mask[stop] & other and not words.mask[stop] & (marks.people | marks.harm):
        return False
    return not (at > 0 and words.mask[at - 1] & marks.uncounted)


def _status(words: Words, start: int, end: int) -> str:
    for k in range(start, end):
        entry = words.word[k].entry("people")
        if entry is not None and entry.values[0] != "unknown":
            return entry.values[0]
    if any(words.mask[k] & (words.pack.marks.forces | words.pack.marks.armed_group) for k in range(start, end)):
        return "combatant"
    return "unknown"


def _number(words: Words, start: int, end: int, people: int | None) -> str | None:
    """Singular or plural of a group without a number; None where nothing shows that it is people."""
    marks = words.pack.marks
    if people is not None:
        entry = words.word[people].entry("people")
        return entry.values[1] if entry else None
    if end - start == 1 and words.mask[start] & marks.pronoun:
        entry = words.word[start].entry("pronoun")
        singular = entry is not None and entry.values[1] == "sg" and entry.values[2] == "person" and entry.values[0] == "3"
        return "sg" if singular else None
    if any(words.mask[k] & (marks.forces | marks.armed_group) for k in range(start, end)):
        return None
    if any(words.mask[k] & (marks.source_person | marks.spokesperson | marks.witness) for k in range(start, end)):
        return "sg"
    listed = words.pack.groups.party | marks.place | marks.instrument | marks.weekday | marks.month | marks.event
    capitals = [k for k in range(start, end) if words.mask[k] & marks.capital and not words.mask[k] & (listed | marks.determiner | marks.adjective)]
    return "sg" if len(capitals) >= 2 and capitals[-1] - capitals[0] < 5 else None  # noqa: PLR2004 -- first and last name
