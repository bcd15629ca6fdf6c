"""What the ledger keeps of a reading beside its claims: names, the sketch of the text, whose report it says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from rensa import RMinHash

from sayso.core.report import Report, share_id
from sayso.run.pipeline import Read

PERMUTATIONS = 128  # a resemblance of one half is then known to about ±0.045
SEED = 1945
SHINGLE = 3  # words
SHORTEST = 20  # words; a text of fewer resembles others by chance

KEPT = 32  # particulars of a text, those with the least hashes, so that of two texts the same ones are kept

_WORD = re.compile(r"\w+")
_PARTING = {code: " " for code in range(128) if not _WORD.match(chr(code))}  # ASCII that stands in no word
_MARKS = "".join(map(chr, _PARTING)) + "“”„»«’‘–—…"


def report(read: Read, key: str) -> Report:
    """The report of one read document under its key in the ledger."""
    record = read.record
    return Report(
        key=key,
        id=record.id,
        language=record.language,
        published=record.published,
        publisher=record.publisher,
        title=record.title,
        claims=record.claims,
        names=read.reading.names,
        sketch=sketch(read.document.text),
        particulars=particulars(read.document.text),
        credits=read.reading.credits,
        codes=read.reading.codes,
        shares=tuple(_shares(read)),
    )


def _shares(read: Read) -> Iterator[str]:
    """The casualties whose words say that they are some of those counted elsewhere."""
    some = {toll.span for toll in read.reading.tolls if toll.share}
    for claim in read.record.claims:
        yield from (share_id(claim, k) for k, one in enumerate(claim.casualties) if some.intersection(one.span))


def sketch(text: str) -> tuple[int, ...]:
    """The MinHash of a text's shingles of three words (Broder 1997); empty where the text is too short for one."""
    words = _words(text.casefold())
    if len(words) < SHORTEST:
        return ()
    made = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    made.update([" ".join(shingle) for shingle in zip(words, words[1:], words[2:], strict=False)])
    return tuple(made.digest())


def _words(text: str) -> list[str]:
    """The words of a text; where it is all ASCII the same are had in half the time."""
    if text.isascii():
        return text.translate(_PARTING).split()
    words: list[str] = _WORD.findall(text)
    return words


def particulars(text: str) -> tuple[int, ...]:
    """Hashes of the numbers in a text and of its words with a capital inside a sentence: who, where, how many.

    A script without capitals has the numbers alone.
    """
    words = text.replace("\n", " . ").split()  # a line opens a sentence
    named = {
        word.strip(_MARKS)
        for before, word in zip(["", *words], words, strict=False)
        if word[0].isdigit() or (word[0].isupper() and (before[-1:].isalnum() or before[-1:] == ","))
    }
    return tuple(sorted(crc32(word.encode()) for word in named)[:KEPT])
