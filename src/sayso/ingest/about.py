"""What a page says of itself: title, outlet, author, when it was published and changed, and its address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import NamedTuple, TypeVar
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from sayso.ingest.dated import dated
from sayso.ingest.linked import Linked, linked

# Names of <meta> in the order of their worth; the first that says something is taken
TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline")
OUTLET = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher", "application-name")
AUTHOR = (
    "author", "article:author", "byl", "dc.creator", "dcterms.creator", "citation_author", "parsely-author",
    "sailthru.author",
)  # fmt: skip
PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "citation_publication_date", "date",
)  # fmt: skip
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")
ADDRESS = ("og:url", "twitter:url")
_SAVED = re.compile(r"saved from url=\([0-9]+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)")
_DAY_IN_ADDRESS = re.compile(r"/(19[0-9]{2}|20[0-9]{2})[/-]([01][0-9])[/-]([0-3][0-9])(?=[/.-]|$)")
_TAIL = re.compile(r"\s+[|–—·•:»-]\s+")
_Found = TypeVar("_Found")


class About(NamedTuple):
    """What a page says of itself; None where it does not say."""

    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    modified: str | None
    url: str | None
    warnings: tuple[str, ...] = ()


def about(tree: HtmlElement, url: str | None = None) -> About:
    """What the page of the tree says of itself; `url` is where it was had, which comes before what it says.

    Nothing is guessed from the text of a page: a date is one that is marked as such, or stands in the address.
    """
    metas = _metas(tree)
    said = linked(one.text or "" for one in tree.iterfind(".//script[@type='application/ld+json']"))
    address = url or _address(tree, metas)
    publisher = _first(metas, OUTLET) or said.publisher or _host(address)
    published, warnings = _published(tree, metas, said, address)
    return About(
        _title(tree, metas, said, publisher),
        publisher,
        said.author or _author(tree, metas),
        published,
        _first_of(dated, (said.modified, _first(metas, MODIFIED), _property(tree, "dateModified"))),
        address,
        warnings,
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    """What each name of a <meta> says first."""
    found: dict[str, str] = {}
    for one in tree.iter("meta"):
        name = one.get("property") or one.get("name") or one.get("itemprop") or ""
        content = " ".join((one.get("content") or "").split())
        if content:
            found.setdefault(name.strip().lower(), unescape(content))
    return found


def _first(metas: dict[str, str], names: Iterable[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _first_of(read: Callable[[str], _Found | None], written: Iterable[str | None]) -> _Found | None:
    """The first of some strings that can be read."""
    return next((found for one in written if one and (found := read(one)) is not None), None)


def _title(tree: HtmlElement, metas: dict[str, str], said: Linked, publisher: str | None) -> str | None:
    """The headline, less the outlet's name behind it."""
    heads = [text for one in tree.iter("h1") if (text := _text(one))]
    named = next((text for one in tree.iter("title") if (text := _text(one))), None)
    title = said.title or (heads[0] if len(heads) == 1 else None) or _first(metas, TITLE) or named
    if title is None:
        return None
    *front, tail = _TAIL.split(title)
    return title[: -len(tail)].rstrip(" |–—·•:»-") if front and publisher and _same(tail, publisher) else title


def _same(left: str, right: str) -> bool:
    return "".join(left.casefold().split()) == "".join(right.casefold().split())


def _author(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    named = metas.get("author") or _first(metas, AUTHOR)
    if named and "://" not in named:
        return named
    marked = (one for one in tree.iter("a", "span", "p", "div", "address") if _is_author(one))
    return next((text for one in marked if (text := _text(one)) and len(text) < 120), None)


def _is_author(one: HtmlElement) -> bool:
    return "author" in (one.get("rel"), one.get("itemprop"))


def _published(
    tree: HtmlElement, metas: dict[str, str], said: Linked, address: str | None
) -> tuple[str | None, tuple[str, ...]]:
    """When it was published, and a warning where only the address tells, or what is told is no date."""
    unread: list[str] = []
    for one in _dates(tree, metas, said):
        if found := dated(one):
            return found, ()
        unread.append(one)
    warnings = tuple(f"published {one!r} is not a date that is read" for one in unread[:1])
    match = _DAY_IN_ADDRESS.search(urlsplit(address).path) if address else None
    day = dated("-".join(match.groups())) if match else None
    return day, (*warnings, "the day of publication is that in its address") if day else warnings


def _dates(tree: HtmlElement, metas: dict[str, str], said: Linked) -> Iterator[str]:
    """Where the date of publication may be marked, in the order of worth."""
    yield from (one for one in (said.published, _first(metas, PUBLISHED)) if one)
    yield from (one for one in (_property(tree, "datePublished"), _time(tree)) if one)


def _property(tree: HtmlElement, name: str) -> str | None:
    """What the first element marked with a property of schema.org says."""
    for one in tree.iter("time", "span", "div", "p", "abbr"):
        if one.get("itemprop") == name:
            return one.get("datetime") or one.get("content") or _text(one)
    return None


def _time(tree: HtmlElement) -> str | None:
    """The time marked in the article, where all that are marked are of one day."""
    inside = next(iter(tree.iter("article", "main")), tree)
    found = [date for one in inside.iter("time") if (date := dated(one.get("datetime") or ""))]
    return found[0] if len({date[:10] for date in found}) == 1 else None


def _address(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    """The address that the page calls its own, or that it was saved from."""
    return next((one for one in _addresses(tree, metas) if _host(one)), None)


def _addresses(tree: HtmlElement, metas: dict[str, str]) -> Iterator[str]:
    base = _first(metas, ADDRESS) or ""
    for one in tree.iter("link"):
        if (one.get("rel") or "").lower() == "canonical" and one.get("href"):
            yield urljoin(base, one.get("href").strip())
    yield base
    for comment in tree.getroottree().xpath("//comment()"):
        if match := _SAVED.search(comment.text or ""):
            yield match[1] or match[2]


def _host(address: str | None) -> str | None:
    """The name of the site of an address, None where it is none of the web."""
    try:
        parts = urlsplit(address or "")
        return (parts.hostname or "").removeprefix("www.") or None if parts.scheme in {"http", "https"} else None
    except ValueError:
        return None


def _text(one: HtmlElement) -> str:
    return " ".join(one.text_content().split())
