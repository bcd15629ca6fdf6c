"""Whether a stretch that bears a place's name is one: its neighbours tell persons, outlets and bodies apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.core.place import Place
from sayso.read.gazetted import Stretch, is_name
from sayso.read.line import Line

SHORT = 5  # letters of an abbreviation
ACRONYM = 4  # letters of a body's short name
TOWN = 10_000  # people
GREAT = 100_000  # people: a town so large is known by its name alone
WIDE = frozenset({"continent", "region", "country"})


class Guess(NamedTuple):
    """A stretch that may be a place's name, and why: sure by itself, or only where something else says so too.

    `told`: a word of place or a noun of its kind stands beside it. `wide`: it is a country's or a larger place's name.
    """

    stretch: Stretch
    reason: str
    sure: bool
    told: bool = False
    wide: bool = False
    listed: bool = False
    kind: str | None = None
    within: Stretch | None = None
    beside: Stretch | None = None

    @property
    def at(self) -> int:
        """The first word."""
        return self.stretch.at

    @property
    def end(self) -> int:
        """The word behind the last."""
        return self.stretch.end

    @property
    def base(self) -> str:
        """The form to look up."""
        return self.stretch.base

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of that name."""
        return self.stretch.places

    @property
    def short(self) -> bool:
        """Whether it is a division's abbreviation, which counts only behind a comma: *Ind.*, *OH*."""
        if self.wide or self.end - self.at > 1 + self.base.count(".") or len(self.base.rstrip(".")) > SHORT:
            return False
        divisions = [place for place in self.places if place.kind == "admin1"]
        return bool(divisions) and not any(place.own for place in divisions) and self.base.count(".") < 2

    def inside(self, other: Guess) -> bool:
        """Whether a place of this name lies in a place of the other's; countries beside each other are a list."""
        if any(place.kind == "country" for place in self.places):
            return False
        state = any(place.kind == "admin1" and place.own for place in self.places)
        return any(
            (there.kind in WIDE and there.country == here.country and here.kind != there.kind)
            or (not state and there.id in (here.admin1, here.admin2))
            for here in self.places
            for there in other.places
        )


def judge(line: Line, stretch: Stretch) -> Guess | None:
    """What the words beside a stretch say of it; None where it is no place's name."""
    words, marks = line.words, line.words.pack.marks
    left, right = _left(line, stretch.at), None if stretch.owns else _right(line, stretch.end)
    if left in ("title", "name") or right in ("outlet", "name"):
        return None
    mask, single = words.mask[stretch.at], stretch.end - stretch.at == 1
    listed = single and bool(mask & (marks.place | marks.state))
    if single and mask & marks.armed_group:
        return None
    if single and not listed and not stretch.joined and mask & (marks.adjective | marks.people | marks.pronoun):
        return None
    common = single and not listed and not stretch.joined and bool(words.word[stretch.at].entries)
    kind = stretch.kind or _noun(line, stretch.at, stretch.end)
    near = "in" if kind is not None or stretch.joined else behind(line, stretch.at)
    known = not common and any(_is_known(place, stretch) for place in stretch.places)
    wide = any(place.kind in WIDE for place in stretch.places) and not common
    guess = Guess(stretch, "gazetteer", sure=False, told=near == "in", wide=wide, listed=listed, kind=kind)
    if stretch.kind is not None:
        return guess._replace(sure=True, reason=f"a noun beside it: {stretch.kind}")
    if listed:
        return guess._replace(sure=True, reason="place list")
    if _is_acronym(line, stretch) and not known and not guess.short:
        return None
    if common:
        return guess._replace(told=False)
    if known:
        return guess._replace(sure=True, reason="gazetteer, a great place")
    town = not single or any(place.population >= TOWN for place in stretch.places)
    if right != "body" and (near == "in" or (near == "by" and town)):
        return guess._replace(sure=True, reason="gazetteer, behind a word of place")
    return guess


def is_namesake(line: Line, at: int, end: int) -> bool:
    """Whether a name is a person's behind a title (*President Houston*), or an outlet's (*Houston Post*)."""
    return _left(line, at) == "title" or _right(line, end) == "outlet"


def _is_acronym(line: Line, stretch: Stretch) -> bool:
    written = line.words.written(stretch.at)
    return stretch.end - stretch.at == 1 and written.isupper() and len(written) <= ACRONYM


