"""A page as a tree: nothing is loaded and no entity is expanded for it, and what would take too long is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.core.trouble import InputError
from sayso.ingest.limits import Limits, named

if TYPE_CHECKING:
    from lxml.html import HtmlElement, HTMLParser

_LARGE = 1 << 18  # characters of a page from which on its tags are looked at one by one
_LONG_TAG = 1 << 16  # characters
_ATTRIBUTES = 5000  # of one tag; the time to read them grows with their square
_TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]++|"[^"]*+"|'[^']*+')*+""")
_QUOTED = re.compile(r""""[^"]*+"|'[^']*+'""")
# What no tree may hold, as a character or as a reference to one; a page now and then has some
_CONTROLS = bytes(code for code in range(ord(" ")) if chr(code) not in "\t\n\r")
_LAST = "\uffff".encode()[:-1]  # how it and its neighbours begin
_REFERENCE = re.compile(rb"&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));")
_TOO_MUCH = "ERR_RESOURCE_LIMIT"


def tree_of(html: str, limits: Limits | None = None) -> HtmlElement | None:
    """A page as a tree, None where there is nothing in it; raises InputError where it is no page that anybody wrote."""
    from lxml.etree import ParserError  # noqa: PLC0415 -- only pages wait for lxml
    from lxml.html import document_fromstring  # noqa: PLC0415

    most = (limits or Limits()).tags
    if html.count("<") > most:
        raise InputError(f"more than {most:,} tags, {named('tags')}")
    if len(html) > _LARGE and any(map(_is_overloaded, _TAG.finditer(html))):
        raise InputError(f"a tag with more than {_ATTRIBUTES:,} attributes, which no page needs; it is not read")
    parser = _parser()
    try:
        tree = document_fromstring(_clean(html), parser=parser)
    except ParserError:  # an empty page
        tree = None
    for fault in parser.error_log.filter_from_fatals():
        if fault.type_name == _TOO_MUCH:
            raise InputError(f"more than a page can hold ({fault.message.partition(',')[0]}); it is not read")
    return tree


def _clean(html: str) -> bytes:
    """A page in UTF-8, without what no tree may hold; one expression for all of it takes ten times as long."""
    plain = html.encode("utf-8", "replace").translate(None, _CONTROLS)
    if _LAST in plain:
        plain = plain.replace("\ufffe".encode(), b"").replace("\uffff".encode(), b"")
    return _REFERENCE.sub(b"", plain) if b"&#" in plain else plain


def _parser() -> HTMLParser:
    """A parser that makes every element of one class: lxml.html would call back to Python to choose for each."""
    from lxml.etree import ElementDefaultClassLookup  # noqa: PLC0415 -- as above
    from lxml.html import HtmlComment, HtmlElement, HTMLParser  # noqa: PLC0415

    parser = HTMLParser(encoding="utf-8", no_network=True)
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment))
    return parser


def _is_overloaded(tag: re.Match[str]) -> bool:
    return tag.end() - tag.start() > _LONG_TAG and len(_QUOTED.sub("", tag[0]).split()) > _ATTRIBUTES
