"""Messages of e-mail: newsletters, alerts and forwarded reports, with what is attached to them."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import cast

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
_LONG = 4000  # characters of a header at most
_WORK = 100_000_000  # lines times parts: every line is held against the end of each part it may stand in
_DEEP = "parts inside parts, more than any mail program writes; not read. Save the text by itself"


class _Short(EmailPolicy):
    """As the standard library reads messages, with long headers cut: it takes minutes over one of a megabyte."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONG]


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
        message = cast("EmailMessage", message_from_bytes(raw.lstrip(), policy=_Short()))
        attached = list(message.iter_attachments())
        body = list(_body(message, place, tools, raw))
    except RecursionError:
        raise InputError(_DEEP) from None
    found = itertools.chain(body, *(_attachment(part, number, place, tools) for number, part in enumerate(attached, 1)))
    first = next(found, None)
    if first is None:
        what = "what is attached has no form that is read" if attached else "nothing is attached"
        yield refused(place, f"a message without text, and {what}", NAME)
    else:
        yield first
        yield from found


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
    name, address = _sender(_header(message, "From"))
    date = _header(message, "Date")
    return {
        "id": _header(message, "Message-ID").strip("<> "),
        "title": _header(message, "Subject"),
        "publisher": name or address.partition("@")[2],
        "published": standard(date) or date,
        "url": _header(message, "Archived-At").strip("<> "),
    }


def _sender(written: str) -> tuple[str, str]:
    """The name and the address of a sender."""
    try:
        return parseaddr(written)
    except RecursionError:  # a thousand brackets
        return "", ""


def _header(message: EmailMessage, name: str) -> str:
    """One header in one line; as it is written where it is too odd to be decoded, and empty where there is none."""
    try:
        return " ".join(str(message[name] or "").split())
    except (ValueError, IndexError, AttributeError, TypeError, LookupError, RecursionError):
        pass  # the standard library's own faults with odd headers
    written = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
    return " ".join(next(written, "").split())


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
