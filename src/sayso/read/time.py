"""Dates and times as written: which rule made them and of what parts. What day they mean is for `claim` to say."""

from __future__ import annotations

import re
from bisect import bisect_left

from sayso.lang.rule import Match
from sayso.read.words import Words

# word lists whose entries stand for a number, and the hours of the units of time
TABLES = frozenset({"month", "weekday", "relative_day", "season", "past_season", "ordinal", "time_unit"})
UNITS = {"minute": 0, "hour": 1, "day": 24, "week": 168, "month": 720, "year": 8760}
NAMES = frozenset("y y2 m m2 d d2 w w2 n u s offset decade".split())  # parts of a rule that stand for a number
SINCE, UNTIL = 1, 2
REACH = 10  # words: no rule begins further from the word of time that it names
_YEAR = re.compile(r"[12][0-9]{3}")
_DAY = re.compile(r"0?[1-9]|[12][0-9]|3[01]")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_DECADE = re.compile(r"([12][0-9])?([0-9]0)")


def find(words: Words) -> None:
    """Note every time expression: the word it begins at, where it ends, what it makes and of which parts."""
    _digits(words)
    near = _near(words)
    if not near:
        return
    book = words.pack.book("time")
    found, numbers, mask = words.found["time"], words.found["number"], words.mask
    at, total, following = 0, len(words), 0
    while at < total:
        if near[following] < at:
            following = bisect_left(near, at, following)
            if following == len(near):
                return
        if near[following] - at > REACH:
            at = near[following] - REACH
        match = _longest(words, at, total) if mask[at] & book.trigger or at in numbers else None
        if match is not None:
            start, parts = _opened(words, match, _parts(words, match))
            found[start] = (match.end, (str(match.rule.gives.get("make", "none")), parts, match.rule.name))
            at = match.end
        else:
            at += 1


def _digits(words: Words) -> None:
    """Note the numbers in digits that can be a year, a day of a month, a month: what the rules call by these names."""
    years, days, months = {}, {}, {}
    for at, (end, value) in words.found["number"].items():
        norm = words.norm[at]
        if end != at + 1 or len(norm) > 4:
            continue
        if _YEAR.fullmatch(norm):
            years[at] = (end, value)
        elif _DAY.fullmatch(norm):
            days[at] = (end, value)
            if _MONTH.fullmatch(norm):
                months[at] = (end, value)
    words.found.update(year=years, day=days, month_number=months)


def _near(words: Words) -> list[int]:
    """The words that speak of time at all: every rule names one of them."""
    marks, lexicon = words.pack.marks, words.pack.lexicon
    bits = words.pack.groups.time & ~marks.part_of_day
    for name in ("weekend", "overnight", "decade", "past_season"):
        bits |= lexicon.known(name)
    years, literal, norm = words.found["year"], lexicon.literal, words.norm
    return [
        at for at, mask in enumerate(words.mask) if mask & bits or at in years or (mask & literal and " " in norm[at])
    ]


def _longest(words: Words, at: int, stop: int) -> Match | None:
    """The longest match of a rule that holds good in its surroundings; a shorter one where that does not.

    None where a month with its preposition is the beginning of a day: *in [May 15] clashes*.
    """
    book = words.pack.book("time")
    match = book.at(words, at, stop)
    while match is not None and not _sound(words, match):
        match = book.at(words, at, match.end - 1)
    if match is not None and match.rule.gives.get("make") == "month" and at + 1 < stop:
        inner = book.at(words, at + 1, stop)
        return None if inner is not None and inner.end > match.end and _sound(words, inner) else match
    return match


def _sound(words: Words, match: Match) -> bool:
    """Whether a number at the end is a date and does not count what follows: *in May 15 officers*, *of 2014 people*."""
    marks, gives = words.pack.marks, match.rule.gives
    if gives.get("alone") and _goes_on(words, match.end):
        return False
    last = max((part.start for part in match.parts.values() if isinstance(part.value, int)), default=-1)
    if last != match.end - 1 or gives.get("sure"):
        return True
    if gives.get("make") == "year":
        return not _counts(words, match.end) and (not gives.get("bare") or _may_be_dated(words, match.start))
    following = words.mask[match.end] if match.end < len(words) else 0
    return not following & (marks.people | marks.uncounted) or bool(following & marks.event)


