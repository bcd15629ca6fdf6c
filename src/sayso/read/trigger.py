"""Words that name kinds of event, ranked by how near they stand to what the sentence asserts, with who took part."""

from __future__ import annotations

from sayso.core.reading import Rank, Trigger
from sayso.core.span import Span
from sayso.lang.rule import Match
from sayso.read import nominal
from sayso.read.frame import Range
from sayso.read.kind import Kind
from sayso.read.line import Line
from sayso.read.patient import climb, inverted
from sayso.read.source import cite

HARM_TYPES = {
    "killed": "killing",
    "captured": "capture",
    "displaced": "displacement",
    "rescued": "other",
    "injured": "other",
    "missing": "other",
}
PLAIN = "attack"  # the type that means refine
_FRONTED = (Kind.COMMA, Kind.TIME, Kind.ADVERB, Kind.NOUN)  # what may stand right before a verb whose subject follows
REACH = 16  # words behind the event in which its means are looked for


def find(line: Line, number: int) -> list[Trigger]:
    """The event triggers of one sentence, in the order of the text."""
    marks = line.words.pack.marks
    out = _predicates(line, number)
    for k, chunk in enumerate(line.chunks):
        if not line.mask(k) & marks.event:
            continue
        for at in range(chunk.start, chunk.end):
            if not line.words.mask[at] & marks.event or any(
                t.span.start <= line.words.start[at] < t.span.end for t in out
            ):
                continue
            trigger = _verb(line, k, at, number) if chunk.kind is Kind.VERB else _noun(line, k, at, number)
            if trigger is not None:
                out.append(trigger)
    out += _harms(line, number, out)
    return sorted(out, key=lambda trigger: trigger.span)


def _harms(line: Line, number: int, others: list[Trigger]) -> list[Trigger]:
    """Harm words as triggers of their own: they name an event where nothing else does."""
    words, bit = line.words, line.words.pack.marks.harm
    out: list[Trigger] = []
    for at in range(line.sentence.start, line.sentence.end):
        if not words.mask[at] & bit or words.mask[at] & words.pack.marks.nonlethal:
            continue
        entry = words.word[at].entry("harm")
        if entry is None or any(t.span.start <= words.start[at] < t.span.end for t in others):
            continue
        span = Span(words.start[at], words.end[at])
        k = next(k for k, chunk in enumerate(line.chunks) if chunk.end > at)
        known = (entry.values[1] == "noun" or line.kind(k) is Kind.NOUN) and _definite(line, k, at)
        out.append(
            Trigger(
                span=span,
                sentence=number,
                reason=cite(words, at, "harm"),
                type=HARM_TYPES[entry.values[0]],
                rank=Rank.KNOWN if known else Rank.HARM,
            )
        )
    return out + [_framed(line, match, number) for match in line.harms if match.rule.gives.get("low") != 0]


def _framed(line: Line, match: Match, number: int) -> Trigger:
    """*had lost two of its own fighters*: a harm that a rule of the pack finds names an event, as a harm word does."""
    return Trigger(
        span=Span(line.words.start[match.start], line.words.end[match.end - 1]), sentence=number,
        reason=f"rule harm: {match.rule.name}", type=HARM_TYPES[str(match.rule.gives["effect"])], rank=Rank.KNOWN,
    )  # fmt: skip


def _predicates(line: Line, number: int) -> list[Trigger]:
    """Whole predicates that the pack's `event` rules name (*it was a matter of regular forces*)."""
    words, book = line.words, line.words.pack.book("event")
    return [
        Trigger(
            span=Span(words.start[match.start], words.end[match.end - 1]),
            sentence=number,
            reason=f"rule event: {match.rule.name}",
            type=str(match.rule.gives["type"]),
            rank=_predicate_rank(line, match.start, match.end),
        )
        for match in book.in_turn(words, line.sentence.start, line.sentence.end)
    ]


