"""Numbers in digits and words."""

from __future__ import annotations

import re

from sayso.read.words import Words

HUNDRED = 100
_DIGITS = re.compile(r"\d+")
_LIMIT = 10**12


def find(words: Words) -> None:
    """Note every number: the word it begins at, where it ends, its value (a whole number)."""
    marks = words.pack.marks
    wanted = marks.digits | marks.number
    mask, found = words.mask, words.found["number"]
    at, total = 0, len(words)
    while at < total:
        end = at + 1
        if mask[at] & wanted:
            end, value = _number(words, at)
            if value is not None:
                found[at] = (end, value)
        elif not mask[at]:
            compound = _compound(words, at)
            if compound is not None:
                found[at] = (end, compound)
        at = max(end, at + 1)


def _number(words: Words, at: int) -> tuple[int, int | None]:
    value = _one(words, at)
    end = at + 1
    if value is None:
        return end, None
    total, part = 0.0, value
    while end < len(words):
        step = end
        following = _one(words, step) if words.mask[step] & (words.pack.marks.number) else None
        if following is None and words.mask[step] & words.pack.marks.conjunction and step + 1 < len(words):
            # "two hundred and fifty": the conjunction binds only a smaller number word behind a hundred or more
            after = _one(words, step + 1) if words.mask[step + 1] & words.pack.marks.number else None
            if after is None or part < HUNDRED or after >= part or words.mask[at] & words.pack.marks.digits:
                break
            step, following = step + 1, after
        if following is None:
            break
        if following >= HUNDRED and following > part:
            part *= following
        elif following < part and part >= 20 and (part % (10 ** len(str(int(following))))) == 0:
            part += following
        else:
            break
        end = step + 1
    total += part
    return end, int(total) if total < _LIMIT else None


def _one(words: Words, at: int) -> float | None:
    if words.mask[at] & words.pack.marks.digits:
        return _digits(words, words.norm[at])
    entry = words.word[at].entry("number")
    return float(entry.values[0]) if entry else None


def _digits(words: Words, norm: str) -> float | None:
    settings = words.pack.settings
    plain = norm
    for sign in settings.thousands:
        plain = plain.replace(sign, "")
    if _DIGITS.fullmatch(plain) and plain.isascii():
        return float(plain) if len(plain) <= 12 else None
    whole, point, rest = norm.partition(settings.decimal)
    if point and whole.isdecimal() and rest.isdecimal() and len(whole) <= 9 and len(rest) <= 9:
        return float(f"{int(whole)}.{rest if rest.isascii() else 0}")
    return float(int(plain)) if plain.isdecimal() and len(plain) <= 12 else None


def _compound(words: Words, at: int) -> int | None:
    """*tjugofem*, *twenty-five*, *trehundra*: two number words written as one."""
    norm = words.norm[at].replace("-", "")
    lexicon, number = words.pack.lexicon, words.pack.marks.number
    if not 5 <= len(norm) <= 24 or not norm.isalpha():
        return None
    for cut in range(len(norm) - 2, 2, -1):
        first, second = lexicon.exact(norm[:cut], "number"), lexicon.exact(norm[cut:], "number")
        if first and second and number:
            a, b = int(first.values[0]), int(second.values[0])
            if a >= 20 and a % 10 == 0 and b < 10:
                return a + b
            if b >= HUNDRED and a < b:
                return a * b
    return None
