"""From the words that name who came to harm to tolls: a total, and beside it the parts that the text counts."""

from __future__ import annotations

from typing import NamedTuple

from sayso.core.quantity import Quantity
from sayso.core.reading import Toll
from sayso.core.span import Span
from sayso.lang.table import Entry
from sayso.read import group
from sayso.read.frame import Range
from sayso.read.group import Group
from sayso.read.kind import Kind
from sayso.read.line import Line
from sayso.read.patient import group_from
from sayso.read.source import cite

_BETWEEN = (Kind.NOUN, Kind.PREPOSITION, Kind.TIME, Kind.ADVERB, Kind.VERB, Kind.COMMA, Kind.BRACKET)


class Harm(NamedTuple):
    """A harm in sentence `number` before it is counted: where its word stands, and its entry."""

    line: Line
    number: int
    at: int
    entry: Entry


def tolls(harm: Harm, people: Range) -> list[Toll]:
    """The tolls of one harm.

    Coordinated groups make one total (*a man and his two sons*: 3). Where each has a number of its own (*two soldiers
    and three civilians*) they stay apart, since the text states no sum. A group that is singled out (*12 people,
    including four children*) follows the total that holds it.
    """
    words = harm.line.words
    counted = [
        one for one in group.groups(words, people)
        if (one.quantity.low is not None or one.quantity.high is not None) and not _any(harm.line, one)
    ]  # fmt: skip
    if not counted:
        return []
    if len(counted) > 1 and any(one.quantity.low == 0 for one in counted):
        counted = counted[:1]
    whole = group.total(counted)
    apart = len(counted) > 1 and all(one.own and one.name for one in counted)
    statuses = {one.status for one in counted}
    status = statuses.pop() if len(statuses) == 1 else "unknown"
    name = counted[0].name if len(counted) == 1 else None if apart else words.written(counted[0].start, counted[-1].end)
    first = toll(harm, whole, span(harm.line, counted[0].start, counted[-1].end), name, status)
    parts = counted if apart else _singled_out(harm.line, people[1], whole)
    return [
        *([] if apart else [first]),
        *(toll(harm, one.quantity, span(harm.line, one.start, one.end), one.name, one.status) for one in parts),
    ]


def _any(line: Line, one: Group) -> bool:
    """*denied killing any civilians*: under a denial or a negation *any* counts nobody."""
    words, marks = line.words, line.words.pack.marks
    if not words.mask[one.start] & marks.indefinite:
        return False
    denied = marks.deny | marks.negation | marks.doubt
    return any(words.mask[at] & denied for at in range(line.sentence.start, one.start))


def _singled_out(line: Line, end: int, whole: Quantity) -> list[Group]:
    """The groups behind *including*, *among them* that have a number of their own and are no more than the whole."""
    words, bit = line.words, line.words.pack.marks.including
    k = next((k for k, chunk in enumerate(line.chunks) if chunk.start >= end), len(line.chunks))
    verbs = 0
    while k < len(line.chunks) and line.kind(k) in _BETWEEN and verbs < 2 and not line.mask(k) & bit:
        verbs += line.kind(k) is Kind.VERB
        k += 1
    if k == len(line.chunks) or not line.mask(k) & bit:
        return []
    of = next(at for at in range(line.chunks[k].start, line.chunks[k].end) if words.mask[at] & bit)
    before = line.chunks[k].start if of > line.chunks[k].start else line.chunks[k - 1].start
    hit = words.found["quantity"].get(before)
    if hit is not None and hit[0] == of:  # *two of them children*, *37 av dem barn*
        alone = line.chunks[k].end == of + 1 and line.kind(k + 1) is Kind.NOUN
        people: Range | None = (before, line.chunks[k + alone].end)
    else:
        people = group_from(line, k + 1)
    if people is None:
        return []
    found = [one for one in group.groups(line.words, people) if one.own and one.name and one.quantity.low]
    most = whole.high if whole.high is not None else whole.low
    return [one for one in found if most is None or whole.high is None or (one.quantity.low or 0) <= most]


def toll(harm: Harm, quantity: Quantity, where: Span, name: str | None, status: str) -> Toll:
    """One toll of a harm."""
    words = harm.line.words
    return Toll(
        span=where, sentence=harm.number, reason=f"{cite(words, harm.at, 'harm')} as {harm.entry.values[1]}",
        effect=harm.entry.values[0], quantity=quantity, group=name, status=status,
        verb=span(harm.line, harm.at, harm.at + 1),
    )  # fmt: skip


def span(line: Line, start: int, end: int) -> Span:
    """The characters from word `start` to before word `end`."""
    return Span(line.words.start[start], line.words.end[end - 1])
