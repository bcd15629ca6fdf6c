"""Which language a text is in, from the packs' own function words; no answer rather than a wild one."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.lang.pack import Pack

CLASSES = (
    "determiner",
    "preposition",
    "conjunction",
    "subordinator",
    "complementizer",
    "pronoun",
    "be",
    "have",
    "modal",
    "negation",
)
SAMPLE = 600  # words looked at
LEAST = 0.22  # share of function words below which a text is in none of the languages
CHARACTERS = 20_000


def guess(text: str, packs: Mapping[str, Pack]) -> str | None:
    """The code of the pack whose function words the text uses most; None where none fits. Words count once each way."""
    shares = {code: _share(text[:CHARACTERS], pack) for code, pack in packs.items()}
    best = max(sorted(shares), key=lambda code: shares[code], default=None)
    return best if best is not None and shares[best] >= LEAST else None


def _share(text: str, pack: Pack) -> float:
    bits = 0
    for name in CLASSES:
        bits |= pack.lexicon.known(name)
    letters = [word for word in pack.pattern.findall(text) if word[0].isalpha()][:SAMPLE]
    known = sum(1 for word in letters if pack.lexicon.word(word).mask & bits)
    return known / max(len(letters), 1)
