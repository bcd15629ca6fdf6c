"""From bytes to text, without guessing wildly and without losing a character in silence."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_CONTROLS = 0.02  # a larger share of control characters than this is not text


class Text(NamedTuple):
    """Decoded text and what had to be done to it."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(raw: bytes) -> Text:
    """The text of some bytes: by byte-order mark, as UTF-8, else as Windows-1252 with a warning.

    Raises ValueError, saying what was found, where the bytes are not text.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            try:
                return Text(raw[len(mark) :].decode(name))
            except UnicodeDecodeError as fault:
                message = f"marked as {name} but not {name} at byte {fault.start}; save it as UTF-8"
                raise ValueError(message) from None
    if b"\0" in raw:
        message = f"holds a NUL byte at {raw.index(0)}, so it is not plain text; save it as UTF-8 text"
        raise ValueError(message)
    try:
        text, warnings = raw.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        text = raw.decode("cp1252", errors="replace")
        warnings = (f"not UTF-8 at byte {fault.start}; read as Windows-1252",)
    odd = sum(1 for c in text[:100_000] if ord(c) < 32 and c not in "\t\n\r\f\x0b")  # noqa: PLR2004
    if odd > _CONTROLS * min(len(text), 100_000) + 8:
        message = "does not look like text (many control characters); give a text, Markdown or JSON lines file"
        raise ValueError(message)
    return Text(text, warnings)
