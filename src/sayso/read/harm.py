"""Harm to people: killed, injured, missing, captured, displaced, rescued — how many, of whom.

Who came to harm follows from the frame the word list gives the word: the subject of a passive or intransitive, the
object of an active verb or an -ing form. For nouns and adjectives see `harm_noun`, for set frames the pack's rules.
"""

from __future__ import annotations

from sayso.core.quantity import Quantity
from sayso.core.reading import Toll
from sayso.lang.table import Entry
from sayso.read import harm_noun, unreal
from sayso.read.frame import Range
from sayso.read.joint import told_apart
from sayso.read.kind import Kind
from sayso.read.line import Line
from sayso.read.patient import group_from, inverted, object_of, subject
from sayso.read.toll import Harm, span, toll, tolls

_ACTIVE = ("active", "gerund", "infinitive", "claim_lives")
_VERBAL = (*_ACTIVE, "participle", "passive", "intransitive", "suicide", "adjective")


def find(line: Line, number: int) -> list[Toll]:
    """The tolls of one sentence. Nobody is rescued who is counted as dead: *four bodies pulled from the rubble*."""
    found = _framed(line, number)
    harm = line.words.pack.marks.harm
    for k, chunk in enumerate(line.chunks):
        if not line.mask(k) & harm or unreal.by_governor(line, k):
            continue
        if chunk.kind is Kind.VERB:
            found += _verbal(line, k, number)
        elif chunk.kind is Kind.NOUN:
            found += harm_noun.find(line, k, number)
    found = told_apart(line, found)
    dead = [one.span for one in found if one.effect == "killed"]
    return [one for one in found if one.effect != "rescued" or not any(one.span.touches(body) for body in dead)]


def _framed(line: Line, number: int) -> list[Toll]:
    """What the pack's `harm` rules find: a verb and a noun that make a harm together (*krävde 14 människors liv*)."""
    words = line.words
    out: list[Toll] = []
    for match in line.harms:
        at = match.start
        gives = match.rule.gives
        entry = Entry("harm", (str(gives["effect"]), f"rule {match.rule.name}"), words.norm[at], words.norm[at], 0)
        harm = Harm(line, number, at, entry)
        if "low" in gives:
            out.append(
                toll(
                    harm,
                    Quantity(low=int(gives["low"]), high=int(gives["low"])),
                    span(line, at, match.end),
                    None,
                    "unknown",
                )
            )
        else:
            out += tolls(harm, (at + int(gives.get("ahead", 1)), match.end - int(gives.get("behind", 1))))
    return out


def _verbal(line: Line, k: int, number: int) -> list[Toll]:
    words = line.words
    hits = [at for at in range(line.chunks[k].start, line.chunks[k].end) if words.mask[at] & words.pack.marks.harm]
    out: list[Toll] = []
    done: set[str] = set()
    for at in reversed(hits):
        for entry in words.word[at].entries:
            if (
                entry.list != "harm"
                or entry.values[0] in done
                or entry.values[1] not in _VERBAL
                or unreal.by_verb(line, k, entry)
            ):
                continue
            people = _patient(line, k, at, entry.values[1])
            found = tolls(Harm(line, number, at, entry), people) if people is not None else []
            if not found and entry.values[1] == "suicide":
                found = [
                    toll(
                        Harm(line, number, at, entry), Quantity(low=1, high=1), span(line, at, at + 1), None, "unknown"
                    )
                ]
            if people is not None or found:
                done.add(entry.values[0])
            out += found
    return out


def _patient(line: Line, k: int, at: int, frame: str) -> Range | None:
    """The words that name who came to harm."""
    marks, words = line.words.pack.marks, line.words
    passive = frame in ("passive", "adjective") or any(
        words.mask[j] & marks.be for j in range(line.chunks[k].start, at)
    )
    if frame in _ACTIVE and not passive:
        second = (
            frame == "active" and inverted(line, k) and line.kind(k + 1) is Kind.NOUN and line.kind(k + 2) is Kind.NOUN
        )
        return object_of(
            line, k + 1 if second else k
        )  # *i natt sköt polisen ihjäl två män*: the subject stands between
    if frame == "participle" and not passive:
        behind = object_of(line, k) or _shared_object(line, k) or _behind_be(line, k)
        if behind is not None:
            return behind
    return subject(line, k)


def _shared_object(line: Line, k: int) -> Range | None:
    """*tortured and killed two men*: two verbs in a row have one object."""
    joined = line.kind(k + 1) is Kind.CONJUNCTION and line.kind(k + 2) is Kind.VERB
    other = line.words.pack.marks.be | line.words.pack.groups.cue  # *15 killed and admits to two dead*
    return object_of(line, k + 2) if joined and not line.mask(k + 2) & other else None


def _behind_be(line: Line, k: int) -> Range | None:
    """*Also killed in the strike were two guards*: a participle that opens the clause, its subject behind *be*."""
    if any(line.kind(j) in (Kind.NOUN, Kind.VERB) for j in range(k)):
        return None
    j = k + 1
    while line.kind(j) in (Kind.PREPOSITION, Kind.NOUN, Kind.TIME, Kind.ADVERB):
        j += 1
    if (
        line.kind(j) is Kind.VERB
        and line.chunks[j].end - line.chunks[j].start == 1
        and line.mask(j) & line.words.pack.marks.be
    ):
        return group_from(line, j + 1)
    return None
