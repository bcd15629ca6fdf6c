"""Text whose encoding was mistaken before it came here, put right where there is no doubt, and told.

Three mistakes: UTF-8 decoded as something else and saved again (*mÃ¤n* for *män*), bytes of an older encoding of
Cyrillic or Arabic, and UTF-16 without a mark.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from sayso.lang.tongue import WORD, common

OLDER = ("cp1251", "koi8-r", "cp1256")  # beside Windows-1252, which is what is taken where none of them fits better
FITS = 3  # common words of one language, spelt with letters that are not ASCII, by which an encoding is known
LEAD = 3  # how many times as many as with any other encoding
SPACES = 0.05  # of the characters of a text in UTF-16
PROOF = 2  # pairs of signs such as UTF-8 makes where it is read as something else; one may be meant
_LOOKED_AT = 20_000  # bytes

# a lead byte of UTF-8 with the byte behind it, as Windows-1252 or Latin-1 show them, or Windows-1251; that it begins
# with one set of signs, whichever it is, makes it twice as fast
_SUSPECT = re.compile(
    "[\u00c2-\u00f4РС](?:(?<=[\u00c2-\u00f4])[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
    "|(?<=[РС])[\u0402-\u040f\u0452-\u045f\u00a0-\u00bb‚„…†‡€‰‘-”•–—™])"
)


class Mended(NamedTuple):
    """A text, and how it was put right."""

    text: str
    told: str


def mended(text: str) -> Mended | None:
    """The text with UTF-8 that was decoded as something else decoded again, line by line; None where there is none."""
    if text.isascii() or sum(1 for _ in islice(_SUSPECT.finditer(text), PROOF)) < PROOF:
        return None
    import ftfy  # noqa: PLC0415 -- slow to load, and seldom needed

    config = ftfy.TextFixerConfig(replace_lossy_sequences=False)
    lines = text.split("\n")
    new = [ftfy.fix_encoding(line, config) if _SUSPECT.search(line) else line for line in lines]
    changed = [(old, now) for old, now in zip(lines, new, strict=True) if old != now]
    if not changed:
        return None
    where = "1 line" if len(changed) == 1 else f"{len(changed)} lines"
    told = f"{where} had been decoded wrongly before and {'was' if len(changed) == 1 else 'were'} put right"
    return Mended("\n".join(new), f"{told}: {_sample(*changed[0])}")


def _sample(old: str, now: str) -> str:
    """The first word that was mended, as it was and as it is."""
    pairs = zip(old.split(" "), now.split(" "), strict=False)
    before, after = next(((a, b) for a, b in pairs if a != b), (old, now))
    return f"{before[:40]!r} to {after[:40]!r}"


def older(raw: bytes) -> str | None:
    """The encoding of Cyrillic or Arabic by which bytes that are not UTF-8 become words; None where none does."""
    head = raw[:_LOOKED_AT]
    fits = {name: _fit(head.decode(name, errors="replace")) for name in ("cp1252", *OLDER)}
    best = max(OLDER, key=fits.__getitem__)
    rest = max(fit for name, fit in fits.items() if name != best)
    return best if fits[best] >= max(FITS, LEAD * rest) else None


def _fit(text: str) -> int:
    """How many words not in ASCII are common ones of the language that has most of them."""
    found = common(word for word in WORD.findall(text.lower()) if not word.isascii())
    return max((sum(times.values()) for times in found.values()), default=0)


def unmarked(raw: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where bytes with NULs among them are a text in it without a mark; else None."""
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = raw.decode(name)
        except UnicodeDecodeError:
            continue
        spaces = sum(text.count(sign) for sign in " \n")
        if spaces >= SPACES * len(text) and all(c >= " " or c in "\t\n\r\f" for c in text):
            return name
    return None
