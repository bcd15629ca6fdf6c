"""The dateline before a report's first words: *KABUL (Reuters) —*, *Puyallup, Wash. —*, *KABUL (Nov. 20, 2011)*."""

from __future__ import annotations

from sayso.read.line import Line

LONGEST = 20  # words and marks
NOTE = 40  # words and marks in a note of the desk's own behind it: *[communique of the armed forces]*
DAYS = frozenset({"date", "weekday", "relative_day"})  # what a bracket that ends a dateline holds


def body(line: Line) -> int:
    """The first word behind a dateline or a dialogue dash; the sentence's first word where there is none."""
    words, marks, part = line.words, line.words.pack.marks, line.sentence
    start = part.start
    if words.mask[start] & marks.dash and start + 1 < part.end:
        return start + 1
    if not part.first or (words.cased and not words.mask[start] & (marks.capital | marks.open)):
        return start
    end = _end(line)
    return _behind_notes(line, end) if end > start else start


def _end(line: Line) -> int:
    """The word behind the dash, or behind a bracket with a day in it; the first word where there is neither.

    A text all in capitals shows no names: there a dateline holds a day or a bracket, and no verb.
    """
    words, marks, part = line.words, line.words.pack.marks, line.sentence
    start, last = part.start, min(part.start + LONGEST, part.end - 1)
    shown, inside = words.cased, False
    for at in range(start, last):
        inside = (inside or bool(words.mask[at] & marks.open)) and not words.mask[at] & marks.close
        if at > start and not inside and _is_dash(line, at):
            return _behind_dashes(line, at) if shown else start
        if at > start and (_closes_day(line, start, at) or _closes_credit(line, start, at)):
            behind = bool(words.mask[at + 1] & marks.colon) or _is_dash(line, at + 1)
            return _behind_dashes(line, at + 1) if behind else at + 1
        if not _allowed(line, at) and not inside:
            return start
        shown = shown or inside or at in words.found["time"]
    return start


def _allowed(line: Line, at: int) -> bool:
    """Whether a word can stand in a dateline."""
    words, marks = line.words, line.words.pack.marks
    allowed = (
        marks.capital | marks.open | marks.close | marks.comma | marks.digits | marks.stop | marks.month | marks.place
        | marks.outlet | marks.conjunction
    )  # fmt: skip
    if words.mask[at] & allowed or words.norm[at] == "/":
        return True
    return not words.cased and not words.mask[at] & (words.pack.groups.verb | marks.determiner)


def _is_dash(line: Line, at: int) -> bool:
    """A dash that stands apart from the word before it; two hyphens are one."""
    words = line.words
    apart = words.start[at] > words.end[at - 1]
    return bool(words.mask[at] & words.pack.marks.dash and apart) or words.norm[at] == "--"


def _behind_dashes(line: Line, at: int) -> int:
    """The word behind a dash that may be written as two hyphens."""
    words = line.words
    while at + 1 < line.sentence.end and words.mask[at] & words.pack.marks.dash:
        at += 1
    return at


def _closes_day(line: Line, start: int, at: int) -> bool:
    """Whether the bracket that closes at a word holds a day and nothing else."""
    words, marks, times = line.words, line.words.pack.marks, line.words.found["time"]
    if not words.mask[at] & marks.close:
        return False
    for first in range(start, at):
        if words.mask[first] & marks.open and first + 1 in times:
            end, value = times[first + 1]
            return end == at and isinstance(value, tuple) and value[0] in DAYS
    return False


def _closes_credit(line: Line, start: int, at: int) -> bool:
    """Whether the bracket that closes at a word holds outlets alone, and a capital or a mark stands behind it."""
    words, marks = line.words, line.words.pack.marks
    if not words.mask[at] & marks.close or not words.mask[at + 1] & (marks.capital | marks.colon | marks.quote):
        return False
    first = next((k for k in range(at - 1, start, -1) if words.mask[k] & marks.open), at)
    return at - first > 1 and all(words.mask[k] & (marks.outlet | marks.comma) for k in range(first + 1, at))


def _behind_notes(line: Line, at: int) -> int:
    """The word behind notes in square brackets."""
    words, end = line.words, line.sentence.end
    while at + 1 < end and words.norm[at] == "[":
        close = next((k for k in range(at, min(at + NOTE, end - 1)) if words.norm[k] == "]"), None)
        if close is None:
            return at
        at = close + 1
    return at
