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
_UNFOLDED = "ßµ"  # whose folded forms have no place of their own in Latin-1
_FOLDED = bytes(  # what is in a word as it compares, and a blank for all else
    ord(sign if sign in _UNFOLDED else sign.lower()) if _WORD.match(sign) else ord(" ") for sign in map(chr, range(256))
)
_DASHES = "—–“”’‘…"  # that English and its neighbours write, and Latin-1 lacks

_MARKS = "".join(chr(code) for code in range(128) if not _WORD.match(chr(code))) + "“”„»«’‘–—…"
_BLANKS = (  # that part words otherwise than by one plain blank, on one line
    "  ", *"\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a",
    *"\u2028\u2029\u202f\u205f\u3000",
)  # fmt: skip
_ASCII_BLANKS = tuple(filter(str.isascii, _BLANKS))
_RAISED = (  # digits that make no decimal numbers: raised, lowered, in circles, of old scripts
    "²³¹\u1369-\u1371\u19da\u2070-\u2079\u2080-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\U00010a40-\U00010a43"
    "\U00010e60-\U00010e68\U00011052-\U0001105a\U0001f100-\U0001f10a"
)
_TELLING = re.compile(
    r"[^\x00-/:-@\[-\x7f]"  # a capital, a digit, or what is not ASCII
    rf"(?:(?<=[^\W_] .)|(?<=, .)|(?<!\S.)(?<=[\d{_RAISED}]))"  # inside a sentence; a digit anywhere
    rf"\S*(?<![{re.escape(_MARKS)}])",
    re.DOTALL,
)


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
    words = _words(text)
    if len(words) < SHORTEST:
        return ()
    made = RMinHash(PERMUTATIONS, SEED)
    made.update(map(b" ".join, zip(words, words[1:], words[2:], strict=False)))
    return tuple(made.digest())


def _words(text: str) -> list[bytes]:
    """The words of a text, folded, in UTF-8; where it is in Latin letters the same are had in half the time."""
    if any(map(text.__contains__, _UNFOLDED)):
        text = text.casefold()
    latin = _latin(text)
    if latin is not None:
        return latin.translate(_FOLDED).decode(_LATIN).encode().split()
    return " ".join(_WORD.findall(text.casefold())).encode().split()


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

    A line opens a sentence. A script without capitals has the numbers alone.
    """
    plain = text.isascii()
    if any(map(text.__contains__, _ASCII_BLANKS if plain else _BLANKS)):
        text = "\n".join([" ".join(line.split()) for line in text.split("\n")])
    named = set(_TELLING.findall(text))
    if not plain:
        named = {word for word in named if (first := word[0]).isupper() or first.isdigit()}
    return tuple(sorted(map(crc32, " ".join(named).encode().split()))[:KEPT])
