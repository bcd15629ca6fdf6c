"""Exports of Factiva as HTML: many articles a file, with field codes in a table or as lines above the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from sayso.ingest.charset import page_text
from sayso.ingest.fragment import text_of
from sayso.ingest.made import made, sha256
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.printed import printed
from sayso.ingest.stream import whole
from sayso.ingest.tree import tree_of
from sayso.ingest.unpack import refused
from sayso.reference.named import language

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME = "factiva"
_BY = "its title or the marks of its articles"
_PAGE = re.compile(rb"<title>\s*(?:dow jones\s+)?factiva\b|class=[\"']article\s+[a-z]{2,3}Article\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:^|\s)[a-z]{2,3}Article(?:\s|$)")
_CELLS = frozenset("td th".split())
_CODE = re.compile(r"[A-Z]{2,3}")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b.{0,12}")
_AGAIN = "export it from Factiva again with the display option for full articles with indexing"
_DATE_LINE = 40  # characters at most of a line that is a date and nothing else


class Article(NamedTuple):
    """What one article says of itself, under Factiva's codes, and its text."""

    fields: Mapping[str, str]
    text: str


def accepts(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- known by its content alone
    """Whether this is a page that Factiva made."""
    return _PAGE.search(head) is not None


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The articles of an export, in order."""
    raw = whole(given, tools.limits)
    html, warnings = page_text(raw)
    root = tree_of(html, tools.limits)
    found = list(_articles(root)) if root is not None else []
    if not found:
        yield refused(given.place, f"a page of Factiva with no article in it; {_AGAIN}", NAME)
    digest = sha256(raw)
    for number, article in enumerate(found, 1):
        place = given.place.within(f"article {number}")
        if article.text:
            yield Taken(made(article.text, _described(article.fields), warnings, digest), place, NAME, raw)
        else:
            name = f" {article.fields['AN']}" if article.fields.get("AN") else ""
            yield refused(place, f"article{name} has no text (no LP or TD); {_AGAIN}", NAME)


def _described(fields: Mapping[str, str]) -> dict[str, str | None]:
    """The fields of a document from Factiva's codes."""
    return {
        "id": fields.get("AN", "").split(" ")[-1],
        "title": fields.get("HD"),
        "author": fields.get("BY"),
        "publisher": fields.get("SN"),
        "published": printed(fields.get("PD", ""), fields.get("ET", "")),
        "language": language(fields.get("LA", "")),
    }


def _articles(root: HtmlElement) -> Iterator[Article]:
    """The articles of a page; where none is marked as one, every table with a headline and a text is."""
    marked = [
        one for one in root.iter("div") if _is_article(one) and not any(map(_is_article, one.iterancestors("div")))
    ]
    for block in marked or [one for one in root.iter("table") if one.find(".//table") is None]:
        coded = _coded(block)
        if "HD" in coded or "TD" in coded or "LP" in coded:
            yield _from_table(coded)
        elif marked:
            yield _from_lines(block)


def _is_article(block: HtmlElement) -> bool:
    return _ARTICLE.search(block.get("class") or "") is not None


def _coded(block: HtmlElement) -> dict[str, HtmlElement]:
    """The cells of the table of an article by the code before each."""
    found: dict[str, HtmlElement] = {}
    for row in block.iterfind(".//tr"):
        cells = [cell for cell in row if cell.tag in _CELLS]
        code = _line(cells[0]) if len(cells) > 1 else ""
        if _CODE.fullmatch(code):
            found.setdefault(code, cells[1])
    return found


def _from_table(coded: Mapping[str, HtmlElement]) -> Article:
    fields = {code: _line(cell) for code, cell in coded.items() if code not in ("LP", "TD")}
    return Article(fields, "\n\n".join(filter(None, (text_of(coded[code]) for code in ("LP", "TD") if code in coded))))


def _from_lines(block: HtmlElement) -> Article:
    """An article exported without codes: lines whose order says what they are, then the paragraphs.

    Above stand headline, author, number of words, date, perhaps a time, the name and the code of the source, and more.
    """
    fields = {"AN": _number(block)}
    lines: list[str] = []
    for line in block.iter("div"):
        if line is block:
            continue
        if line.get("id") == "hd":
            fields["HD"] = _line(line)
            lines.clear()  # what stands above the headline is the section
        elif "author" in (line.get("class") or "").split():
            fields["BY"] = _line(line)
        else:
            lines.append(_line(line))
    fields |= _by_order(lines)
    paragraphs = (text_of(one) for one in block.iter("p") if "articleParagraph" in (one.get("class") or ""))
    return Article(fields, "\n\n".join(filter(None, paragraphs)))


def _by_order(lines: list[str]) -> dict[str, str]:
    at = next((k for k, line in enumerate(lines) if len(line) <= _DATE_LINE and printed(line)), None)
    if at is None:
        return {}
    fields = {"PD": lines[at]}
    rest = lines[at + 1 :]
    if rest and _CLOCK.fullmatch(rest[0]):
        fields["ET"] = rest.pop(0)
    if rest:
        fields["SN"] = rest[0]
    fields["LA"] = next((line for line in rest[1:] if language(line)), "")
    return fields


def _number(block: HtmlElement) -> str:
    """The accession number of an article: in the id of what holds it, or in the last line."""
    holder = block if block.get("id") else block.getparent()
    name = (holder.get("id") or "") if holder is not None else ""
    if name.startswith("article-"):
        return str(name.removeprefix("article-"))
    last = [_line(one) for one in block.iter("p") if _line(one)]
    return last[-1] if last and len(last[-1].split()) == 2 else ""


def _line(element: HtmlElement) -> str:
    """The text of an element in one line."""
    return " ".join(text_of(element).split())


FACTIVA = Ingestor(NAME, "exports of Factiva as HTML", accepts, documents, known=_BY)
