"""How a text falls into words: one pattern per pack, the same for texts, word-list forms and rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

PUNCTUATION = {
    ",": "comma", ":": "colon", ";": "semicolon", "(": "open", "[": "open", ")": "close", "]": "close",
    ".": "stop", "!": "stop", "?": "stop", "…": "stop", "...": "stop", "؟": "stop", "۔": "stop", "،": "comma",
    "-": "dash", "–": "dash", "—": "dash", "―": "dash", "‒": "dash",
    '"': "quote", "“": "quote", "”": "quote", "„": "quote", "»": "quote", "«": "quote", "‟": "quote", "＂": "quote",
    "''": "quote", "``": "quote",
    "'": "apostrophe", "’": "apostrophe", "‘": "apostrophe", "‚": "apostrophe", "›": "apostrophe", "‹": "apostrophe",
}  # fmt: skip
LINE_ENDS = "\n\u2028\u2029"  # LINE FEED, LINE SEPARATOR, PARAGRAPH SEPARATOR
HYPHEN_BREAK = re.compile(r"[-\u00ad](?:[ \t]*\r?\n[ \t]*)")
_LETTER = r"[^\W\d_]"
_MARK = r"[\u00ad\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d]"  # they belong to their letter


def word_pattern(clitics: Iterable[str], thousands: Iterable[str], decimal: str) -> re.Pattern[str]:
    """The pattern whose matches are the words, numbers, marks and line breaks of a text.

    A word may hold inner hyphens, apostrophes and full stops (*U.S.*, *t.ex.*); one that is broken over a line end
    with a hyphen before a small letter is one word. Clitics (*'s*) are words of their own.
    """
    both = {form for c in clitics for form in (c, c.upper())}  # *TODAY'S*
    clitic = "|".join(re.escape(c) for c in sorted(both, key=lambda c: (-len(c), c)))
    group = "|".join(re.escape(sign) for sign in thousands)
    point = re.escape(decimal)
    small = r"(?=[a-zà-öø-ÿа-яё])"
    # possessive all through: no part ever has to give back, and a word of a million parts costs no more a part
    letters = rf"{_LETTER}(?:[^\W_]++|{_MARK}++)*+"
    tail = ""
    if clitic:
        letters = rf"(?:{clitic})(?!{_LETTER})|{letters}"
        tail = rf"(?!(?:{clitic.replace(chr(39), '').replace('’', '')})(?!{_LETTER}))"
    inner = rf"['’]{tail}{_LETTER}++|[-‑/&]{_LETTER}\w*+"
    broken = rf"-[ \t]*+\r?\n[ \t]*+{small}{_LETTER}++"
    number = rf"\d++(?:{point}\d++)?+"
    if group:
        number = rf"\d{{1,3}}(?:(?:{group})\d{{3}}(?!\d))++|{number}"
    return re.compile(
        rf"(?:{_LETTER}\.){{2,}}+"
        rf"|(?:{letters})(?:{inner}|{broken})*+"
        rf"|(?:{number})(?:[:-]?{_LETTER}+(?:-{_LETTER}+)*)?"
        rf"|''|``|\r?[{LINE_ENDS}](?:[ \t\r\u00a0]*+[{LINE_ENDS}])*+"
        r"|\.{2,}+|[^\w\s]|_++|\S",
    )


def normal(written: str) -> str:
    """The form to look up: lower-cased, line-end hyphens mended, typographic apostrophes plain, soft hyphens gone.

    Never empty, and not always as long as what is written (*İ*): offsets come from the text, never from here.
    """
    norm = written.lower()
    if "\n" in norm:
        norm = HYPHEN_BREAK.sub("", norm)
    if norm.isascii():
        return norm
    return norm.replace("’", "'").replace("\u00ad", "").replace("‑", "-") or written


def splitter(pattern: re.Pattern[str]) -> Callable[[str], tuple[str, ...]]:
    """A function from a form to its words, split as a text would be; `*` stays with its word."""

    def split(form: str) -> tuple[str, ...]:
        if "*" in form or form.isalpha():
            return (form,)
        return tuple(word.replace("’", "'") for word in pattern.findall(form))

    return split
