"""Who a source phrase names: kind, name, role and the body spoken for."""

from __future__ import annotations

import msgspec

from sayso.core.reading import Named
from sayso.core.span import Span
from sayso.read import identity
from sayso.read.frame import Range
from sayso.read.words import Words

# the lists that make a word the head of a source phrase, with the kind each gives; the last such word decides
_HEADS = (
    ("witness", "witness"), ("unnamed", "unnamed"), ("spokesperson", "person"), ("office", "office"),
    ("source_person", "person"), ("agency_noun", "agency"), ("outlet_noun", "outlet"), ("organisation", "organisation"),
    ("armed_group", "armed_group"), ("document", "document"), ("state", "state"),
)  # fmt: skip


def name(words: Words, where: Range, sentence: int) -> Named:
    """What a source phrase names; its span leaves out marks at the edges."""
    start, end = _bare(words, where)
    head = _head(words, start, end)
    end, head = _owned(words, start, end, head)
    span = Span(words.start[start], words.end[end - 1])
    pronoun = _pronoun(words, start, end)
    person = _person(words, start, head)
    kind = _kind(words, start, head, person, pronoun)
    role = on_behalf_of = None
    called = words.written(start, head)
    if kind == "person" or pronoun:
        person = person or _behind_comma(words, head, end)
        role, on_behalf_of = _role(words, start, end, person)
        if person is not None:
            called = words.written(*person)
    elif kind in ("outlet", "agency"):
        called = _outlet_name(words, start, head) or called
    named = words.pack.marks.capital, words.pack.marks.determiner
    known = tuple(
        words.norm[k]
        for k in range(*(person or (start, head)))
        if words.mask[k] & named[0] and not words.mask[k] & named[1]
    )
    return Named(
        span=span, sentence=sentence, reason=_reason(words, start, head, kind),
        name=called, kind=kind, role=role, on_behalf_of=on_behalf_of, pronoun=pronoun, words=known,
        id=None if pronoun else _code(words, (start, end), kind, called, person if kind == "person" else None),
    )  # fmt: skip


def _person(words: Words, start: int, head: int) -> Range | None:
    """The personal name in a phrase; for a pack that knows no roles only capitals alone: German has them on nouns."""
    if words.pack.marks.source_person:
        return _behind_role(words, start, head) or _capitals(words, start, head)
    capitals = all(words.mask[k] & words.pack.marks.capital for k in range(start, head))
    return (start, head) if capitals and head - start > 1 else None


def _behind_role(words: Words, start: int, head: int) -> Range | None:
    """*spokesman Bill Urban*: two capitals or more behind a role are a name, also where a list has the words."""
    marks = words.pack.marks
    roles = (k for k in range(head - 1, start - 1, -1) if words.mask[k] & (marks.spokesperson | marks.source_person))
    role = next(roles, None)
    if role is None or (words.mask[role] & marks.capital and role > start):
        return None
    name = range(role + 1, head)
    plain = all(words.mask[k] & marks.capital and not words.mask[k] & marks.outlet for k in name)
    return (role + 1, head) if len(name) > 1 and plain else None


def outlet(words: Words, where: Range, sentence: int) -> Named:
    """What a phrase names that stands where an outlet does: *told CGTN*; one that no list knows is an outlet too."""
    named = name(words, where, sentence)
    if named.kind not in ("person", "unnamed"):
        return named
    return msgspec.structs.replace(named, kind="outlet", id=identity.source(words.pack, named.name, "outlet"))


def _code(words: Words, where: Range, kind: str, called: str, person: Range | None) -> str | None:
    """The code of whom a source phrase names."""
    start, end = where
    spokesman = any(words.mask[k] & words.pack.marks.spokesperson for k in range(start, end))
    if kind in ("outlet", "agency"):
        return identity.source(words.pack, called, kind)
    if person is None or _is_owner(words, person, end):
        return identity.source(words.pack, words.written(start, end), kind, speaks_for=spokesman)
    outside = _less(words, start, end, person)
    return identity.source(words.pack, outside, kind, words.written(*person), speaks_for=spokesman)


