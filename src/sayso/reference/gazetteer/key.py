"""The form in which a name is looked up: what spellings of one name in one script have in common."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

_LETTERS = "ø:o ł:l đ:d ð:d þ:th æ:ae œ:oe ı:i ħ:h ə:a ى:ي ی:ي ې:ي ک:ك ة:ه ё:е"  # each with what it is looked up as
_BLANKS = "-‐‑–—_/,\u00a0"
_NOTHING = "'’‘`´ʻʼʿʾʹ.\u00adـ"
_SAME = str.maketrans(
    dict(pair.split(":") for pair in _LETTERS.split()) | dict.fromkeys(_BLANKS, " ") | dict.fromkeys(_NOTHING, "")
)
_SAINT = re.compile(r"\b(s)ain(t)e?\b")


def key(name: str) -> str:
    """Lower case, without accents, points and apostrophes, with blanks for hyphens; never raises."""
    low = name.casefold()
    if not low.isascii():
        low = "".join(c for c in normalize("NFKD", low) if not combining(c))
    low = low.translate(_SAME)
    if "saint" in low:
        low = _SAINT.sub(r"\1\2", low)
    return " ".join(low.split())
