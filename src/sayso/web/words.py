"""The words of the interface: English as it stands in the source, other languages from catalogues beside this file.

A catalogue is a folder `words/CODE/` of .po files, the form that translators know. A text without a translation stays
as it is; a test holds every catalogue complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from sayso.web.po import read_po

SOURCE = "words/source.txt"  # the code and name of the language in which the source is written


class Words(NamedTuple):
    """One language of the interface: its code, its own name for itself, and what it has for each English text."""

    code: str
    name: str
    texts: Mapping[str, tuple[str, ...]]

    def __call__(self, text: str, **values: object) -> str:
        """A text in this language, with values put in where it has `{name}`."""
        found = self.texts.get(text, (text,))[0]
        return found.format(**values) if values else found

    def number(self, one: str, many: str, n: int, **values: object) -> str:
        """*{n} report* or *{n} reports*, whichever the number takes; `n` itself is put in with its thousands apart."""
        forms = self.texts.get(one, (one, many))
        return forms[0 if n == 1 else -1].format(n=self.figure(n), **values)

    def figure(self, n: int) -> str:
        """A number with its thousands apart, as this language parts them."""
        return f"{n:,}".replace(",", self(","))


@lru_cache(maxsize=1)
def catalogues() -> Mapping[str, Words]:
    """Every language of the interface by its code, that of the source first."""
    folder = files("sayso.web")
    code, _, name = (folder / SOURCE).read_text("utf-8").strip().partition(" ")
    out = {code: Words(code, name, {})}
    for one in sorted((folder / "words").iterdir(), key=lambda path: path.name):
        if one.is_dir():
            texts: dict[str, tuple[str, ...]] = {}
            for path in sorted(one.iterdir(), key=lambda path: path.name):
                texts |= read_po(path.read_text("utf-8"), f"{one.name}/{path.name}")
            out[one.name] = Words(one.name, texts[name][0] if name in texts else one.name, texts)
    return out


def preferred(accepted: str, chosen: str | None, there: Iterable[str]) -> str:
    """The code of the language to answer in: the one chosen, else the first of those accepted, else the source's."""
    codes = list(there)
    if chosen in codes:
        return str(chosen)
    for tag in _by_weight(accepted):
        if (base := tag.partition("-")[0]) in codes:
            return base
    return codes[0]


def _by_weight(accepted: str) -> list[str]:
    """The tags of an Accept-Language header, those most wanted first."""
    weighed = []
    for k, one in enumerate(accepted.lower().split(",")[:20]):
        tag, _, rest = one.strip().partition(";")
        weight = re.fullmatch(r"\s*q=([01](?:\.[0-9]{0,3})?)\s*", rest)
        weighed.append((-float(weight[1]) if weight else -1.0, k, tag.strip()))
    return [tag for weight, _, tag in sorted(weighed) if weight]


def text(english: str) -> str:
    """A text that is shown to people later, marked so that catalogues are held to have it."""
    return english