def _is_owner(words: Words, person: Range, end: int) -> bool:
    """Whether what looks like a personal name says whose somebody is: *Tarvia's minister*, *a Tarvo police officer*."""
    at = person[1]
    if at >= end:
        return False
    role = words.pack.marks.source_person | words.pack.marks.spokesperson | words.pack.marks.office
    mask = words.mask[at]
    return words.norm[at] in words.pack.settings.genitive or bool(mask & role and not mask & words.pack.marks.capital)


def _less(words: Words, start: int, end: int, person: Range) -> str:
    """The phrase without the person's name: what he is, and whose."""
    first, last = person
    if last < end and words.mask[last] & words.pack.marks.comma and first == start:
        last += 1
    return f"{words.written(start, first)} {words.written(last, end)}".strip()


def _owned(words: Words, start: int, end: int, head: int) -> Range:
    """*according to TT's information* names TT: the owner of what was said is the source, not the noun of saying."""
    if head - 1 > start and words.mask[head - 1] & words.pack.marks.cue_noun:
        for at in range(start + 1, head - 1):
            if words.norm[at] in words.pack.settings.genitive:
                return at, at
    return end, head


def _behind_comma(words: Words, head: int, end: int) -> Range | None:
    """*A spokesman for the ministry, Jan Kolar,*: the name stands in apposition behind the role."""
    comma = next((k for k in range(head, end) if words.mask[k] & words.pack.marks.comma), None)
    return _capitals(words, comma + 1, end) if comma is not None else None


def _outlet_name(words: Words, start: int, head: int) -> str | None:
    """The bare name: *AFP* in *nyhetsbyrån AFP*, *Nordland Daily* in *the newspaper Nordland Daily*."""
    marks = words.pack.marks
    listed = next((k for k in range(start, head) if words.mask[k] & marks.outlet), None)
    if listed is not None:
        return words.written(listed)
    capitals = [
        k
        for k in range(start, head)
        if words.mask[k] & marks.capital and not words.mask[k] & (marks.outlet_noun | marks.agency_noun)
    ]
    behind = [
        k for k in capitals if any(words.mask[j] & (marks.outlet_noun | marks.agency_noun) for j in range(start, k))
    ]
    return words.written(behind[0], behind[-1] + 1) if behind else None


def _bare(words: Words, where: Range) -> Range:
    marks = words.pack.marks
    edge = (
        marks.comma | marks.quote | marks.dash | marks.open | marks.close | marks.colon | marks.stop | marks.apostrophe
    )
    start, end = where
    while end - start > 1 and words.mask[end - 1] & edge:
        end -= 1
    while end - start > 1 and words.mask[start] & (edge | marks.conjunction):
        start += 1
    return start, end


def _head(words: Words, start: int, end: int) -> int:
    """One past the head group: before the first comma, relative word or preposition."""
    marks = words.pack.marks
    stops = marks.comma | marks.dash | marks.open | marks.relative | marks.complementizer
    for k in range(start + 1, end):
        if words.mask[k] & stops or (words.mask[k] & marks.preposition and not words.mask[k] & marks.name_particle):
            return k
    return end


def _pronoun(words: Words, start: int, end: int) -> tuple[str, str, str] | None:
    if end - start != 1 or not words.mask[start] & words.pack.marks.pronoun:
        return None
    entry = words.word[start].entry("pronoun")
    return (entry.values[0], entry.values[1], entry.values[2]) if entry else None


