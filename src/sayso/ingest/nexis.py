"""Word files: exports of Nexis, with one article or many, and any other report somebody wrote in Word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from sayso.ingest.docx import Paragraph, Word, is_office, read_docx
from sayso.ingest.made import made, sha256
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.printed import printed
from sayso.ingest.stream import whole
from sayso.ingest.unpack import refused
from sayso.reference.named import language

NAME = "docx"
_BY = "the first part of an Office file"
_LABEL = 30  # characters at most before the colon of a field


def accepts(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- known by its content alone
    """Whether this is an Office file, of whatever kind; what is none of Word's is refused by name."""
    return is_office(head)


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The articles of an export of Nexis, or the one text of any other Word file."""
    raw = whole(given, tools.limits)
    word = read_docx(raw, tools.limits)
    articles = list(_articles(word.paragraphs))
    if not articles:
        yield _plain(word, given.place, raw)
    digest = sha256(raw)
    for number, article in enumerate(articles, 1):
        place = given.place.within(f"article {number}")
        text, fields = _told(article)
        if text:
            missing = () if fields["published"] else ("no date of publication could be told",)
            yield Taken(made(text, fields, missing, digest), place, NAME, raw)
        else:
            title = f" “{fields['title']}”" if fields["title"] else ""
            yield refused(place, f"article{title} has no text; export it from Nexis again as full documents", NAME)


def _plain(word: Word, place: Place, raw: bytes) -> Taken:
    text = "\n\n".join(paragraph.text for paragraph in word.paragraphs)
    if not text:
        return refused(place, "a Word file with no text in it; if it shows pictures of pages, run OCR first", NAME)
    return Taken(made(text, {"title": word.title, "author": word.author}), place, NAME, raw)


def _articles(paragraphs: Sequence[Paragraph]) -> Iterator[Sequence[Paragraph]]:
    """The paragraphs of each article: up to the line that ends it; none where no line says where a text begins."""
    if not any(_part(one.text) == "body" for one in paragraphs):
        return
    begun = 0
    for at, one in enumerate(paragraphs):
        if _part(one.text) == "end":
            yield paragraphs[begun:at]
            begun = at + 1
    if any(_part(one.text) == "body" for one in paragraphs[begun:]):  # cut off before the line that ends it
        yield paragraphs[begun:]


def _told(article: Sequence[Paragraph]) -> tuple[str, dict[str, str | None]]:
    """The text of an article, and its fields."""
    parts = [_part(one.text) for one in article]
    body = parts.index("body") if "body" in parts else len(article)
    after = [
        k for k in range(body + 1, len(article)) if parts[k] or _field(article[k].text)[0] in ("loaded", "language")
    ]
    end = after[0] if after else len(article)
    text = "\n\n".join(one.text for one in article[body + 1 : end])
    head = article[:body]
    labelled = [_field(one.text) for one in (*head, *article[end:])]
    fields: dict[str, str | None] = {name: value for name, value in reversed(labelled) if name}
    fields["language"] = language((fields.get("language") or "").split(";")[0])
    return text, fields | _masthead(head)


def _masthead(head: Sequence[Paragraph]) -> dict[str, str | None]:
    """Title, outlet and date: three lines in this order, above the fields; a page of contents may stand before them.

    The date is the last line that is one; where none is, title and outlet are the last heading and the line below it.
    """
    bare = [one for one in head if not _field(one.text)[0] and not one.text.startswith(("©", "(c)"))]
    dated = [k for k, one in enumerate(bare) if k >= 2 and printed(one.text)]  # 2: the lines that stand above it
    if dated:
        title, outlet, date = (one.text for one in bare[dated[-1] - 2 : dated[-1] + 1])
        return {"title": title, "publisher": outlet, "published": printed(date, date)}
    at = next((k for k in reversed(range(len(bare))) if bare[k].heading), 0)
    below = dict(zip(("title", "publisher"), (one.text for one in bare[at : at + 2]), strict=False))
    return {"title": None, "publisher": None, "published": None, **below}


def _part(line: str) -> str | None:
    """The part that a line begins, where the line is its label and nothing else."""
    found = _labels().get(line.strip().rstrip(":").lower())
    return found if found in ("body", "end", "graphic", "classification") else None


def _field(line: str) -> tuple[str | None, str]:
    """The field a line gives, and its value; a line of rights is one without a colon."""
    label, colon, value = line.partition(":")
    if colon and len(label) <= _LABEL:
        return _labels().get(label.strip().lower()), value.strip()
    return ("copyright", line) if _labels().get(line.partition(" ")[0].lower()) == "copyright" else (None, line)


@cache
def _labels() -> Mapping[str, str]:
    table = (files("sayso") / "ingest" / "nexis.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in table if line and not line.startswith("#"))
    return MappingProxyType({label: name for name, labels in rows for label in labels.split(", ")})


WORD = Ingestor(NAME, "Word, also exports of Nexis", accepts, documents, known=_BY)
