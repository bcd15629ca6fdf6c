"""Messages of e-mail: newsletters, alerts and forwarded reports, with what is attached to them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from sayso.core.document import Document
from sayso.core.trouble import InputError
from sayso.ingest.charset import page_text
from sayso.ingest.fragment import as_text
from sayso.ingest.limits import named
from sayso.ingest.made import made
from sayso.ingest.port import HEAD, Ingestor, Input, Place, Taken, Tools
from sayso.ingest.printed import standard
from sayso.ingest.stream import whole
from sayso.ingest.unpack import refused, too_deep

NAME = "mail"
_BY = "the header of a message"
_FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
_BLANK = re.compile(rb"\r?\n\r?\n")
_ALWAYS = frozenset({b"from", b"date"})
_OFTEN = frozenset({b"message-id", b"mime-version", b"received", b"subject", b"delivered-to", b"return-path"})
_STUB = 4  # times shorter than the page beside it is a plain text that only says where to look
_WORK = 100_000_000  # lines times parts: every line is held against the end of each part it may stand in
_DEEP = "parts inside parts, more than any mail program writes; not read. Save the text by itself"


def accepts(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- known by its content alone
    """Whether this begins with the header of a message: a sender, a date, and one more of the fields that all have."""
    top = _BLANK.split(head.lstrip(), maxsplit=1)[0]
    fields = {found.lower() for found in _FIELD.findall(top)}
    return _FIELD.match(top) is not None and fields >= _ALWAYS and bool(fields & _OFTEN)


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The document of a message, and those attached to it."""
    yield from read_message(whole(given, tools.limits), given.place, tools)


def read_message(raw: bytes, place: Place, tools: Tools) -> Iterator[Taken]:
    """The documents of the bytes of one message; raises InputError where parts are too deep in one another."""
    if too_deep(place, tools.limits):
        raise InputError(f"a message inside more messages and archives than may be, {named('depth')}")
    if raw.count(b"boundary=") * raw.count(b"\n") > _WORK:
        raise InputError(_DEEP)
    try:
        message = message_from_bytes(raw.lstrip(), policy=policy.default)
        attached = list(message.iter_attachments())
    except RecursionError:
        raise InputError(_DEEP) from None
    body = list(_body(message, place, tools, raw))
    if body or not attached:
        yield from body or [refused(place, "a message without text and with nothing attached", NAME)]
    for number, part in enumerate(attached, 1):
        yield from _attachment(part, number, place, tools)


def _body(message: EmailMessage, place: Place, tools: Tools, raw: bytes) -> Iterator[Taken]:
    """The document of a message's own words: its plain text, or its page where that says more; none if it is empty."""
    plain, said = _text(message.get_body(("plain",)))
    page, page_said = _text(message.get_body(("html",)))
    fields = _fields(message)
    if len(plain.strip()) * _STUB < len(page_text := as_text(page)):
        found = list(_page(page, place, tools))
        if len(found) == 1 and isinstance(found[0].one, Document):
            one = found[0].one
            kept = {name: value for name, value in fields.items() if value}
            warnings = (*page_said, *one.warnings)
            own = made(one.text, {"author": one.author, "url": one.url, **kept}, warnings)
            yield Taken(own, place, NAME, raw)
            return
        plain, said = page_text, page_said
    if plain.strip():
        yield Taken(made(plain, fields, said), place, NAME, raw)


def _page(page: str, place: Place, tools: Tools) -> Iterator[Taken]:
    """The page in a message, read as any other page is."""
    html = page if "<html" in page[:HEAD].lower() else f"<html><body>{page}</body></html>"
    raw = b"\xef\xbb\xbf" + html.encode("utf-8", "replace")
    yield from tools.take(Input(place.within("page.html"), raw[:HEAD], io.BytesIO(raw)))


def _text(part: object) -> tuple[str, tuple[str, ...]]:
    """The text of a part, by the charset it names where that can be."""
    if not isinstance(part, EmailMessage):
        return "", ()
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return "", ()
    found = page_text(raw, part.get_content_charset())
    return found.text.replace("\r\n", "\n"), found.warnings


def _fields(message: EmailMessage) -> dict[str, str | None]:
    """What a message says of itself: who sent it under which subject, when, and where it is kept."""
    name, address = parseaddr(_header(message, "From"))
    date = _header(message, "Date")
    return {
        "id": _header(message, "Message-ID").strip("<> "),
        "title": _header(message, "Subject"),
        "publisher": name or address.partition("@")[2],
        "published": standard(date) or date,
        "url": _header(message, "Archived-At").strip("<> "),
    }


def _header(message: EmailMessage, name: str) -> str:
    """One header in one line; empty where there is none, or where it is too broken to be told."""
    try:
        return " ".join(str(message[name] or "").split())
    except (
        ValueError,
        IndexError,
        AttributeError,
        TypeError,
        LookupError,
    ):  # the standard library's faults with odd ones
        return ""


def _attachment(part: EmailMessage, number: int, place: Place, tools: Tools) -> Iterator[Taken]:
    """What is attached, if it has a form we know; another message is read as one."""
    content = part.get_content() if part.get_content_type() == "message/rfc822" else None
    if isinstance(content, EmailMessage):
        yield from read_message(content.as_bytes(), place.within(f"message {number}"), tools)
        return
    raw = part.get_payload(decode=True)
    if isinstance(raw, bytes) and raw:
        name = part.get_filename() or f"attachment {number}"
        yield from tools.take(Input(place.within(name), raw[:HEAD], io.BytesIO(raw)))


MAIL = Ingestor(NAME, "e-mail, and what is attached to it", accepts, documents, known=_BY)
