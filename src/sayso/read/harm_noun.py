"""Harm told by nouns and adjectives: *five dead*, *the death of two pilots*, *the toll rose to 45*."""

from __future__ import annotations

from collections.abc import Callable

from sayso.core.quantity import Quantity
from sayso.core.reading import Toll
from sayso.read.frame import Range
from sayso.read.kind import Kind
from sayso.read.line import Line
from sayso.read.patient import group_from, inverted, subject
from sayso.read.toll import Harm, span, toll, tolls

_OPENS = frozenset((None, Kind.COMMA, Kind.CONJUNCTION, Kind.SUBORDINATOR, Kind.PREPOSITION, Kind.DASH))
_TOLL_ENDS = frozenset((Kind.STOP, Kind.SEMICOLON, Kind.CONJUNCTION, Kind.COMPLEMENTIZER, Kind.COMMA))


def find(line: Line, k: int, number: int) -> list[Toll]:
    """The tolls of one nominal group."""
    words, marks = line.words, line.words.pack.marks
    out: list[Toll] = []
    for at in range(line.chunks[k].start, line.chunks[k].end):
        if not words.mask[at] & marks.harm or words.mask[at] & marks.nonlethal:
            continue
        for entry in words.word[at].entries:
            found = _of_entry(Harm(line, number, at, entry), k) if entry.list == "harm" else []
            out += found
            if found:
                break
    return out


def _of_entry(harm: Harm, k: int) -> list[Toll]:
    """The tolls of one harm word in chunk `k`, by its frame."""
    frame = harm.entry.values[1]
    if frame == "toll":
        return _toll_behind(harm, k)
    if frame.isdecimal():  # a double murder
        return [_bare(harm, Quantity(low=int(frame), high=int(frame)))]
    if frame == "gerund":
        people = _object_inside(harm, k)
        return tolls(harm, people) if people is not None else []
    if frame in ("adjective", "participle"):
        return _first(harm, k, (_coordinated, _active, _counted, _predicate, _attribute))
    if frame not in ("noun", "fatal", "body"):
        return []
    head = harm.at >= harm.line.chunks[k].end - 2
    found = _first(harm, k, (_counted, _undergoer, _possessor) if head else (_undergoer, _possessor))
    return found or ([_bare(harm, Quantity(low=1))] if frame == "fatal" else [])


def _first(harm: Harm, k: int, ways: tuple[Callable[[Harm, int], Range | None], ...]) -> list[Toll]:
    """The tolls of the first place where people stand that can be counted."""
    for way in ways:
        people = way(harm, k)
        found = tolls(harm, people) if people is not None else []
        if found:
            return found
    return []


def _bare(harm: Harm, quantity: Quantity) -> Toll:
    return toll(harm, quantity, span(harm.line, harm.at, harm.at + 1), None, "unknown")


def _counted(harm: Harm, k: int) -> Range | None:
    """*five dead*, *12 döda civila*, *no deaths*: the harm word stands in a group with a number or *no*."""
    words, chunk = harm.line.words, harm.line.chunks[k]
    quantities = words.found["quantity"]
    if (
        harm.line.kind(k + 1) is Kind.VERB
        and harm.entry.values[0] != "killed"
        and harm.line.mask(k + 1) & words.pack.marks.harm__killed
    ):
        return None  # *one of the wounded died*
    counted = any(j in quantities or words.mask[j] & words.pack.marks.zero for j in range(chunk.start, harm.at))
    return _with_list(harm.line, k) if counted else None


def _with_list(line: Line, k: int) -> Range:
    """*one man and two children dead*: the adjective behind the last group speaks of all that are coordinated."""
    first = k
    while (
        line.kind(first - 1) is Kind.CONJUNCTION
        and line.kind(first - 2) is Kind.NOUN
        and line.kind(first - 3) in (Kind.VERB, Kind.CONJUNCTION)
    ):
        if line.mask(first - 2) & line.words.pack.marks.harm:
            break
        first -= 2
    return line.chunks[first].start, line.chunks[k].end


def _coordinated(harm: Harm, k: int) -> Range | None:
    """*killed 30 people and wounded more than 100*: a participle alone after *and* that is the second verb."""
    line, chunk = harm.line, harm.line.chunks[k]
    alone = chunk.end - chunk.start == 1 and line.kind(k - 1) is Kind.CONJUNCTION and line.kind(k + 1) is Kind.NOUN
    harms = line.words.pack.marks.harm
    before = alone and any(line.kind(j) is Kind.VERB and line.mask(j) & harms for j in range(max(0, k - 5), k))
    return group_from(line, k + 1) if before else None


