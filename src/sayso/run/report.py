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
SHORTEST = 20  # words; a text of fewer resembles others by chance

KEPT = 32  # particulars of a text, those with the least hashes, so that of two texts the same ones are kept

_WORD = re.compile(r"\w+")
_LATIN = "latin-1"
_PARTED = bytes(code if _WORD.match(chr(code)) else ord(" ") for code in range(256))  # a blank for what is in no word
_DASHES = "—–“”’‘…"  # that English and its neighbours write, and Latin-1 lacks
_MARKS = "".join(chr(code) for code in range(128) if not _WORD.match(chr(code))) + "“”„»«’‘–—…"


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
    made.update(list(map(" ".join, zip(words, words[1:], words[2:], strict=False))))
    return tuple(made.digest())


def _words(text: str) -> list[str]:
    """The words of a text; where it is in Latin letters the same are had in half the time."""
    latin = _latin(text)
    if latin is not None:
        return latin.translate(_PARTED).decode(_LATIN).split()
    words: list[str] = _WORD.findall(text)
    return words


def _latin(text: str) -> bytes | None:
    """A text as Latin-1, dashes and quotation marks as blanks; None where it has other signs."""
    try:
        return text.encode(_LATIN)
    except UnicodeEncodeError:
        for sign in _DASHES:
            text = text.replace(sign, " ")
    try:
        return text.encode(_LATIN)
    except UnicodeEncodeError:
        return None


def particulars(text: str) -> tuple[int, ...]:
    """Hashes of the numbers in a text and of its words with a capital inside a sentence: who, where, how many.

    A script without capitals has the numbers alone.
    """
    words = text.replace("\n", " . ").split()  # a line opens a sentence
    named = {
        word.strip(_MARKS)
        for at, word in enumerate(words)
        if not (first := word[0]).islower()  # most are, and are passed over at once
        and (first.isdigit() or (first.isupper() and at and ((end := words[at - 1][-1]).isalnum() or end == ",")))
    }
    return tuple(sorted([crc32(word.encode()) for word in named])[:KEPT])
