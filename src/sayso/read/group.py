"""Counted people: how many a nominal group speaks of, who they are, and whether they bear arms."""

from __future__ import annotations

from typing import NamedTuple

from sayso.core.quantity import Quantity
from sayso.read.frame import Range
from sayso.read.person import one_person
from sayso.read.words import Words

SEVERAL = 2  # a plural with no number speaks of two or more
MANY = Quantity(low=SEVERAL)
_CENTURIES = ("19", "20")


class Group(NamedTuple):
    """People in the words from `start` to before `end`; `own` where a number of their own counts them."""

    start: int
    end: int
    quantity: Quantity
    status: str
    name: str | None
    own: bool
    named: bool


def groups(words: Words, where: Range) -> list[Group]:
    """The counted groups inside a nominal group, in order; several where coordinated (*a man and two girls*)."""
    marks = words.pack.marks
    out: list[Group] = []
    start, comma, phrase = where[0], False, False
    for at in range(where[0], where[1] + 1):
        if at == where[1] or (
            words.mask[at] & (marks.conjunction | marks.comma | marks.additive) and not _covered(words, at, start)
        ):
            group = _one(words, start, at)
            if group is not None and out and _same_number(words, out[-1], group):
                out[-1] = out[-1]._replace(end=group.end, name=words.written(_named_from(words, out[-1]), group.end))
            elif (
                group is not None
                and not (out and _says_more(words, out[-1], group, comma=comma))
                and not (phrase and group.named)
            ):
                out.append(group)
            if at < where[1]:
                phrase = any(words.mask[k] & marks.preposition for k in range(start, at))
                start, comma = at + 1, bool(words.mask[at] & marks.comma)
    return out


def _same_number(words: Words, before: Group, group: Group) -> bool:
    """*13 pilots and airmen*: a bare plural behind *and* is counted by the number before, not beside it."""
    bare = group.quantity == MANY and not group.own and not words.mask[group.start] & words.pack.marks.determiner
    return bare and before.own and before.quantity.low is not None and before.quantity.low >= SEVERAL


def _named_from(words: Words, group: Group) -> int:
    """The word behind the number of a group."""
    quantity = _quantity(words, group.start, group.end)
    return quantity[1] if quantity is not None else group.start


def _says_more(words: Words, before: Group, group: Group, *, comma: bool) -> bool:
    """Whether a comma brings no more people: an age (*Jo Berg, 34*), an apposition (*his son, Jo Berg*)."""
    if not comma or before.own:
        return False
    hit = words.found["number"].get(group.start)
    if hit is not None and hit[0] == group.end:
        return before.quantity.high == 1
    return before.quantity.high == 1 and group.named != before.named and not group.own


def total(found: list[Group]) -> Quantity:
    """The sum of coordinated groups, one at least; bounds add up end by end, an open end stays open."""
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
    """The group of one coordinate: counted by a number, by *no*, or by being a person or several."""
    if start >= end or (
        words.mask[start] & words.pack.marks.uncounted and not words.mask[start] & words.pack.marks.zero
    ):
        return None
    head = _head_end(words, start, end)
    status = _status(words, start, end)
    quantity = _quantity(words, start, head)
    if quantity is not None and not _countable(words, quantity[0], quantity[1], head):  # *a 17 year old boy*
        last = quantity[1] < head and words.mask[head - 1] & (words.pack.marks.people | words.pack.marks.capital)
        value = _uncounted(words, quantity[1], head) if last else None
        return (
            Group(start, end, value, status, _name(words, start, end), own=False, named=False)
            if value is not None
            else None
        )
    if quantity is None:
        zero = next((k for k in range(start, end) if words.mask[k] & words.pack.marks.zero), None)
        if zero is not None:
            return Group(
                start, end, Quantity(low=0, high=0), status, words.written(zero + 1, end) or None, own=True, named=False
            )
        value = _uncounted(words, start, head)
        quantity = _quantity(words, head, end)
        if value is not None and not (
            value == MANY and quantity is not None and quantity[1] == end
        ):  # *a family of four*
            return Group(
                start,
                end,
                value,
                status,
                _name(words, start, end),
                own=False,
                named=_people(words, start, head) is None,
            )
    if quantity is None or not _countable(words, quantity[0], quantity[1], end):
        return None
    _, stop, value = quantity
    return Group(start, end, value, status, _rest(words, stop, end), own=True, named=False)


def _head_end(words: Words, start: int, end: int) -> int:
    """Where the first prepositional phrase begins: what counts a group stands before it."""
    marks, quantities = words.pack.marks, words.found["quantity"]
    at = start
    while at < end:
        if at in quantities:
            at = max(quantities[at][0], at + 1)
            continue
        if (
            at > start
            and words.mask[at] & marks.preposition
            and not words.mask[at] & (marks.capital | marks.people | marks.adjective)
        ):
            return at
        at += 1
    return end


