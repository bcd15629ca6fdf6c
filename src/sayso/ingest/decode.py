"""From bytes to text, without guessing wildly and without losing a character in silence."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from sayso.ingest.repair import mended, older, unmarked

BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_CONTROLS = 0.02  # a larger share of control characters than this is not text
_LOOKED_AT = 100_000  # characters in which they are counted
# Python writes a byte that is not UTF-8 as a lone surrogate; this turns each into what Windows-1252 means by the byte
_WINDOWS = {0xDC00 + byte: bytes((byte,)).decode("cp1252", errors="replace") for byte in range(128, 256)}


class Text(NamedTuple):
    """Decoded text and what had to be done to it."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(raw: bytes) -> Text:
    """The text of some bytes: by byte-order mark, else as UTF-8; what is neither is read as what it looks, and told.

    That is UTF-16 without a mark, an older encoding of Cyrillic or Arabic, or else Windows-1252, byte by byte. UTF-8
    that was decoded as something else before it came here is put right, and told too.

    Raises ValueError, saying what was found, where the bytes are not text.
    """
    name = marked(raw)
    found = _plain(raw.removeprefix(codecs.BOM_UTF8)) if name in {None, "utf-8"} else _by_mark(raw, name)
    head = found.text[:_LOOKED_AT]
    odd = sum(1 for c in head if c < " " and c not in "\t\n\r\f\x0b")
    if odd > _CONTROLS * len(head) + 8:
        message = "does not look like text (many control characters); `sayso ingestors` lists the forms that are read"
        raise ValueError(message)
    better = mended(found.text)
    return found if better is None else Text(better.text, (*found.warnings, better.told))


def marked(raw: bytes) -> str | None:
    """The encoding that a byte-order mark at the beginning names, or None."""
    return next((name for mark, name in BOMS if raw.startswith(mark)), None)


def _by_mark(raw: bytes, name: str | None) -> Text:
    mark, name = next(pair for pair in BOMS if pair[1] == name)
    try:
        return Text(raw[len(mark) :].decode(name))
    except UnicodeDecodeError as fault:
        message = f"marked as {name} but not {name} at byte {fault.start}; save it as UTF-8"
        raise ValueError(message) from None


def _plain(raw: bytes) -> Text:
    if b"\0" in raw:
        name = unmarked(raw)
        if name is not None:
            return Text(raw.decode(name), (f"no mark of an encoding, but it is {name}, and read as that",))
        where = f"holds a NUL byte at {raw.index(0)}, so it is not plain text"
        message = f"{where}; save it as UTF-8 text, or in a form that `sayso ingestors` lists"
        raise ValueError(message)
    try:
        return Text(raw.decode("utf-8"))
    except UnicodeDecodeError as fault:
        at = fault.start
    escaped = raw.decode("utf-8", errors="surrogateescape")
    count = sum(1 for c in escaped if "\udc80" <= c <= "\udcff")
    name = older(raw) if 2 * count > sum(1 for c in escaped if c >= "\x80") else None
    if name is not None:
        return Text(raw.decode(name, errors="replace"), (f"not UTF-8 at byte {at}; read as {name}, by its words",))
    text = escaped.translate(_WINDOWS)
    lost = text.count("\ufffd") - escaped.count("\ufffd")
    told = f"not UTF-8 at byte {at}; {count} {'byte' if count == 1 else 'bytes'} read as Windows-1252"
    return Text(text, (f"{told}, {lost} of them unknown there" if lost else told,))