def _noun(line: Line, at: int, end: int) -> str | None:
    """The kind that a noun before or behind a name gives it: *the city of Karsal*, *Karsal province*."""
    words, marks = line.words, line.words.pack.marks
    if end < line.sentence.end and words.mask[end] & marks.place_kind and not words.mask[end] & marks.capital:
        return _kind(line, end)
    before = at - 1
    while before > line.sentence.start and words.mask[before] & (
        marks.preposition | marks.determiner | marks.place_part
    ):
        if words.mask[before] & marks.place_preposition and not words.mask[before] & marks.place_part:
            return None
        before -= 1
    if before >= line.sentence.start and words.mask[before] & marks.place_kind:
        return _kind(line, before)
    return None


def _kind(line: Line, at: int) -> str | None:
    entry = line.words.word[at].entry("place_kind")
    return entry.values[0] if entry is not None else None


def _is_known(place: Place, stretch: Stretch) -> bool:
    if place.kind in WIDE or (place.kind == "admin1" and place.own):
        return True
    return (
        place.population >= GREAT and place.kind in {"city", "admin1"} and (place.own or stretch.end - stretch.at > 1)
    )


def behind(line: Line, at: int) -> str | None:
    """`in` where a name stands behind a word that only places have (*near*), `by` where others have it too (*to*)."""
    words, marks = line.words, line.words.pack.marks
    before = at - 1
    part = False
    while before > line.sentence.start and words.mask[before] & (marks.place_part | marks.determiner):
        part = part or bool(words.mask[before] & marks.place_part)
        before -= 1
    if before < line.sentence.start or (words.mask[before] & marks.agent and not words.mask[before] & marks.place_noun):
        return "in" if part else None
    if part or words.mask[before] & (marks.place_in | marks.place_near):
        return "in"
    if words.mask[before] & (marks.place_preposition | marks.place_noun):
        return "by"
    owned = before > line.sentence.start and words.mask[before - 1] & (marks.place_noun | marks.place_kind)
    return "in" if owned and words.mask[before] & marks.preposition else None


def _left(line: Line, at: int) -> str | None:
    """What a capital right before a name makes of it: part of a person's or a body's name, or nothing."""
    words, marks, groups = line.words, line.words.pack.marks, line.words.pack.groups
    before = at - 1
    if before < line.sentence.start:
        return None
    mask = words.mask[before]
    if words.norm[before] == "." and before - 1 >= line.sentence.start:
        mask = words.mask[before - 1]
        if mask & (marks.source_person | marks.spokesperson):
            return "title"
        size = words.end[before - 1] - words.start[before - 1]
        return "name" if mask & marks.capital and size == 1 else None
    titles = marks.source_person | marks.spokesperson
    if mask & titles and not mask & (marks.place_noun | marks.place):
        return "title"
    if not mask & marks.capital or mask & (
        marks.place_part | marks.place_noun | marks.place_kind | marks.place | marks.state
    ):
        return None
    closed = (
        marks.preposition | marks.determiner | marks.conjunction | marks.subordinator | marks.pronoun | marks.adverb
        | marks.relative | marks.complementizer | marks.weekday | marks.month | marks.adjective | groups.verb
    )  # fmt: skip
    if mask & closed or (before == line.sentence.start and words.word[before].entries):
        return None
    return "name"


def _right(line: Line, end: int) -> str | None:
    """What a capital right behind a name makes of it."""
    words, marks, groups = line.words, line.words.pack.marks, line.words.pack.groups
    if end >= line.sentence.end or not is_name(line, end):
        return None
    mask = words.mask[end]
    if not mask & marks.capital:
        return "name"
    if mask & marks.name_particle and end + 1 < line.sentence.end and words.mask[end + 1] & marks.capital:
        return "name"
    if mask & (marks.outlet_word | marks.outlet_noun):
        return "outlet"
    if words.word[end].entries:
        return "body" if mask & groups.noun else None
    return "name"


def surnames(lines: Sequence[Line], guesses: Iterable[Iterable[Guess]]) -> frozenset[str]:
    """The last words of names of several words that are no places: how a report calls people later on."""
    out: set[str] = set()
    for line, some in zip(lines, guesses, strict=True):
        words, marks = line.words, line.words.pack.marks
        taken = {at for guess in some if guess.sure for at in range(guess.at, guess.end)}
        for at in range(line.sentence.start + 1, line.sentence.end):
            if not words.mask[at] & marks.capital or at in taken or at - 1 in taken:
                continue
            ends = at + 1 >= line.sentence.end or not words.mask[at + 1] & marks.capital
            left = _left(line, at)
            if ends and left in ("name", "title"):
                out.add(words.norm[at])
    return frozenset(out)