def _rest(words: Words, start: int, end: int) -> str | None:
    """The words behind a number that name the people; None for *of them*."""
    marks = words.pack.marks
    while start < end and words.mask[start] & (marks.preposition | marks.including | words.pack.groups.quote):
        start += 1
    small = marks.preposition | marks.pronoun | marks.including | marks.determiner
    naming = any(not words.mask[k] & small for k in range(start, end))
    return words.written(start, end) if naming else None


def _name(words: Words, start: int, end: int) -> str | None:
    """The words that name the people, without article."""
    marks = words.pack.marks
    while start < end - 1 and words.mask[start] & marks.determiner:
        start += 1
    return words.written(start, end) or None


def _quantity(words: Words, start: int, end: int) -> tuple[int, int, Quantity] | None:
    for k in range(start, end):
        hit = words.found["quantity"].get(k)
        if hit is not None and hit[0] <= end and isinstance(hit[1], tuple) and isinstance(hit[1][0], Quantity):
            return k, hit[0], hit[1][0]
    return None


def _countable(words: Words, at: int, stop: int, end: int) -> bool:
    """Whether the number counts people: not a year, an age, a time, money, hours, vehicles or a share."""
    marks = words.pack.marks
    people = any(words.mask[k] & marks.people for k in range(stop, end))
    if (
        stop < end
        and words.mask[stop] & (marks.time_unit | marks.month | marks.age)
        and not words.mask[stop] & marks.people
    ):
        return False
    things = marks.instrument | marks.place_noun | marks.uncounted
    if (
        stop < end
        and (words.mask[stop] & things and not words.mask[stop] & (marks.people | marks.harm))
        and not words.mask[end - 1] & marks.people
    ):
        return False
    if stop < end and not people and words.mask[end - 1] & (marks.event | things):
        return False
    if at > 0 and words.mask[at - 1] & marks.colon and words.end[at - 1] == words.start[at]:  # 0:27
        return False
    year = (
        stop - at == 1
        and not people
        and words.norm[at].isdecimal()
        and len(words.norm[at]) == 4
        and words.norm[at][:2] in _CENTURIES
    )
    kept = marks.harm | words.pack.groups.cue  # *injured 30*, *counts 30*
    label = at > 0 and not people and words.mask[at - 1] & marks.uncounted and not words.mask[at - 1] & kept
    return not year and not label


def _status(words: Words, start: int, end: int) -> str:
    for k in range(start, end):
        entry = words.word[k].entry("people")
        if entry is not None and entry.values[0] != "unknown":
            return entry.values[0]
    if any(words.mask[k] & (words.pack.marks.forces | words.pack.marks.armed_group) for k in range(start, end)):
        return "combatant"
    return "unknown"


def _people(words: Words, start: int, end: int) -> int | None:
    """The last word for people in a group: its head, where the words before it say of what kind."""
    people, genitive = words.pack.marks.people, words.pack.settings.genitive
    return next(
        (
            k
            for k in range(end - 1, start - 1, -1)
            if words.mask[k] & people and not (k + 1 < end and words.norm[k + 1] in genitive)
        ),
        None,
    )


def _uncounted(words: Words, start: int, end: int) -> Quantity | None:
    """How many a group without a number speaks of; None where nothing shows that it is people."""
    marks = words.pack.marks
    at = _people(words, start, end)
    if at is None and end - start == 1 and words.mask[start] & marks.both:
        return Quantity(low=SEVERAL, high=SEVERAL)
    if at is None:
        return Quantity(low=1, high=1) if one_person(words, start, end) else None
    if _is_thing(words, end - 1):  # *insurgent operations*
        return None
    entry = words.word[at].entry("people")
    number = entry.values[1] if entry is not None else ""
    if number.isdecimal():  # a couple, twins
        return Quantity(low=int(number), high=int(number))
    one = at < end - 1 and words.mask[start] & marks.singular  # *a French baker*
    if number != "pl" or one:
        return Quantity(low=1, high=1)
    return Quantity(low=SEVERAL, high=SEVERAL) if words.mask[start] & marks.both else MANY


def _is_thing(words: Words, at: int) -> bool:
    """Whether a noun names no people, and no harm that befell them: what goes before it says only whose or of what."""
    marks = words.pack.marks
    things = marks.event__noun | marks.instrument | marks.place_noun | marks.uncounted
    return bool(words.mask[at] & things and not words.mask[at] & (marks.people | marks.harm | marks.capital))
