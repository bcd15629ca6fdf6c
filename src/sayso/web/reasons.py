"""Reasons that reconciling gives, in the language of the interface: sentences found again by their pattern.

What events hold is English, as the contract has it. Here a sentence is matched to the pattern it was made of, and what
stood in the gaps is put into the translation. What a person wrote stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.web.words import Words, text

# The gaps by their name: what may stand in them. A name begins with anything but a small Latin letter, so that words
# that a person wrote are not taken for one of these sentences.
GAPS = {
    "n": r"-?[0-9]+(?:\.[0-9])?", "m": r"[0-9]+", "figure": r"[0-9]+", "id": r"e?[0-9a-f]{4,}",
    "day": r"[0-9][0-9/.-]*", "later": r"[0-9][0-9/.-]*", "place": r"[^a-z;][^;]*?", "other": r"[^a-z;][^;]*?",
    "name": r"[^\s;][^;]*?", "names": r"[^\s;][^;]*", "type": r"[a-z_]+", "kind": r"[a-z_]+", "effect": r"[a-z]+",
}  # fmt: skip
TERMS = frozenset({"type", "kind", "effect"})  # gaps that hold a word which has a translation of its own

PATTERNS = (
    text("one has no date"), text("neither has a date"), text("{day} can be {later}"), text("{day} is not {later}"),
    text("reported on {day}, before {later}"), text("the dates say more"), text("reported {n} days apart"),
    text("each is what its report is about"), text("told in passing, of the same day"), text("told in passing by one"),
    text("told in passing by both"), text("told in passing"), text("a place is told by one only"),
    text("neither has a place"), text("both in {place}"), text("both at {place}"),
    text("{place} and {other}: {n} km, and one is an area"), text("{place} and {other}: {n} km"),
    text("{place} can be written {other}"), text("{place} and {other} share a word"), text("{place} is not {other}"),
    text("a report tells {place} on {day} apart from the other"), text("neither the day nor the place is the same"),
    text("no report tells them apart"), text("{type} is no {kind}"), text("both tell of {type}"),
    text("{type} can be {kind}"), text("both tell of {n} {effect}"), text("no number of {effect} in common"),
    text("no numbers to compare"), text("no names in common"), text("both name {names}"),
    text("little wording in common"), text("{n} % of their wording in common"), text("{n} points"),
    text("{name} tells them apart"), text("the reports of the two have {n} points on the average"),
    text("judged different by {name}"), text("judged the same by {name}"), text("denied by {names}"),
    text("said of {name}; denied by {names}"), text("at least {figure} ({name})"),
    text("at least about {figure} ({name})"), text("about {figure} ({name})"), text("{figure} to {m} ({name})"),
    text("{id}: accepted"), text("{id}: rejected"), text("{id}: added by hand"), text("{id}: note"),
    text("{id}: coded by {name}"), text("{id}: reviewed, with {n} claims"), text("{id}: reviewed, with 1 claim"),
    text("one event: {names}"), text("two events: {names}"), text("not the same event: {names}"),
)  # fmt: skip
_NO_WORDS = re.compile(r"(?:[0-9][0-9/.-]*|[^a-z].*) \(.+\)")  # a figure, day or place and who says it


def said(words: Words, reason: str) -> str:
    """A reason in a language, sentence by sentence; one that is no pattern as it is."""
    if not words.texts:
        return reason
    whole = _said(words, reason)
    return whole if whole is not None else "; ".join(_said(words, one) or one for one in reason.split("; "))


def is_known(reason: str) -> bool:
    """Whether every sentence of a reason is made of a pattern, or has no words of its own."""
    return _matched(reason) is not None or all(_NO_WORDS.fullmatch(one) or _matched(one) for one in reason.split("; "))


def _said(words: Words, sentence: str) -> str | None:
    if sentence in words.texts:
        return words(sentence)
    found = _matched(sentence)
    if found is None:
        return None
    pattern, gaps = found
    return words(
        pattern, **{gap: words(value.replace("_", " ")) if gap in TERMS else value for gap, value in gaps.items()}
    )


def _matched(sentence: str) -> tuple[str, dict[str, str]] | None:
    """The first pattern that a sentence is made of, and what stands in its gaps."""
    for pattern, shape in _shapes():
        if found := shape.fullmatch(sentence):
            return pattern, found.groupdict()
    return None


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((one, re.compile(_shape(one))) for one in PATTERNS)


def _shape(pattern: str) -> str:
    parts = re.split(r"\{(\w+)\}", pattern)
    return "".join(f"(?P<{one}>{GAPS[one]})" if k % 2 else re.escape(one) for k, one in enumerate(parts))
