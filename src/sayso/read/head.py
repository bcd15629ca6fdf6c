"""The date and the country at a report's head, in a dateline or on a line of its own: *KABUL (Nov. 20, 2011)*."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from sayso.core.reading import Time, Trigger
from sayso.read.dateline import body
from sayso.read.line import Line

COUNTRIES = ("place", "state")  # lists whose first column is a country
REACH = 1000  # characters: a head's date stands no further into the text
LONGEST = 90  # characters before it on its line
NEAR = 300  # characters behind a day and month in which their year may stand
_LINE = re.compile(r"[\n\r\u2028\u2029]")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_WORD = re.compile(r"[^\W\d_]+")
# behind it a bracket, an agency in brackets, and then a dash, a colon or the end of the line
_BEHIND = re.compile(r"\s?[)\]]?,?[ \t\xa0]*(?:\([^()\n]{1,60}\))?[ \t\xa0]*(?:[-–—:]|[\n\r\u2028\u2029]|$)")


def date(text: str, times: Iterable[Time], triggers: Iterable[Trigger]) -> Time | None:
    """The first such date; None where there is none, or where its line tells of an event, whose date it then is.

    A day and month alone are of the year that stands nearest in the head (*2012-06-S-026 … KABUL (June 14) —*).
    """
    told = [one.span.start for one in triggers if one.span.start < REACH + LONGEST]
    for time in times:
        start = time.span.start
        if start > REACH:
            return None
        if time.make != "date" or time.parts.keys() & {"d2", "open"}:
            continue
        line = max((end.end() for end in _LINE.finditer(text, max(0, start - LONGEST), start)), default=0)
        before = text[line:start]
        if (line == 0 and start > LONGEST) or any(word[0].islower() for word in _WORD.findall(before)):
            continue
        if _BEHIND.match(text, time.span.end) and not any(line <= at < start for at in told):
            return _with_year(time, text)
    return None


def _with_year(time: Time, text: str) -> Time | None:
    if "y" in time.parts:
        return time
    years = [year.group() for year in _YEAR.finditer(text, 0, time.span.start)][-1:]
    years += [year.group() for year in _YEAR.finditer(text, time.span.end, time.span.end + NEAR)][:1]
    return msgspec.structs.replace(time, parts={**time.parts, "y": int(years[0])}) if years else None


def country(lines: Iterable[Line]) -> str | None:
    """The country of the place that a report was filed from, as the lists of places and states have it."""
    for line in lines:
        words, start = line.words, line.sentence.start
        if line.sentence.first and (end := body(line)) > start:
            forms = (form for at in range(start, end) for form in (words.written(at), words.written(at).capitalize()))
            entries = (words.pack.lexicon.exact(form, name) for form in forms for name in COUNTRIES)
            return next((entry.values[0] for entry in entries if entry is not None and entry.values), None)
    return None
