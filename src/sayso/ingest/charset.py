"""Bytes of a page to characters: by mark, by what the server or the page says, and by what can be true."""

from __future__ import annotations

import codecs
import re

from sayso.ingest.decode import BOMS, Text, decode, marked

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_LOOKED_AT = 4096  # bytes at the beginning in which a page names its encoding
# Browsers read these as the larger set that pages mean by them
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_UTF_8 = "utf-8"


def page_text(raw: bytes, said: str | None = None) -> Text:
    """The characters of a page, with a warning where it is not in the encoding it says; `said` is the server's word.

    A mark decides. Bytes that are UTF-8 are read as that whatever is said, since hardly anything else looks so.
    """
    if (mark := marked(raw)) is not None:
        body = raw[len(next(bom for bom, name in BOMS if name == mark)) :]
        return Text(body.decode(mark, "replace"))
    try:
        return Text(raw.decode(_UTF_8))
    except UnicodeDecodeError:
        pass
    name = _known(said) or _known(_declared(raw))
    if name is None or name == _UTF_8:
        return decode(raw.replace(b"\0", b""))
    text = raw.decode(name, "replace")
    lost = text.count("\ufffd")
    warning = f"said to be {name}, but {lost} {'character is' if lost == 1 else 'characters are'} none there"
    return Text(text, (warning,) if lost else ())


def _declared(raw: bytes) -> str | None:
    head = raw[:_LOOKED_AT]
    found = _META.search(head) or _XML.search(head)
    return found[1].decode("ascii") if found else None


def _known(name: str | None) -> str | None:
    """The codec of a name, None where there is none, or it is one that no page can be in."""
    try:
        found = codecs.lookup((name or "").strip("\"' "))
    except (LookupError, ValueError):
        return None
    own = _MEANT.get(found.name, found.name)
    is_text = codecs.lookup(own)._is_text_encoding  # noqa: SLF001 -- what tells rot13 and base64 from character sets
    return own if is_text and not own.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode", "unicode")) else None