def _predicate_rank(line: Line, at: int, end: int) -> Rank:
    """What hangs on a noun is no predicate of the sentence: *a commander (who is) involved in the attack*."""
    k = next(k for k, chunk in enumerate(line.chunks) if chunk.end > at)
    if any(line.kind(j) is Kind.RELATIVE for j in range(max(0, k - 3), k)):
        return Rank.PHRASE
    alone = end == at + 1 and line.chunks[k].end - line.chunks[k].start == 1
    hangs = line.chunks[k].kind is Kind.VERB and line.kind(k - 1) is Kind.NOUN
    return Rank.PHRASE if alone and hangs and any(line.kind(j) is Kind.VERB for j in range(k)) else Rank.PREDICATE


def _verb(line: Line, k: int, at: int, number: int) -> Trigger | None:
    words, marks = line.words, line.words.pack.marks
    entry = next((e for e in words.word[at].entries if e.list == "event" and e.values[1] == "verb"), None)
    if entry is None or (line.kind(k + 1) is Kind.NOUN and line.mask(k + 1) & marks.harm__toll):
        return None  # *sänker antalet döda* sinks no ship
    subordinate = any(line.kind(j) is Kind.RELATIVE for j in range(max(0, k - 3), k)) and (
        line.kind(k - 1) is not Kind.VERB  # *guards who had been captured were released*
    )
    passive = any(words.mask[j] & marks.be for j in range(line.chunks[k].start, at)) or words.norm[at].endswith(
        words.pack.settings.passive
    )
    first, second = _sides(line, k, passive=passive)
    agents, targets = ((), _spans(line, first)) if passive else (_acting(line, first), _spans(line, second))
    lower = subordinate or _reduced(line, k, at) or (words.mask[at] & marks.occur and _told_by_noun(line, k))
    return Trigger(
        span=Span(words.start[at], words.end[at]), sentence=number, reason=cite(words, at, "event"),
        type=_by_means(line, at, entry.values[0]),
        rank=Rank.PHRASE if lower else Rank.VERB, agents=agents or _by(line, k), targets=targets,
        instruments=_instruments(line),
    )  # fmt: skip


def _sides(line: Line, k: int, *, passive: bool) -> tuple[Range | None, Range | None]:
    """Subject and object of a verb: around it, or both behind it where another phrase stands first.

    *I går angrep rebeller en vägspärr*: the order of verb-second languages.
    """
    before, behind = nominal.before(line, k), nominal.after(line, k + 1)
    if before is not None or behind is None or line.kind(k - 1) not in _FRONTED or not inverted(line, k):
        return before, behind[0] if behind else None
    subject, follow = behind
    object_ = nominal.after(line, follow)
    fighting = line.words.pack.marks.forces | line.words.pack.marks.armed_group
    if passive or (object_ is None and not line.mask(k + 1) & fighting):
        return (subject, None) if passive else (None, subject)
    return subject, object_[0] if object_ else None


def _by_means(line: Line, at: int, kind: str) -> str:
    """*attacked with drones* is a drone strike: a plain attack takes the type of the means that stand behind it."""
    if kind != PLAIN:
        return kind
    words, bit = line.words, line.words.pack.marks.means
    for k in range(at + 1, min(at + REACH, line.sentence.end)):
        if words.mask[k] & (words.pack.groups.cue | words.pack.marks.stop | words.pack.marks.complementizer):
            break
        entry = words.word[k].entry("means") if words.mask[k] & bit else None
        if entry is not None and any(
            words.mask[j] & words.pack.marks.with_means for j in (k - 1, k - 2, k - 3) if j > at
        ):
            return entry.values[0]
    return kind


def _told_by_noun(line: Line, k: int) -> bool:
    """*An air strike hit a depot*: the subject names the event, and the verb only that it occurred."""
    at = k - 1
    while line.kind(at) in (Kind.ADVERB, Kind.TIME):
        at -= 1
    head = climb(line, at)
    return head is not None and bool(line.words.mask[line.chunks[head].end - 1] & line.words.pack.marks.event__noun)


