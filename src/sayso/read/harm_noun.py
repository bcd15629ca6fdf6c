"""Harm told by nouns and adjectives: *five dead*, *the death of two pilots*, *the toll rose to 45*."""

from __future__ import annotations

from collections.abc import Callable

from sayso.core.quantity import Quantity
from sayso.core.reading import Toll
from sayso.read.estimate import is_set
from sayso.read.frame import Range
from sayso.read.group import groups
from sayso.read.kind import Kind
from sayso.read.line import Line
from sayso.read.patient import group_from, inverted, over_adverbs, subject
from sayso.read.toll import Harm, span, toll, tolls

OPEN = ".."  # behind a number of a frame: so many or more
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
    number = frame.removesuffix(OPEN)
    if number.isdecimal():  # a double murder, 2; a murder-suicide, 2..
        quantity = Quantity(low=int(number), high=None if OPEN in frame else int(number))
        return [] if _told_in_full(harm) else [_bare(harm, quantity)]
    if frame == "gerund":
        people = _object_inside(harm, k)
        return tolls(harm, people) if people is not None else []
    if frame in ("adjective", "participle"):
        part = _part(harm, k) or _set_at(harm, k)
        return part or _first(harm, k, (_coordinated, _active, _counted, _predicate, _attribute))
    if frame not in ("noun", "fatal", "body"):
        return []
    head = harm.at >= harm.line.chunks[k].end - 2
    found = _first(harm, k, (_counted, _undergoer, _possessor) if head else (_undergoer, _possessor))
    return found or ([_bare(harm, Quantity(low=1))] if frame == "fatal" else [])


def _set_at(harm: Harm, k: int) -> list[Toll]:
    """*Ekdal puts the Varnian dead at three*: the number behind is theirs."""
    line, words = harm.line, harm.line.words
    chunk = line.chunks[k]
    if harm.at != chunk.end - 1 or line.kind(k - 1) is not Kind.VERB or not is_set(line, k):
        return []
    if not line.mask(k - 1) & words.pack.marks.estimate:
        return []
    where = line.chunks[k + 2]
    start = chunk.start + bool(words.mask[chunk.start] & words.pack.marks.determiner)
    quantity = words.found["quantity"][where.start][1]
    assert isinstance(quantity, tuple)
    name = words.written(start, harm.at) or None
    return [toll(harm, quantity[0], span(line, where.start, where.end), name, "unknown")]


def _told_in_full(harm: Harm) -> bool:
    """*Three children were found dead after a double murder*: a verb of the sentence tells who they were."""
    line = harm.line
    bit = line.words.pack.marks.harm__killed
    return any(line.kind(k) is Kind.VERB and line.mask(k) & bit for k in range(len(line.chunks)))


def _first(harm: Harm, k: int, ways: tuple[Callable[[Harm, int], Range | None], ...]) -> list[Toll]:
    """The tolls of the first place where people stand that can be counted."""
    for way in ways:
        people = way(harm, k)
        found = tolls(harm, people) if people is not None else []
        if found:
            return found
    return []


def _part(harm: Harm, k: int) -> list[Toll]:
    """*40 of the dead were children*, *among the dead were 40 children*: those told of are a part of the harmed."""
    line, marks = harm.line, harm.line.words.pack.marks
    frame = (line.kind(k - 1), line.kind(k + 1), line.kind(k + 2))
    if frame != (Kind.PREPOSITION, Kind.VERB, Kind.NOUN) or harm.at != line.chunks[k].end - 1:
        return []
    if line.mask(k + 1) & marks.harm:
        return []
    kind = line.chunks[k + 2]
    told = groups(line.words, (kind.start, kind.end))
    if not told:
        return []
    hit = line.words.found["quantity"].get(line.chunks[k - 2].start) if line.kind(k - 2) is Kind.NOUN else None
    counted = hit is not None and hit[0] == line.chunks[k - 2].end and line.mask(k + 1) & marks.be
    if counted and hit is not None and isinstance(hit[1], tuple):
        where = span(line, line.chunks[k - 2].start, kind.end)
        return [toll(harm, hit[1][0], where, told[0].name, told[0].status)]
    first = k - 2 < 0 or line.kind(k - 2) not in (Kind.NOUN, Kind.VERB)
    return tolls(harm, (kind.start, kind.end)) if first and told[0].own else []


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
    between = over_adverbs(line, k - 1)
    if at == chunk.start and line.kind(between) is Kind.NOUN and line.kind(between - 1) is Kind.VERB:
        be = line.mask(between - 1) & marks.be and inverted(line, between - 1)
        return (line.chunks[between].start, line.chunks[between].end) if be else None  # *I dag är sju män saknade*
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
        if j > k and line.kind(j) in _TOLL_ENDS and not (line.kind(j) is Kind.COMMA and is_set(line, j)):
            return []
        for start in range(line.chunks[j].start, line.chunks[j].end):
            hit = words.found["quantity"].get(start)
            if start <= harm.at or hit is None or _from(line, j) or _of_things(line, j, hit[0]):
                continue
            if isinstance(hit[1], tuple):
                return [toll(harm, hit[1][0], span(line, start, hit[0]), None, "unknown")]
    return []


def _of_things(line: Line, k: int, at: int) -> bool:
    """*the toll in a raid on two schools rose to 45*: a number before a noun counts a toll only if it is of people."""
    marks, end = line.words.pack.marks, line.chunks[k].end
    return at < end and not any(line.words.mask[j] & (marks.people | marks.harm) for j in range(at, end))


def _from(line: Line, k: int) -> bool:
    """*from 12 to 45*: the figure that was."""
    return line.kind(k - 1) is Kind.PREPOSITION and bool(line.mask(k - 1) & line.words.pack.marks.origin)
