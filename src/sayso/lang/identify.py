"""Which language a text is in: by its commonest words where they leave no doubt, else by a trained model.

The model is py3langid's, over the languages of `tongue.tsv`. It takes most of a second and 120 MB to load, so that it
is loaded only for a text whose words do not tell: a headline, a short text, a language with no words in the table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import cache

from sayso.lang.tongue import WORD, common, tongues

CHARACTERS = 10_000  # looked at for words
TRIED = 3_000  # characters that the model is shown
SHARE = 0.12  # of all words: fewer that are common ones show no language
LEAD = 3  # common words that a language must have and a rival not
LEAD_TIMES = 4  # how many times as many they must be as those that the rival has and it does not
LIKELY = 0.35  # probability below which the model's answer is none
NO_LANGUAGE = "zxx"  # the model's label for what is no language, as ISO 639-2 has it


def identify(text: str) -> str | None:
    """The code of a text's language, also of one that no pack reads; None where nothing tells."""
    words = WORD.findall(text[:CHARACTERS].lower())
    return evident(words) or (trained(text) if words else None)


def evident(words: Collection[str]) -> str | None:
    """The language whose common words leave no rival among some words in small letters, or None."""
    found = common(words)
    if not found:
        return None
    hits = {code: sum(times.values()) for code, times in found.items()}
    best = min(hits, key=lambda code: (-hits[code], code))
    clear = all(_ahead(found[best], found[code]) for code in found if code != best)
    return best if clear and hits[best] >= max(LEAD, SHARE * len(words)) else None


def _ahead(first: Mapping[str, int], second: Mapping[str, int]) -> bool:
    """Whether words that only the first language has speak for it, and hardly any for the second."""
    lead = sum(times for word, times in first.items() if word not in second)
    against = sum(times for word, times in second.items() if word not in first)
    return lead >= max(LEAD, LEAD_TIMES * against)


def trained(text: str) -> str | None:
    """What the model says, each language weighed by how common it is; None where it is unsure or sees no language."""
    weights = {label: (tongue.code, tongue.weight) for tongue in tongues().values() for label in tongue.labels}
    likely: defaultdict[str, float] = defaultdict(float)
    for label, probability in _model()(text[:TRIED]):
        code, weight = weights.get(label, ("", 1.0))
        likely[code] += weight * probability
    best = min(likely, key=lambda code: (-likely[code], code))
    return best or None if likely[best] >= LIKELY * sum(likely.values()) else None


@cache
def _model() -> Callable[[str], list[tuple[str, float]]]:
    """The labels of the model with their probabilities, for a text."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 -- slow to load, and seldom needed

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = {label for tongue in tongues().values() for label in tongue.labels}
    model.set_languages([label for label in model.labels if label in known or label == NO_LANGUAGE])
    rank: Callable[[str], list[tuple[str, float]]] = model.rank
    return rank