def _reduced(line: Line, k: int, at: int) -> bool:
    """*backed by jets*, *understött av stridsflyg*: a participle that hangs on the noun before it."""
    words, marks = line.words, line.words.pack.marks
    alone = line.chunks[k].end - line.chunks[k].start == 1 and not words.norm[at].endswith(words.pack.settings.passive)
    agent = line.kind(k + 1) is Kind.PREPOSITION and line.mask(k + 1) & marks.agent
    return alone and bool(agent) and line.kind(k - 1) is Kind.NOUN and any(line.kind(j) is Kind.VERB for j in range(k))


def _noun(line: Line, k: int, at: int, number: int) -> Trigger | None:
    words = line.words
    entry = next((e for e in words.word[at].entries if e.list == "event" and e.values[1] == "noun"), None)
    if entry is None:
        entry = next((e for e in words.word[at].entries if e.list == "event"), None)
        if entry is None or line.chunks[k].kind is not Kind.NOUN:
            return None
    return Trigger(
        span=Span(words.start[at], words.end[at]), sentence=number, reason=cite(words, at, "event"),
        type=_by_means(line, at, entry.values[0]),
        rank=_noun_rank(line, k, at), instruments=_instruments(line),
    )  # fmt: skip


def _noun_rank(line: Line, k: int, at: int) -> Rank:
    marks = line.words.pack.marks
    known = _definite(line, k, at)
    occurs = any(
        line.kind(j) is Kind.VERB and line.mask(j) & marks.occur
        for j in (k - 1, k + 1, k + 2, k - 2)
        if 0 <= j < len(line.chunks)
    )
    if occurs and line.kind(k - 1) is not Kind.PREPOSITION:
        return (
            Rank.OCCURRED if not known or line.kind(k - 1) is Kind.VERB or _struck(line, k + 1) else Rank.KNOWN_OCCURS
        )
    if occurs and not known:
        return Rank.OCCURRED
    if line.kind(k - 1) is Kind.PREPOSITION:
        return Rank.KNOWN if known else Rank.PHRASE
    return Rank.KNOWN if known else Rank.NEW


def _struck(line: Line, k: int) -> bool:
    """*The air strike hit a depot*: a verb that could name an event itself, and says here that the noun's occurred."""
    marks = line.words.pack.marks
    return line.kind(k) is Kind.VERB and bool(line.mask(k) & marks.occur) and bool(line.mask(k) & marks.event__verb)


def _definite(line: Line, k: int, at: int) -> bool:
    """Whether the noun is taken as known: a definite article before it, or the definite form of the noun itself."""
    words = line.words
    first = words.word[line.chunks[k].start].entry("definite")
    if first is not None and line.chunks[k].start < at:
        return True
    return words.pack.settings.postposed_article and words.norm[at].endswith(words.pack.settings.definite_endings)


def _by(line: Line, k: int) -> tuple[Span, ...]:
    """The agent of a passive: behind *by* / *av*."""
    for j in range(k + 1, min(k + 6, len(line.chunks) - 1)):
        if line.kind(j) is Kind.PREPOSITION and line.mask(j) & line.words.pack.marks.agent:
            return (
                _acting(line, (line.chunks[j + 1].start, line.chunks[j + 1].end))
                if line.kind(j + 1) is Kind.NOUN
                else ()
            )
    return ()


def _instruments(line: Line) -> tuple[Span, ...]:
    words, bit = line.words, line.words.pack.marks.instrument
    return tuple(
        Span(words.start[at], words.end[at])
        for at in range(line.sentence.start, line.sentence.end)
        if words.mask[at] & bit
    )


def _acting(line: Line, where: Range | None) -> tuple[Span, ...]:
    """Who acts; nobody where it is only what was used (*a car bomb*) and nothing says whose (*Turkish planes*)."""
    if where is None:
        return ()
    words, marks = line.words, line.words.pack.marks
    whose = words.pack.groups.party | marks.people | marks.forces
    told = any(
        words.mask[at] & whose or words.pack.names.word(words.written(at)).entry("country") for at in range(*where)
    )
    return () if words.mask[where[1] - 1] & marks.instrument and not told else _spans(line, where)


def _spans(line: Line, where: Range | None) -> tuple[Span, ...]:
    return (Span(line.words.start[where[0]], line.words.end[where[1] - 1]),) if where else ()
