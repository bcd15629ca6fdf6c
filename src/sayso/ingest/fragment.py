"""A piece of HTML as paragraphs of plain text: what an export or a feed carries, with nothing around it to leave."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.ingest.tree import tree_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset("script style template noscript head title iframe object svg textarea select".split())
_PARTED, _BROKEN = "\n\n", "\n"


def as_text(html: str) -> str:
    """The text of some HTML, its paragraphs parted by an empty line; scripts and the like are left out."""
    root = tree_of(html) if html.strip() else None
    return "" if root is None else text_of(root)


def text_of(root: HtmlElement) -> str:
    """The text in an element, its paragraphs parted by an empty line."""
    written: list[str] = []
    for piece in _pieces(root):
        if piece.strip():
            words = " ".join(piece.split())
            before = " " if written and piece[0].isspace() and not written[-1].endswith(("\n", " ")) else ""
            written.append(before + words + (" " if piece[-1].isspace() else ""))
        elif piece in (_PARTED, _BROKEN):
            written.append(piece)
        elif piece and written and not written[-1].endswith(("\n", " ")):
            written.append(" ")
    lines = ["" if not line.strip() else line.strip() for line in "".join(written).split("\n")]
    paragraphs = "\n".join(lines).split(_PARTED)
    return _PARTED.join(paragraph.strip("\n") for paragraph in paragraphs if paragraph.strip())


def _pieces(root: HtmlElement) -> Iterator[str]:
    """Text as it stands, and the marks of a new paragraph and a new line between."""
    from lxml import etree  # noqa: PLC0415 -- only pages need it

    walk = etree.iterwalk(root, events="start end comment pi".split())
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            yield _PARTED
        if event == "start":
            if tag in _UNSEEN:
                walk.skip_subtree()
            elif tag.upper() == "BR":  # in capitals: in small letters it is the code of a language
                yield _BROKEN
            yield (element.text or "") if tag not in _UNSEEN else ""
        elif element is not root:
            yield element.tail or ""
