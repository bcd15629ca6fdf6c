"""Harm to people: killed, injured, missing, captured, displaced, rescued — how many, of whom.

Who came to harm follows from the frame the word list gives the verb: the subject of a passive or intransitive, the
object of an active verb or an -ing form, the number before an adjective or noun (*five dead*), the number behind a toll.
"""

from __future__ import annotations

from typing import NamedTuple

from sayso.core.quantity import Quantity
from sayso.core.reading import Toll
from sayso.core.span import Span
from sayso.lang.table import Entry
from sayso.read import group
from sayso.read.chunk import Kind
from sayso.read.frame import Range
from sayso.read.line import Line
from sayso.read.source import cite

_VERBAL = ("active", "participle", "passive", "gerund", "infinitive", "intransitive", "claim_lives")


class Harm(NamedTuple):
    """A harm before it is counted: the word, its entry, and the words that name who came to harm."""

    at: int
    entry: Entry
    people: Range | None


def find(line: Line, number: int) -> list[Toll]:
    """The tolls of one sentence."""
    tolls: list[Toll] = []
    harm = line.words.pack.marks.harm
    for k, chunk in enumerate(line.chunks):
        if not line.mask(k) & harm:
            continue
        if chunk.kind is Kind.VERB:
            tolls += _verbal(line, k, number)
        elif chunk.kind is Kind.NOUN:
            tolls += _nominal(line, k, number)
    return tolls


def _verbal(line: Line, k: int, number: int) -> list[Toll]:
    words = line.words
    hits = [at for at in range(line.chunks[k].start, line.chunks[k].end) if words.mask[at] & words.pack.marks.harm]
    out: list[Toll] = []
    done: set[str] = set()
    for at in reversed(hits):
        for entry in words.word[at].entries:
            if entry.list != "harm" or entry.values[0] in done or entry.values[1] not in (*_VERBAL, "adjective"):
                continue
            people = _patient(line, k, at, entry.values[1])
            if people is None:
                continue
            done.add(entry.values[0])
            out += _tolls(line, Harm(at, entry, people), number)
    return out


def _patient(line: Line, k: int, at: int, frame: str) -> Range | None:
    """The words that name who came to harm."""
    marks, words = line.words.pack.marks, line.words
    passive = frame in ("passive", "adjective") or any(words.mask[j] & marks.be for j in range(line.chunks[k].start, at))
    if frame in ("gerund", "active", "infinitive", "claim_lives") and not passive:
        return _object(line, k)
    if frame == "participle" and not passive:
        behind = _object(line, k)
        if behind is not None:
            return behind
    return _subject(line, k)


def _object(line: Line, k: int) -> Range | None:
    at = k + 1
    while line.kind(at) is Kind.ADVERB:
        at += 1
    if line.kind(at) is not Kind.NOUN:
        return None
    last = at + 1
    while (line.kind(last) is Kind.CONJUNCTION or line.kind(last) is Kind.COMMA) and line.kind(last + 1) is Kind.NOUN:
        if line.kind(last + 2) is Kind.VERB and not line.chunks[last + 2].infinitive or _harmed(line, last + 1):
            break
        last += 2
    if line.kind(last) is Kind.PREPOSITION and line.kind(last + 1) is Kind.NOUN and _partitive(line, last - 1):
        last += 2
    return line.chunks[at].start, line.chunks[last - 1].end


def _harmed(line: Line, k: int) -> bool:
    """*killed 12 and 20 wounded*: the second noun has a harm of its own."""
    return bool(line.mask(k) & line.words.pack.marks.harm)


def _partitive(line: Line, k: int) -> bool:
    """*dozens of*, *ett tiotal av*: a bare amount whose people stand behind a preposition."""
    chunk = line.chunks[k]
    hit = line.words.found["quantity"].get(chunk.start)
    return (hit is not None and hit[0] >= chunk.end) or bool(line.mask(k) & (line.words.pack.marks.number | line.words.pack.marks.vague))


def _subject(line: Line, k: int) -> Range | None:
    """The subject: before the verb, or behind it where another phrase stands first (*I går dödades tolv soldater*)."""
    if line.words.pack.settings.verb_second and _subject_behind(line, k):
        found = _object(line, k)
        if found is not None:
            return found
    at = k - 1
    while line.kind(at) in (Kind.ADVERB, Kind.TIME):
        at -= 1
    if line.kind(at) is Kind.COMMA:
        at = _over_insertion(line, at)
    if line.kind(at) is Kind.RELATIVE:
        at -= 1
    while line.kind(at) is Kind.NOUN and line.kind(at - 1) is Kind.PREPOSITION and _before_phrase(line, at - 2):
        at = at - 2 if line.kind(at - 2) is Kind.NOUN else at - 3
    if line.kind(at) is not Kind.NOUN:
        return None
    first = at
    while line.kind(first - 1) in (Kind.CONJUNCTION, Kind.COMMA) and line.kind(first - 2) is Kind.NOUN:
        if line.kind(first - 3) is Kind.PREPOSITION or line.kind(first - 3) is Kind.VERB:
            break
        first -= 2
    return line.chunks[first].start, line.chunks[at].end


