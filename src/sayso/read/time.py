"""Dates and times as written: which rule made them and of what parts. What day they mean is for `claim` to say."""

from __future__ import annotations

import re
from bisect import bisect_left

from sayso.lang.rule import Match
from sayso.read.soundness import sound
from sayso.read.words import Words

# the word lists whose entries stand for a number, by the part of a rule that takes it, and the hours of the units
_WEEKDAYS = frozenset({"weekday", "past_weekday", "coming_weekday"})
TABLES = {
    "m": frozenset({"month"}), "m2": frozenset({"month"}),
    "w": _WEEKDAYS, "w2": _WEEKDAYS,
    "d": frozenset({"ordinal"}), "d2": frozenset({"ordinal"}), "n": frozenset({"ordinal", "year_day"}),
    "u": frozenset({"time_unit", "one_unit"}),
    "s": frozenset({"season", "past_season", "near_season"}),
    "offset": frozenset({"relative_day"}),
    "f": frozenset({"holiday", "hijri_holiday"}), "e": frozenset({"easter"}), "h": frozenset({"hijri_month"}),
}  # fmt: skip
UNITS = {"minute": 0, "hour": 1, "day": 24, "week": 168, "fortnight": 336, "month": 720, "year": 8760}
NAMES = frozenset((*TABLES, "y", "y2", "a", "b", "decade"))  # parts of a rule that stand for a number
LISTS = (  # of time, beside the closed classes
    "weekend", "overnight", "decade", "past_season", "near_season", "holiday", "easter", "hijri_month",
    "hijri_holiday", "century", "coming_weekday", "past_weekday", "one_unit", "time_noun", "year_day",
)  # fmt: skip
SINCE, UNTIL = 1, 2
CLOCK = "clock"  # what is made of an hour: no date, but its four digits could be taken for a year
MAY_COME = frozenset({"weekday", "date", "month"})  # which of two such days is meant hangs on the tense of the clause
CLAUSE = 8  # words: how far the verb that shows the tense may be
REACH = 10  # words: no rule begins further from the word of time that it names
_YEAR = re.compile(r"[12][0-9]{3}")
_SHORT_YEAR = re.compile(r"[0-9]{2}")
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
            if match.rule.gives.get("make") in MAY_COME and _is_to_come(words, start, match.end):
                parts = {**parts, "future": 1}
            found[start] = (match.end, (str(match.rule.gives.get("make", "none")), parts, match.rule.name))
            at = match.end
        else:
            at += 1


def _digits(words: Words) -> None:
    """Note the numbers in digits that can be a year, two digits of one, a day, a month: as the rules call them."""
    years: dict[int, tuple[int, object]] = {}
    short, days, months, nths = years.copy(), years.copy(), years.copy(), years.copy()
    for at, (end, value) in words.found["number"].items():
        norm = words.norm[at]
        if end != at + 1 or len(norm) > 4:
            continue
        if _SHORT_YEAR.fullmatch(norm):
            short[at] = (end, value)
        if _YEAR.fullmatch(norm):
            years[at] = (end, value)
        elif _DAY.fullmatch(norm):
            days[at] = (end, value)
            if _MONTH.fullmatch(norm):
                months[at] = (end, value)
    written = words.pack.lexicon.known("ordinal") | words.pack.marks.digits
    for at in [at for at, mask in enumerate(words.mask) if mask & written == written]:
        nths[at] = (at + 1, _listed(words, at, "d"))
    words.found.update(year=years, short_year=short, day=days, month_number=months, nth=nths)


def _near(words: Words) -> list[int]:
    """The words that speak of time at all: every rule names one of them."""
    lexicon = words.pack.lexicon
    bits = words.pack.groups.time
    for name in LISTS:
        bits |= lexicon.known(name)
    numbers, literal, norm = words.found["year"].keys() | words.found["nth"].keys(), lexicon.literal, words.norm
    return [
        at for at, mask in enumerate(words.mask) if mask & bits or at in numbers or (mask & literal and " " in norm[at])
    ]


def _longest(words: Words, at: int, stop: int) -> Match | None:
    """The longest match of a rule that holds good in its surroundings; a shorter one where that does not.

    None where a month with its preposition is the beginning of a day: *in [May 15] clashes*.
    """
    book = words.pack.book("time")
    match = book.at(words, at, stop)
    while match is not None and not sound(words, match):
        match = book.at(words, at, match.end - 1)
    if match is not None and match.rule.gives.get("make") == "month" and at + 1 < stop:
        inner = book.at(words, at + 1, stop)
        return None if inner is not None and inner.end > match.end and sound(words, inner) else match
    return match


def _is_to_come(words: Words, start: int, end: int) -> bool:
    """Whether the clause is of days to come: *will meet on Tuesday*, *On Tuesday the two sides will meet*.

    A perfect is not (*ska ha mötts på tisdagen*).
    """
    marks, mask = words.pack.marks, words.mask
    future = words.pack.lexicon.known("future")
    stops = marks.stop | marks.comma | marks.colon | marks.quote | marks.complementizer | marks.subordinator
    stops |= marks.relative
    first = start - 1 if start and mask[start - 1] & marks.preposition else start
    opens = first == 0 or first in words.breaks or mask[first - 1] & (marks.stop | marks.comma | marks.quote)
    before = range(start - 1, max(-1, start - 1 - CLAUSE), -1)
    behind = range(end, min(end + CLAUSE, len(words)) if opens else end)
    for way, ends in ((before, stops), (behind, stops | words.pack.groups.cue)):
        for at in way:
            if mask[at] & future:
                return not (mask[at + 1] if at + 1 < len(words) else 0) & marks.have
            if mask[at] & ends or at in words.breaks:
                break
    return False


def _opened(words: Words, match: Match, parts: dict[str, int]) -> tuple[int, dict[str, int]]:
    """Where the expression begins, with *since* or *until* before it, and its parts with what that makes of them.

    A clause about that very date leaves it as it is: *the worst attack since 2016, when nine people died*.
    """
    marks, mask = words.pack.marks, words.mask
    clause = any(mask[k] & (marks.relative | marks.subordinator) for k in range(match.end, len(words))[:2])
    ahead = 2 if match.start > 1 and mask[match.start - 1] & marks.preposition else 1
    for at in range(match.start, match.start - ahead - 1, -1):
        if at >= 0 and not any(k in words.breaks for k in range(at + 1, match.start + 1)):
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
            number = _listed(words, part.start, name)
            if number is not None:
                out[name] = number
    return out


def _listed(words: Words, at: int, name: str) -> int | None:
    if name == "decade":
        return _decade(words.norm[at])
    for entry in words.word[at].entries:
        if entry.list in TABLES.get(name, ()) and entry.values:
            value = entry.values[0]
            return UNITS[value] if value in UNITS else int(value)
    return None


def _decade(norm: str) -> int | None:
    """The first year of *1990s*, *90-talet*, *1800-talet*; *10-talet* may be of any century."""
    match = _DECADE.match(norm)
    if match is None or (match[1] is None and match[2] < "30"):
        return None
    return int((match[1] or "19") + match[2])
