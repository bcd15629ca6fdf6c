"""From what was fetched to documents: an entry's page, or the entry itself where it leads nowhere."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator

import msgspec

from sayso.core.document import Document, Unread
from sayso.core.row import canonical
from sayso.core.value import digest
from sayso.ingest import Intake
from sayso.ingest.feed import Entry, Feed
from sayso.ingest.page import PAGE, Sent, read_page
from sayso.ingest.port import HEAD, Input, Place, Taken
from sayso.reference.address import compared
from sayso.run.watch.state import Announced, PageState


class About(msgspec.Struct, frozen=True):
    """What a feed says of a page, for what the page does not say itself."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None


def announced(feed: Feed) -> Iterator[Announced]:
    """The entries that lead to a page; the mark of each differs as soon as anything in it does."""
    for entry in feed.entries:
        if entry.link:
            said = About(entry.title or None, feed.title or None, entry.published, entry.author)
            yield Announced(entry.id, _mark(entry), compared(entry.link), entry.link, canonical(said))


def _mark(entry: Entry) -> str:
    return digest(msgspec.to_builtins(entry))


def taken(intake: Intake, page: PageState, raw: bytes, language: str | None) -> Iterator[Taken]:
    """The documents of a page that was fetched, in whatever form it is, with what its feed says beside it.

    `language` is that of documents that do not say theirs.
    """
    address = page.final or page.address
    place = Place(address)
    given = Input(place, raw[:HEAD], io.BytesIO(raw))
    form = intake.form_of(given, named=True)
    if form is not None and form.name == PAGE.name:
        tools = intake.tools
        read = read_page(raw, place, Sent(address, page.charset), limits=tools.limits, fast=tools.fast)
        found: Iterable[Taken] = [Taken(read, place, PAGE.name, raw)]
    else:
        found = intake.take(given, named=True)
    said = msgspec.json.decode(page.about, type=About)
    for one in found:
        if isinstance(one.one, Unread):
            yield one
        else:
            document = msgspec.structs.replace(one.one, language=one.one.language or language)
            yield one._replace(one=_completed(document, said, address, raw), raw=raw)


def _completed(document: Document, said: About, address: str, raw: bytes) -> Document:
    """The document, with what only the feed says, the address it was had from, and the digest of what was had."""
    return msgspec.structs.replace(
        document,
        title=document.title or said.title,
        publisher=document.publisher or said.publisher,
        published=document.published or said.published,
        author=document.author or said.author,
        url=document.url or address,
        raw=hashlib.sha256(raw).hexdigest(),
    )
