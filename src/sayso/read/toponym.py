"""Every place name in a report, with the gazetteer's help: what `--mentions` lists, and what tells places apart.

A name is taken where a list, the gazetteer and its neighbours agree: a word of place before it, a noun that says what
it is, what it lies in behind it, another place beside it, or that the report elsewhere uses it so. The name of a
person, an outlet or a body that only holds a place's name is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sayso.core.place import Lookup, nowhere
from sayso.core.reading import PlaceName
from sayso.core.span import Span
from sayso.read.gazetted import Stretch, is_name, kind_name, longest
from sayso.read.line import Line
from sayso.read.namesake import ACRONYM, Guess, behind, is_namesake, judge, surnames

Names = list[Guess]


def toponyms(lines: Sequence[Line], places: Sequence[PlaceName], lookup: Lookup) -> tuple[PlaceName, ...]:
    """Every place name of a report in the order of the text; `places` are those found without a gazetteer."""
    guesses = [_guesses(line, lookup) for line in lines]
    people = surnames(lines, guesses)
    taken: list[tuple[Line, int, Names]] = []
    for k, (line, some) in enumerate(zip(lines, guesses, strict=True)):
        taken.append((line, k, _beside(line, [guess for guess in some if not _is_person(line, guess, people)])))
    used = {guess.base for _, _, some in taken for guess in some if guess.sure}
    found = [name for line, k, some in taken for name in _named(line, k, _sure(some, used))]
    spans = [name.span for name in found]
    further = [
        place
        for place in places
        if not any(span.touches(place.span) for span in spans)
        and _is_told(lines[place.sentence], place, people, known=lookup is not nowhere)
    ]
    return tuple(sorted((*found, *further), key=lambda name: name.span.start))


def _sure(some: Names, used: set[str]) -> Names:
    """The sure names, and those that are used as a place's elsewhere in the report."""
    return [
        guess if guess.sure else guess._replace(sure=True, reason="named as a place elsewhere")
        for guess in some
        if guess.sure or guess.base in used
    ]


def _is_told(line: Line, place: PlaceName, people: frozenset[str], *, known: bool) -> bool:
    """Whether a name that no gazetteer holds is a place's all the same: *in Karsal*, *the village of Karsal*.

    `known`: a gazetteer was asked; without one a name is taken on the word before it alone. A text all in capitals
    shows no names, and there the gazetteer has the last word.
    """
    words = line.words
    at = bisect_left(words.start, place.span.start, line.sentence.start, line.sentence.end)
    end = bisect_left(words.start, place.span.end, line.sentence.start, line.sentence.end)
    if is_namesake(line, at, end):
        return False
    if place.listed or not known:
        return True
    acronym = place.name.isupper() and len(place.name) <= ACRONYM
    return words.cased and behind(line, at) == "in" and not acronym and words.norm[at] not in people


def _guesses(line: Line, lookup: Lookup) -> Names:
    """The stretches of a sentence that may be place names, none over another."""
    words, marks = line.words, line.words.pack.marks
    out: Names = []
    at = line.sentence.start
    mask, norm, skipped = words.mask, words.norm, marks.weekday | marks.month | marks.outlet
    while at < line.sentence.end:
        stretch = None
        if (mask[at] & marks.capital or "-" in norm[at]) and not mask[at] & skipped and is_name(line, at):
            stretch = kind_name(line, at, lookup) or longest(line, at, lookup)
        if stretch is None:
            at += 1
            continue
        guess = judge(line, stretch)
        if guess is not None:
            out.append(guess)
        at = stretch.end
    return out


def _is_person(line: Line, guess: Guess, people: frozenset[str]) -> bool:
    """A town's name that is somebody's in this report; a country is one all the same."""
    return not guess.wide and guess.end - guess.at == 1 and line.words.norm[guess.at] in people and not guess.told


def _beside(line: Line, some: Names) -> Names:
    """Names made sure by the name beside them: what they lie in, or another place they are listed with."""
    out = list(some)
    for k in range(len(out) - 2, -1, -1):
        here, behind = out[k], out[k + 1]
        if _holds(line, here.end, behind.at) and here.inside(behind):
            out[k] = here._replace(sure=True, within=behind.stretch, reason="before the name of what it lies in")
            out[k + 1] = behind._replace(sure=True)
    for step in (1, -1):
        for k in range(len(out))[::step]:
            j = k - step
            if not 0 <= j < len(out) or not out[j].sure or not _lists(line, out[min(j, k)], out[max(j, k)]):
                continue
            if not out[k].sure and out[k].places:
                out[k] = out[k]._replace(sure=True, reason="beside another place")
            if out[k].sure:
                kind = out[k].kind or (out[j].kind if step == 1 else None)
                out[k] = out[k]._replace(beside=out[j].stretch, kind=kind)
    return [guess for guess in out if not guess.short or guess.sure]


def _holds(line: Line, start: int, end: int) -> bool:
    """Whether the words between two names say that the first lies in the second: a comma, a bracket, *in the north*."""
    words, marks = line.words, line.words.pack.marks
    if end - start == 1:
        return bool(words.mask[start] & (marks.comma | marks.open | marks.place_in))
    small = marks.determiner | marks.place_part
    return (
        1 < end - start <= 3
        and bool(words.mask[start] & (marks.comma | marks.place_in))
        and all(words.mask[at] & small for at in range(start + 1, end))
    )


def _lists(line: Line, left: Guess, right: Guess) -> bool:
    """Whether two names stand in one list: *Karsal, Lirena and Tavno*."""
    if left.within is not None:
        return False
    joins = line.words.pack.marks.comma | line.words.pack.marks.conjunction
    return 1 <= right.at - left.end <= 2 and all(line.words.mask[at] & joins for at in range(left.end, right.at))


def _named(line: Line, number: int, some: Names) -> Iterable[PlaceName]:
    words, marks = line.words, line.words.pack.marks
    for guess in some:
        before = guess.at - 1
        while before > line.sentence.start and words.mask[before] & (marks.place_part | marks.determiner):
            before -= 1
        near = before >= line.sentence.start and bool(words.mask[before] & marks.place_near)
        name = words.written(guess.at, guess.end)
        span = _span(line, guess.stretch)
        assert span is not None
        yield PlaceName(
            span=span, sentence=number, reason=guess.reason, name=name[: len(name) - guess.stretch.cut],
            listed=guess.listed, base=guess.base, kind=guess.kind, near=near,
            within=_span(line, guess.within), beside=_span(line, guess.beside), country=guess.stretch.country,
        )  # fmt: skip


def _span(line: Line, stretch: Stretch | None) -> Span | None:
    if stretch is None:
        return None
    return Span(line.words.start[stretch.at], line.words.end[stretch.end - 1] - stretch.cut)
