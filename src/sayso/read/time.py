"""Dates and times as written: which rule made them and of what parts. What day they mean is for `claim` to say."""

from __future__ import annotations

from sayso.lang.rule import Match
from sayso.read.words import Words

TABLES = {"month": 0, "weekday": 0, "relative_day": 0, "season": 0, "ordinal": 0, "time_unit": 0}


def find(words: Words) -> None:
    """Note every time expression: the word it begins at, where it ends, what it makes and of which parts."""
    book = words.pack.book("time")
    found, numbers = words.found["time"], words.found["number"]
    at, total = 0, len(words)
    trigger, mask = book.trigger, words.mask
    while at < total:
        end = at + 1
        if mask[at] & trigger or at in numbers:
            match = book.at(words, at, total)
            if match is not None and not _year_alone(words, match):
                found[at] = (match.end, (str(match.rule.gives.get("make", "none")), _parts(words, match), match.rule.name))
                end = match.end
        at = end


def _year_alone(words: Words, match: Match) -> bool:
    """A number that could be a year but is not one: outside 1000–2999."""
    if match.rule.gives.get("make") != "year":
        return False
    value = next((part.value for part in match.parts.values() if isinstance(part.value, int)), 0)
    return not 1000 <= value < 3000  # noqa: PLR2004


def _parts(words: Words, match: Match) -> dict[str, int]:
    """The numbers a rule's parts stand for: the value of a number, or the first column of a list's entry."""
    out: dict[str, int] = {key: value for key, value in match.rule.gives.items() if isinstance(value, int)}
    for name, part in match.parts.items():
        if isinstance(part.value, int):
            out[name] = part.value
        elif part.value is None and part.end == part.start + 1:
            number = _listed(words, part.start)
            if number is not None:
                out[name] = number
    return out


UNITS = {"minute": 0, "hour": 0, "day": 1, "week": 7, "month": 30, "year": 365}


def _listed(words: Words, at: int) -> int | None:
    for entry in words.word[at].entries:
        if entry.list in TABLES and entry.values:
            value = entry.values[0]
            if value in UNITS:
                return UNITS[value]
            return int(value)
    return None