def _active(harm: Harm, k: int) -> Range | None:
    """*I går dödade rebellerna fem soldater*: a verb that could be an adjective, its subject and object behind it."""
    line, chunk = harm.line, harm.line.chunks[k]
    verb = (
        harm.at == chunk.start
        and chunk.end - chunk.start > 1
        and line.words.mask[harm.at] & line.words.pack.marks.harm__active
    )
    if not verb or k == 0 or line.kind(k + 1) is not Kind.NOUN or not inverted(line, k):
        return None
    return group_from(line, k + 1)


def _predicate(harm: Harm, k: int) -> Range | None:
    """*they were all dead*, *left two men dead*: the harm word is said of the subject, or of the object before it."""
    line, at = harm.line, harm.at
    words, marks, chunk = line.words, line.words.pack.marks, line.chunks[k]
    if at != chunk.end - 1:
        return None
    if line.kind(k - 1) is Kind.VERB and line.mask(k - 1) & marks.be:
        alone = all(words.mask[j] & marks.determiner for j in range(chunk.start, at))
        real = not line.mask(k - 1) & marks.modal or line.mask(k - 1) & marks.have
        return subject(line, k - 1) if alone and real else None
    if at > chunk.start and harm.entry.values[0] == "killed":
        people = _with_list(line, k)
        first = next(j for j, one in enumerate(line.chunks) if one.start == people[0])
        return (people[0], at) if line.kind(first - 1) is Kind.VERB else None
    return None


def _attribute(harm: Harm, k: int) -> Range | None:
    """*the slain boy*, *her dead husband*: right before the noun for one person."""
    line, end = harm.line, harm.line.chunks[k].end
    marks = line.words.pack.marks
    if harm.entry.values[0] != "killed" or harm.at + 1 >= end or not line.words.mask[harm.at + 1] & marks.people:
        return None
    return harm.at + 1, end


def _undergoer(harm: Harm, k: int) -> Range | None:
    """*the death of two pilots*, *mordet på två män*: behind the noun's own preposition."""
    line, end = harm.line, harm.line.chunks[k].end
    bit = line.words.pack.marks.undergoer
    if harm.at == end - 2 and line.words.mask[end - 1] & bit:
        return group_from(line, k + 1)
    of = k + 2 if line.kind(k + 1) is Kind.TIME else k + 1
    if harm.at != end - 1 or line.kind(of) is not Kind.PREPOSITION or not line.mask(of) & bit:
        return None
    return group_from(line, of + 1)


def _possessor(harm: Harm, k: int) -> Range | None:
    """*the man's death*, *två soldaters död*, *her death*: before the noun, in the genitive."""
    line, at, start = harm.line, harm.at, harm.line.chunks[k].start
    words, marks, settings = line.words, line.words.pack.marks, line.words.pack.settings
    if at == start or (harm.entry.values[1] == "body" and line.kind(k - 1) is Kind.PREPOSITION):
        return None
    if words.norm[at - 1] in settings.genitive:
        return (start, at - 1) if at - 1 > start else None
    if at - start == 1 and words.mask[start] & marks.pronoun:
        return (start, at) if harm.entry.values[1] != "body" else None
    attached = not settings.clitics and words.norm[at - 1].endswith(tuple(settings.genitive))
    return (start, at) if attached and words.mask[at - 1] & (marks.people | marks.capital) else None


def _object_inside(harm: Harm, k: int) -> Range | None:
    """*…, killing Jo Berg*, *after killing two men*: an -ing form that was taken for a noun, its object behind it."""
    line, chunk = harm.line, harm.line.chunks[k]
    if harm.at != chunk.start or line.kind(k - 1) not in _OPENS:
        return None
    if chunk.end - chunk.start > 1:
        return harm.at + 1, chunk.end
    return group_from(line, k + 1)


def _toll_behind(harm: Harm, k: int) -> list[Toll]:
    """*The death toll has risen to 45*: the first number behind the toll and before the next clause; not *from 12*."""
    line, words = harm.line, harm.line.words
    for j in range(k, len(line.chunks)):
        if j > k and line.kind(j) in _TOLL_ENDS:
            return []
        for start in range(line.chunks[j].start, line.chunks[j].end):
            hit = words.found["quantity"].get(start)
            if start > harm.at and hit is not None and isinstance(hit[1], tuple) and not _from(line, j):
                return [toll(harm, hit[1][0], span(line, start, hit[0]), None, "unknown")]
    return []


def _from(line: Line, k: int) -> bool:
    """*from 12 to 45*: the figure that was."""
    return line.kind(k - 1) is Kind.PREPOSITION and bool(line.mask(k - 1) & line.words.pack.marks.origin)
