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
FUNCTION = 0.1  # share of function words below which a text is in none of the languages
KNOWN = 0.4  # the same for the score, in which words that one pack alone knows count too
CHARACTERS = 20_000


def guess(text: str, packs: Mapping[str, Pack]) -> str | None:
    """The code of the pack that knows most of the text's words; None where none fits or two fit as well.

    A function word counts for each pack that has it, and a word that one pack alone knows counts for that one too,
    so that neighbouring languages (*ett* and *et*) are told apart by what they do not share.
    """
    words = _words(text[:CHARACTERS], packs)
    if not words:
        return None
    function, score = dict.fromkeys(packs, 0), dict.fromkeys(packs, 0)
    bits = {code: _function_bits(pack) for code, pack in packs.items()}
    for word in words:
        masks = {code: pack.lexicon.word(word).mask for code, pack in packs.items()}
        knowing = [code for code, mask in masks.items() if mask & ~_shown(packs[code])]
        for code, mask in masks.items():
            function[code] += bool(mask & bits[code])
            score[code] += bool(mask & bits[code]) + (knowing == [code])
    ranked = sorted(packs, key=lambda code: (-score[code], code))
    best = ranked[0]
    tie = len(ranked) > 1 and score[ranked[1]] == score[best]
    enough = function[best] >= FUNCTION * len(words) and score[best] >= KNOWN * len(words)
    return best if enough and not tie else None


def _words(text: str, packs: Mapping[str, Pack]) -> list[str]:
    """The first words of a text, split as the first pack splits."""
    if not packs:
        return []
    first = packs[min(packs)]
    return [word for word in first.pattern.findall(text) if word[0].isalpha()][:SAMPLE]


def _function_bits(pack: Pack) -> int:
    bits = 0
    for name in CLASSES:
        bits |= pack.lexicon.known(name)
    return bits


def _shown(pack: Pack) -> int:
    """What the characters show and rules begin with: no sign that a pack knows the word."""
    marks = pack.marks
    return marks.capital | marks.digits | pack.lexicon.literal | marks.outlet