def _goes_on(words: Words, at: int) -> bool:
    """Whether what a date is told against follows it, unknown as an event: *the day before [the funeral]*."""
    if at >= len(words) or words.mask[at] & words.pack.groups.auxiliary:
        return False
    marks = words.pack.marks
    begins = marks.determiner | marks.pronoun | marks.capital | marks.complementizer
    return bool(words.mask[at] & begins) or _counts(words, at)


def _counts(words: Words, at: int) -> bool:
    """Whether the word behind a number is what it counts: a noun, or a word that no list knows."""
    if at >= len(words) or at in words.breaks:
        return False
    marks, groups, mask = words.pack.marks, words.pack.groups, words.mask[at]
    leads = marks.preposition | marks.conjunction | marks.subordinator | marks.relative | marks.determiner
    if mask & (leads | marks.number | marks.digits):
        return False
    if mask & (marks.people | marks.harm__noun | marks.harm__toll | marks.time_unit):
        return True
    if words.norm[at].isalpha():
        return not mask & (groups.verb | marks.adverb | marks.pronoun | marks.negation | marks.capital | marks.modal)
    return words.norm[at] in "%°$€£/"


def _may_be_dated(words: Words, at: int) -> bool:
    """Whether a year can stand behind the word before it: a verb or a noun, not one that goes with a number."""
    if at == 0 or at in words.breaks:
        return False
    marks, groups = words.pack.marks, words.pack.groups
    mask, norm = words.mask[at - 1], words.norm[at - 1]
    other = (
        marks.preposition | marks.determiner | marks.conjunction | marks.complementizer | marks.document | marks.outlet
        | marks.about | marks.at_least | marks.at_most | marks.more_than | marks.less_than | marks.number | marks.adverb
        | marks.pronoun | groups.time | marks.including | marks.vague | marks.zero | marks.negation | marks.adjective
        | marks.subordinator | marks.relative | marks.be | marks.have | marks.modal | groups.cue
    )  # fmt: skip
    return norm.replace("-", "").isalpha() and not mask & other


def _opened(words: Words, match: Match, parts: dict[str, int]) -> tuple[int, dict[str, int]]:
    """Where the expression begins, with *since* or *until* before it, and its parts with what that makes of them.

    A clause about that very date leaves it as it is: *the worst attack since 2016, when nine people died*.
    """
    marks, mask = words.pack.marks, words.mask
    clause = any(mask[k] & (marks.relative | marks.subordinator) for k in range(match.end, len(words))[:2])
    for at in (match.start, match.start - 1):
        if at >= 0 and (at == match.start or match.start not in words.breaks):
            side = SINCE if mask[at] & marks.since else UNTIL if mask[at] & marks.until else 0
            if side:
                return at, parts if clause else {**parts, "open": side}
    return match.start, parts


def _parts(words: Words, match: Match) -> dict[str, int]:
    """The numbers a rule's parts stand for: the value of a number, or the first column of a list's entry."""
    gives = match.rule.gives.items()
    out = {key: value for key, value in gives if isinstance(value, int) and not isinstance(value, bool)}
    for name, part in match.parts.items():
        if name not in NAMES:
            continue
        if isinstance(part.value, int):
            out[name] = part.value
        elif part.value is None and part.end == part.start + 1:
            number = _listed(words, part.start)
            if number is not None:
                out[name] = number
    return out


def _listed(words: Words, at: int) -> int | None:
    for entry in words.word[at].entries:
        if entry.list in TABLES and entry.values:
            value = entry.values[0]
            return UNITS[value] if value in UNITS else int(value)
        if entry.list == "decade":
            return _decade(words.norm[at])
    return None


def _decade(norm: str) -> int | None:
    """The first year of *1990s*, *90-talet*, *1800-talet*; *10-talet* may be of any century."""
    match = _DECADE.match(norm)
    if match is None or (match[1] is None and match[2] < "30"):
        return None
    return int((match[1] or "19") + match[2])
