"""Pages: the text of the report, and what the page says of itself; menus, scripts and remarks are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sayso.core.document import Document, Unread, document_id
from sayso.core.trouble import InputError
from sayso.ingest import fast as quick
from sayso.ingest.charset import page_text
from sayso.ingest.decode import Text, marked
from sayso.ingest.limits import Limits
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.repair import mended
from sayso.ingest.stream import whole
from sayso.ingest.tree import tree_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

    from sayso.ingest.about import About

NAME = "page"
SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_BEGINS = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|div|p|h1|table)\b",
    re.IGNORECASE | re.DOTALL,
)
# Never part of a report's text; taken away first, so that the extractor has less to walk through
_ASIDE = (
    "aside", "audio", "button", "canvas", "dialog", "embed", "footer", "form", "iframe", "link", "menu", "nav",
    "noscript", "object", "script", "select", "style", "svg", "template", "video",
)  # fmt: skip


class Sent(NamedTuple):
    """The address that a page was had from, and the encoding that its server named, as far as they are known."""

    url: str | None = None
    charset: str | None = None


def accepts(head: bytes, place: Place) -> bool:
    """Whether it begins as a page does, or is called one and has a tag in it."""
    mark = marked(head)
    plain = head.decode(mark, "replace").lstrip("\ufeff").encode() if mark else head
    return _BEGINS.match(plain) is not None or (place.suffix in SUFFIXES and b"<" in plain)


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The one document of a page."""
    raw = whole(given, tools.limits)
    one = read_page(raw, given.place, limits=tools.limits, fast=tools.fast)
    yield Taken(one, given.place, NAME, raw)


def read_page(
    raw: bytes, place: Place, sent: Sent | None = None, *, limits: Limits | None = None, fast: bool = False
) -> Document | Unread:
    """The document of a page, with `fast` its text found by a library of the extra `scale`."""
    url, charset = sent or Sent()
    try:
        return _document(page_text(raw, charset), url, limits or Limits(), fast=fast)
    except InputError as fault:
        error = f"{place}: {fault}"
    except Exception as fault:  # noqa: BLE001 -- libraries fail in many ways on pages made by anybody; it costs one
        error = f"{place}: cannot be read as a page ({type(fault).__name__}: {fault}); please report it with the page"
    return Unread(id=str(place), error=error)


def _document(page: Text, url: str | None, limits: Limits, *, fast: bool) -> Document:
    from sayso.ingest.about import about  # noqa: PLC0415 -- only pages wait for lxml

    tree = tree_of(page.text, limits)
    if tree is None:
        return Document(id=document_id(""), text="", url=url, warnings=page.warnings)
    found = about(tree, url)
    paragraphs = quick.paragraphs(page.text, _ASIDE) if fast else _paragraphs(tree)
    text, told = _without_head(paragraphs, found), page.warnings
    if (better := mended(text)) is not None:
        text, told = better.text, (*told, better.told)
    return Document(
        id=document_id(text, found.publisher, found.published), text=text, published=found.published,
        publisher=found.publisher, title=found.title, url=found.url, author=found.author, modified=found.modified,
        warnings=(*told, *found.warnings),
    )  # fmt: skip


@cache
def _how() -> Extractor:
    """How text is extracted: without second opinions of other extractors, which take long and find menus."""
    from trafilatura.settings import Extractor  # noqa: PLC0415

    return Extractor(output_format="python", fast=True, comments=False)


def _paragraphs(tree: HtmlElement) -> list[str]:
    """The paragraphs of the report; the tree is not the same afterwards."""
    from trafilatura import bare_extraction  # noqa: PLC0415 -- it takes half a second to load

    for one in list(tree.iter(*_ASIDE)):
        if one.get("type") != "application/ld+json" and one.getparent() is not None:
            one.drop_tree()
    found = bare_extraction(tree, options=_how())
    lines = (found.text or "").split("\n") if found is not None and not isinstance(found, dict) else []
    return [line.strip() for line in lines if line.strip()]


def _without_head(paragraphs: list[str], found: About) -> str:
    """The text, less what repeats above it the title and the author."""
    above = {one.casefold() for one in (found.title, found.author) if one}
    body = 0
    while body < len(paragraphs) and paragraphs[body].casefold() in above:
        body += 1
    return "\n\n".join(paragraphs[body:])


PAGE = Ingestor(NAME, "a web page, also one saved by a browser", accepts, documents, known="its first tag")
