"""Score the tagger's names (person, organisation, place) on sentences marked by others: span F1, edges and kind exact.

python -m training.names ../shared/data/ner.sv.talbanken.dev.iob2.gz FOLDER
python -m training.names ../shared/data/ner.sv.talbanken.train.iob2.gz FOLDER --last 600   # not trained on
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from sayso.reference.tagger.weights import Weights
from sayso.reference.tagger.windows import bare
from training.corpora import KINDS, named

Name = tuple[int, int, str]
WORD = re.compile(r"\w+(?:[-’']\w+)*|[^\w\s]")
INITIALS = re.compile(r"(?:(?<!\w)[^\W\d_]\. ?)+\Z")


def main() -> None:
    """Print precision, recall and F1, by kind and in all."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("--last", type=int, default=0, help="only so many sentences, the last")
    given = options.parse_args()
    weights = Weights(given.folder)
    marked: list[set[Name]] = []
    found: list[set[Name]] = []
    for text in list(named(given.gold, word=1, column=2))[-given.last :]:
        marked.append(set(text.names or ()))
        found.append(names(weights, text.text))
    for kinds in (*((kind,) for kind in KINDS), KINDS):
        pairs = [
            ({n for n in m if n[2] in kinds}, {n for n in f if n[2] in kinds})
            for m, f in zip(marked, found, strict=True)
        ]
        right, gold, guess = (sum(map(len, part)) for part in zip(*((m & f, m, f) for m, f in pairs), strict=True))
        precision, recall = right / max(1, guess), right / max(1, gold)
        both = 2 * right / max(1, gold + guess)
        print(f"{' '.join(kinds):12} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * both:5.1f}  of {gold}")


def names(weights: Weights, text: str) -> set[Name]:
    """The names of a sentence. A name begins where the likeliest tag says so, or where its kind changes.

    It holds whole words, parted by no hyphen, and has the kind of its first token that is tagged. Initials belong to
    the name behind them: *A. I. Rabin*.
    """
    ids, raw = weights.tokens(text)
    offsets = bare(text, raw)
    tags = weights.names(ids).argmax(-1).tolist()
    out: list[Name] = []
    before = 0
    for word in WORD.finditer(text):
        tag = next((t for t, (s, e) in zip(tags, offsets, strict=True) if t and s < word.end() and e > word.start()), 0)
        kind = KINDS[(tag - 1) // 2] if tag else ""
        if tag:
            follows = before and tag % 2 == 0 and out[-1][2] == kind
            out = [*out[:-1], (out[-1][0], word.end(), kind)] if follows else [*out, (word.start(), word.end(), kind)]
        before = tag
    return set(_with_initials(text, out))


def _with_initials(text: str, names: list[Name]) -> list[Name]:
    out: list[Name] = []
    for start, end, kind in names:
        before = INITIALS.search(text[:start]) if kind == "PER" else None
        first = before.start() if before else start
        out = [*(one for one in out if one[1] <= first), (first, end, kind)]
    return out


if __name__ == "__main__":
    main()
