"""Plain text, and Markdown with a small header between `---` lines."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.core.document import Document, Unread, document_id
from sayso.ingest.decode import decode
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.stream import whole

SUFFIXES = frozenset({".txt", ".md", ".text"})
NAME = "text"

FIELDS = ("id", "title", "publisher", "published", "language", "url")
RULE = "---"


def accepts(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- any text looks like a report, so the name decides
    """Whether the name is that of a text; what is given by name is read as text whatever it is called."""
    return place.suffix in SUFFIXES


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The one document of a text file."""
    raw = whole(given, tools.limits)
    yield Taken(read_plain(raw, str(given.place)), given.place, NAME, raw)


def read_plain(raw: bytes, name: str) -> Document | Unread:
    """One document from a text file. Its text is kept to the character; header lines are not part of it."""
    try:
        text, warnings = decode(raw)
    except ValueError as fault:
        return Unread(id=name, error=f"{name}: {fault}")
    header, body = split_header(text)
    given = {key: header[key] for key in FIELDS if header.get(key)}
    identity = given.pop("id", None) or document_id(body, given.get("publisher"), given.get("published"))
    return Document(id=identity, text=body, warnings=warnings, **given)


def split_header(text: str) -> tuple[dict[str, str], str]:
    """The `key: value` lines between two `---` lines at the top, and the text behind them; an empty dict where none."""
    lines = text.split("\n")
    if lines[0].rstrip() != RULE:
        return {}, text
    end = next((k for k in range(1, min(len(lines), 40)) if lines[k].rstrip() == RULE), None)
    if end is None or any(":" not in line for line in lines[1:end] if line.strip()):
        return {}, text
    pairs = (line.partition(":") for line in lines[1:end] if line.strip())
    header = {key.strip().lower(): value.strip().strip('"') for key, _, value in pairs}
    return header, "\n".join(lines[end + 1 :])


PLAIN = Ingestor(NAME, "plain text, or Markdown with a header between --- lines", accepts, documents, known="its name")
