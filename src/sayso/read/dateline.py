"""The dateline before a report's first words: *KABUL (Reuters) —*, *Puyallup, Wash. —*."""

from __future__ import annotations

from sayso.read.line import Line

LONGEST = 14  # words


def body(line: Line) -> int:
    """The first word behind a dateline or a dialogue dash; the sentence's first word where there is none."""
    words, marks, part = line.words, line.words.pack.marks, line.sentence
    start = part.start
    if words.mask[start] & marks.dash and start + 1 < part.end:
        return start + 1
    if not part.first or not words.mask[start] & (marks.capital | marks.open):
        return start
    allowed = (
        marks.capital | marks.open | marks.close | marks.comma | marks.digits | marks.stop | marks.month | marks.place
        | marks.outlet | marks.conjunction
    )  # fmt: skip
    for at in range(start + 1, min(start + LONGEST, part.end - 1)):
        if _is_dash(line, at):
            return at + 1
        inside = words.mask[at - 1] & marks.open or words.norm[at] == "/"
        if not words.mask[at] & allowed and not inside:
            return start
    return start


def _is_dash(line: Line, at: int) -> bool:
    """A dash that stands apart from the word before it; two hyphens are one."""
    words = line.words
    apart = words.start[at] > words.end[at - 1]
    return bool(words.mask[at] & words.pack.marks.dash and apart) or words.norm[at] == "--"
