"""Languages without a pack: the tagger says who says what, and what that means is left open."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import islice
from pathlib import Path

import msgspec

from sayso.lang.pack import Pack, load
from sayso.run.packs import shared_lists, shared_names

SCRIPT = "LATIN"  # the only one of whose words the tagger has vectors
ENOUGH = 500  # letters that tell in what script a text is


@cache
def bare(code: str) -> Pack:
    """A pack of no words but the names of outlets, for a language that has none of its own."""
    empty = load(Path(str(files("sayso") / "reference" / "bare")), shared_lists(), shared_names())
    settings = msgspec.structs.replace(empty.settings, code=code)
    return Pack(empty.folder, settings, empty.entries, empty.rules, empty.naming)


def pack_for(code: str, packs: Mapping[str, Pack], *, tagged: bool) -> Pack | None:
    """The pack to read a language with; a bare one where a tagger reads and there is none; else None."""
    pack = packs.get(code)
    return bare(code) if pack is None and tagged else pack


def is_known_script(text: str) -> bool:
    """Whether most letters of a text are of a script that the tagger knows."""
    letters = list(islice((c for c in text if c.isalpha()), ENOUGH))
    return 2 * sum(unicodedata.name(c, "").startswith(SCRIPT) for c in letters) > len(letters)