def _before_phrase(line: Line, k: int) -> bool:
    return line.kind(k) is Kind.NOUN or (line.kind(k) in (Kind.TIME, Kind.ADVERB) and line.kind(k - 1) is Kind.NOUN)


def _over_insertion(line: Line, comma: int) -> int:
    """From the comma that closes *…, including two children,* to the noun before the one that opens it."""
    k = comma - 1
    while k > 0 and line.kind(k) is not Kind.COMMA:
        k -= 1
    return k - 1 if k > 0 else comma


def _subject_behind(line: Line, k: int) -> bool:
    """Whether the first place of the clause is taken by a phrase, a time or nothing, so that the subject follows."""
    j = k - 1
    while j >= 0 and line.kind(j) not in (Kind.COMMA, Kind.COMPLEMENTIZER, Kind.CONJUNCTION, Kind.SUBORDINATOR, Kind.QUOTE, Kind.DASH, Kind.RELATIVE, Kind.VERB, Kind.STOP):
        j -= 1
    first = j + 1
    return first == k or line.kind(first) in (Kind.PREPOSITION, Kind.TIME, Kind.ADVERB, Kind.ACCORDING)


def _nominal(line: Line, k: int, number: int) -> list[Toll]:
    words, marks = line.words, line.words.pack.marks
    chunk = line.chunks[k]
    out: list[Toll] = []
    for at in range(chunk.start, chunk.end):
        if not words.mask[at] & marks.harm or words.mask[at] & marks.nonlethal:
            continue
        for entry in words.word[at].entries:
            if entry.list != "harm":
                continue
            frame = entry.values[1]
            if frame == "toll":
                out += _toll_behind(line, k, at, entry, number)
            elif frame in ("adjective", "noun", "participle"):
                harm = _counted(line, k, at, entry)
                if harm is not None:
                    out += _tolls(line, harm, number)
            else:
                continue
            break
    return out


def _counted(line: Line, k: int, at: int, entry: Entry) -> Harm | None:
    """*five dead*, *12 döda civila*, *no deaths*: the harm word stands in a group with a number or *no*."""
    words, marks, chunk = line.words, line.words.pack.marks, line.chunks[k]
    quantities = words.found["quantity"]
    counted = any(j in quantities or words.mask[j] & marks.zero for j in range(chunk.start, at))
    if counted:
        return Harm(at, entry, (chunk.start, chunk.end))
    if entry.values[1] == "adjective" and line.kind(k - 1) is Kind.VERB and line.mask(k - 1) & marks.be and chunk.end - chunk.start == 1:
        people = _subject(line, k - 1)
        return Harm(at, entry, people) if people is not None else None
    return None


def _toll_behind(line: Line, k: int, at: int, entry: Entry, number: int) -> list[Toll]:
    """*The death toll has risen to 45*: the last number behind the toll and before the next clause."""
    best: tuple[int, int, Quantity] | None = None
    for j in range(k, len(line.chunks)):
        if j > k and line.kind(j) in (Kind.STOP, Kind.SEMICOLON, Kind.CONJUNCTION, Kind.COMPLEMENTIZER, Kind.COMMA):
            break
        for start in range(line.chunks[j].start, line.chunks[j].end):
            hit = line.words.found["quantity"].get(start)
            if start > at and hit is not None and isinstance(hit[1], tuple) and not _from(line, j):
                best = best or (start, hit[0], hit[1][0])
    if best is None:
        return []
    span = Span(line.words.start[best[0]], line.words.end[best[1] - 1])
    return [_toll(line, Harm(at, entry, None), number, best[2], None, "unknown", span)]


def _from(line: Line, k: int) -> bool:
    """*from 12 to 45*: the figure that was."""
    return line.kind(k - 1) is Kind.PREPOSITION and bool(line.mask(k - 1) & line.words.pack.marks.origin)


def _tolls(line: Line, harm: Harm, number: int) -> list[Toll]:
    assert harm.people is not None
    start, end = harm.people
    found = [one for one in group.groups(line.words, (start, end)) if one.end > one.start]
    if not found:
        return []
    counted = [one for one in found if one.quantity.low is not None or one.quantity.high is not None]
    if not counted:
        return []
    quantity = group.total(counted)
    assert quantity is not None
    if len(counted) > 1 and any(one.quantity.low == 0 for one in counted):
        counted = counted[:1]
        quantity = counted[0].quantity
    statuses = {one.status for one in counted}
    span = Span(line.words.start[counted[0].start], line.words.end[counted[-1].end - 1])
    name = counted[0].name if len(counted) == 1 else line.words.written(counted[0].start, counted[-1].end)
    return [_toll(line, harm, number, quantity, name, statuses.pop() if len(statuses) == 1 else "unknown", span)]


def _toll(line: Line, harm: Harm, number: int, quantity: Quantity, name: str | None, status: str, span: Span) -> Toll:
    words = line.words
    verb = Span(words.start[harm.at], words.end[harm.at])
    return Toll(
        span=span, sentence=number, reason=f"{cite(words, harm.at, 'harm')} as {harm.entry.values[1]}",
        effect=harm.entry.values[0], quantity=quantity, group=name, status=status, verb=verb,
    )  # fmt: skip
