"""The pieces of words that the tagger keeps, and the tokenizer made of them.

The encoder knows 250,000 pieces in a hundred languages. Kept are all single characters of the scripts a
report in a supported language may quote, every piece that the training texts use often, and of the rest the likeliest
in Latin script.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from training.encoder_file import EncoderFile

META = "\u2581"
SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW")


def tokenizer(pieces: list[tuple[str, float]], unknown: int) -> Tokenizer:
    """A tokenizer whose offsets are code points of the text as given."""
    out = Tokenizer(models.Unigram(pieces, unk_id=unknown, byte_fallback=False))
    out.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    out.pre_tokenizer = pre_tokenizers.Metaspace(replacement=META, prepend_scheme="always")
    return out


def kept(encoder: EncoderFile, texts: Iterable[str], size: int) -> list[int]:
    """The numbers of the pieces to keep, `size` at most, in the encoder's order; the same texts give the same list."""
    full = tokenizer(encoder.pieces, encoder.unknown)
    uses: Counter[int] = Counter()
    for encoding in full.encode_batch(list(texts), add_special_tokens=False):
        uses.update(encoding.ids)
    special = {encoder.start, encoder.pad, encoder.end, encoder.unknown}
    letters = {
        i for i, (piece, _) in enumerate(encoder.pieces) if len(piece.strip(META)) <= 1 and _fits(piece, SCRIPTS)
    }
    often = {i for i, n in uses.items() if n >= 2}
    first = special | letters | often
    rest = [i for i, (piece, _) in enumerate(encoder.pieces) if i not in first and _fits(piece, ("LATIN",))]
    rest.sort(key=lambda i: (-encoder.pieces[i][1], i))
    return sorted([*first, *rest[: max(0, size - len(first))]])


def _fits(piece: str, scripts: tuple[str, ...]) -> bool:
    """Whether every letter is of one of the scripts."""
    return all(_script(c).startswith(scripts) for c in piece if c.isalpha())


@lru_cache(maxsize=100_000)
def _script(character: str) -> str:
    return unicodedata.name(character, "")
