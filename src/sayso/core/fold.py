"""A name folded for comparison: case, marks over letters and the small signs inside names do not tell names apart."""

from __future__ import annotations

import re
import unicodedata

_INNER = re.compile(r"[^\w]+|_+")


def fold(name: str) -> str:
    """Lower case without marks, parts joined by single spaces: *Deir ez-Zor*, *Dêir ez Zor* are `deir ez zor`."""
    if name.isascii():
        plain = name.lower()
    else:
        taken_apart = unicodedata.normalize("NFKD", name.casefold())
        plain = "".join(sign for sign in taken_apart if not unicodedata.combining(sign))
    return _INNER.sub(" ", plain).strip()