def _capitals(words: Words, start: int, head: int) -> Range | None:
    """The last run of capitalised words in the head group that no list knows: a personal name."""
    marks, groups = words.pack.marks, words.pack.groups
    listed = (
        groups.party | marks.weekday | marks.determiner | marks.adjective | marks.outlet | marks.pronoun | marks.place
        | marks.quote | marks.number | marks.vague | marks.zero | marks.digits | marks.people | marks.preposition
        | marks.adverb
    )  # fmt: skip
    best: Range | None = None
    k = start
    while k < head:
        if words.mask[k] & marks.capital and not words.mask[k] & listed:
            j = k + 1
            while j < head and (
                (
                    words.mask[j] & (marks.capital | marks.name_particle)
                    and not words.mask[j] & (groups.party & ~marks.state)
                )
                or (words.norm[j] == "." and words.mask[j - 1] & marks.capital)
            ):
                j += 1
            if j == head or words.norm[j] not in words.pack.settings.genitive:  # *Holmland's minister*: the owner
                best = (k, j)
            k = j
        else:
            k += 1
    return best


def _kind(words: Words, start: int, head: int, person: Range | None, pronoun: object) -> str:
    if pronoun:
        return "person"
    marks = words.pack.marks
    outlet = next(
        (words.word[k].entry("outlet") for k in range(start, head) if words.mask[k] & words.pack.marks.outlet), None
    )
    kind = None
    at = -1
    for k in (k for k in range(start, head) if person is None or k not in range(*person)):
        lists = {entry.list for entry in words.word[k].entries}
        value = next((value for name_of_list, value in _HEADS if name_of_list in lists), None)
        if value is not None:
            kind, at = value, k
    if kind is None and any(
        words.mask[k] & marks.outlet_word and words.mask[k] & marks.capital for k in range(start, head)
    ):
        return "outlet"
    if outlet is not None and kind not in ("person", "witness", "unnamed"):
        return outlet.values[0]
    if kind in ("person", "witness") or (kind is None and person is not None and person[1] - person[0] > 0):
        return "witness" if kind == "witness" and person is None else "person"
    if kind == "office" and person is not None and person[0] > at:
        return "person"
    return kind or "unnamed"


def _role(words: Words, start: int, end: int, person: Range | None) -> tuple[str | None, str | None]:
    """The role and the body spoken for: *Kremls talesperson X*, *X, spokesman for the alliance*."""
    marks, groups = words.pack.marks, words.pack.groups
    bits = marks.spokesperson | marks.source_person
    aside = marks.relative | marks.via | marks.relay
    end = next((k for k in range(start, end) if words.mask[k] & aside and k > start), end)
    at = next((k for k in range(start, end) if words.mask[k] & marks.spokesperson), None)
    if at is None:
        at = next((k for k in range(start, end) if words.mask[k] & bits and not words.mask[k] & marks.office), None)
    if at is None:
        return None, None
    role = words.written(at)
    if at + 2 < end and words.mask[at + 1] & marks.preposition:
        stop = next((k for k in range(at + 2, end) if words.mask[k] & (marks.comma | marks.relative)), end)
        if stop > at + 2 and (person is None or not at < person[0] < stop):
            return role, words.written(at + 2, stop)
    before = at - 1
    if before >= start and words.norm[before] in words.pack.settings.genitive:
        before -= 1
    if (
        before >= start
        and words.mask[before] & (groups.party | marks.capital)
        and not words.mask[before] & marks.determiner
        and (person is None or before not in range(*person))
    ):
        return role, _without_genitive(words, before)
    return role, None


def _without_genitive(words: Words, at: int) -> str:
    written = words.written(at)
    ending = next((g for g in words.pack.settings.genitive if written.endswith(g) and len(written) > len(g) + 2), "")
    return written[: len(written) - len(ending)] if ending else written


def _reason(words: Words, start: int, head: int, kind: str) -> str:
    for k in range(start, head):
        for entry in words.word[k].entries:
            if any(entry.list == list_name and value == kind for list_name, value in _HEADS) or entry.list == "outlet":
                return cite(words, k, entry.list)
    return f"source phrase: {kind}"


def cite(words: Words, at: int, list_name: str) -> str:
    """How a finding names the word-list entry it rests on: list, line and form."""
    entry = words.word[at].entry(list_name)
    if entry is None:
        return f"'{words.norm[at]}'"
    return f"words/{entry.list}:{entry.line} '{entry.form}'"
