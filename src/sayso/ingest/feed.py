"""Feeds, RSS and Atom, as values: what each entry says, and where what it announces is found."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.core.trouble import InputError
from sayso.core.value import Value
from sayso.ingest.decode import marked
from sayso.ingest.fragment import as_text
from sayso.ingest.made import made, sha256
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.printed import standard
from sayso.ingest.stream import whole
from sayso.ingest.unpack import refused

NAME = "feed"
_BY = "the tag of a feed"
_OPENS = re.compile(
    rb"<(?:rss[\s>]|feed\s[^>]*http://(?:www\.w3\.org/2005/Atom|purl\.org/atom/)|rdf:RDF[^>]*purl\.org/rss/)"
)
_PAGE = re.compile(rb"<html[\s>]", re.IGNORECASE)
_QUOTED = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_OPENED = re.compile(rb"<[A-Za-z][^<>]*(?<!/)>")
_OPEN = 10_000
_UNFETCHED = "only what the feed says of it: the page it announces was not fetched; `sayso watch` does that"


class Entry(Value, kw_only=True):
    """One item of a feed. `summary` and `content` are plain text, empty where it has none; dates are ISO 8601."""

    id: str
    link: str | None
    title: str
    published: str | None
    updated: str | None
    author: str | None
    summary: str
    content: str


class Feed(Value, kw_only=True):
    """A feed: what it is called, where it belongs, and its entries as they stand in it."""

    title: str
    link: str | None
    entries: tuple[Entry, ...]


def accepts(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- known by its content alone
    """Whether this is a feed, of whichever version."""
    mark = marked(head)
    plain = head.decode(mark, "replace").encode() if mark else head
    found = _OPENS.search(plain)
    return found is not None and _PAGE.search(plain[: found.start()]) is None


def read_feed(raw: bytes, url: str | None = None) -> Feed:
    """A feed from its bytes; `url`, where it came from, completes links that are relative.

    Raises InputError where it has no entries because it is no feed or broken beyond reading.
    """
    import feedparser  # noqa: PLC0415 -- only feeds need it

    if _left_open(raw) > _OPEN:
        raise InputError(f"a feed with more than {_OPEN:,} elements that are never closed; not read, fetch it again")
    headers = {"content-location": url} if url else {}
    try:
        found: Any = feedparser.parse(io.BytesIO(raw), response_headers=headers)
    except (ValueError, RecursionError, LookupError, AttributeError, TypeError) as fault:
        raise InputError(f"a feed too broken to be read ({fault}); fetch it again") from None
    if not found.entries and found.bozo:
        raise InputError(f"a feed too broken to be read ({_plain(found.bozo_exception)}); fetch it again")
    about = found.feed
    entries = tuple(_entry(one) for one in found.entries)
    return Feed(title=_plain(about.get("title", "")), link=about.get("link") or None, entries=entries)


def _left_open(raw: bytes) -> int:
    """How many more elements are opened than closed; feedparser bears with them, but takes its time over each."""
    plain = _QUOTED.sub(b"", raw)
    return sum(1 for _ in _OPENED.finditer(plain)) - plain.count(b"</")


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The documents that a feed itself holds: an entry's content, else its summary, and then it is said so."""
    raw = whole(given, tools.limits)
    feed = read_feed(raw)
    if not feed.entries:
        yield refused(given.place, "a feed without entries", NAME)
    digest = sha256(raw)
    for number, entry in enumerate(feed.entries, 1):
        place = given.place.within(f"entry {number}")
        text = entry.content or entry.summary
        if not text:
            where = f" {entry.link}" if entry.link else ""
            yield refused(place, f"only a link{where}, with no text; `sayso watch` fetches the page", NAME)
            continue
        warnings = () if entry.content else (_UNFETCHED,)
        yield Taken(made(text, _fields(entry, feed), warnings, digest), place, NAME, raw)


def _fields(entry: Entry, feed: Feed) -> dict[str, str | None]:
    return {
        "id": entry.id,
        "title": entry.title,
        "publisher": feed.title,
        "published": entry.published or entry.updated,
        "modified": entry.updated,
        "author": entry.author,
        "url": entry.link,
    }


def _entry(one: Mapping[str, Any]) -> Entry:
    link = one.get("link") or ""
    content = max((as_text(part.get("value", "")) for part in one.get("content") or ()), key=len, default="")
    return Entry(
        id=one.get("id") or link, link=link if link.startswith(("http:", "https:")) else None,
        title=_plain(as_text(one.get("title") or "")), published=_date(one, "published"), updated=_date(one, "updated"),
        author=one.get("author") or None, summary=as_text(one.get("summary") or ""), content=content,
    )  # fmt: skip


def _date(one: Mapping[str, Any], name: str) -> str | None:
    """A date of an entry, with the zone it is written in; where its form is odd, in UTC, as feedparser reads it."""
    written = one.get(name) if name in one else None
    if not written:
        return None
    moment = one.get(f"{name}_parsed")
    read = f"{moment[0]:04d}-{moment[1]:02d}-{moment[2]:02d}T{moment[3]:02d}:{moment[4]:02d}Z" if moment else None
    return standard(written) or read


def _plain(value: object) -> str:
    return " ".join(str(value).split())


FEED = Ingestor(NAME, "RSS and Atom feeds", accepts, documents, known=_BY)
