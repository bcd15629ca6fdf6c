"""Texts with what is marked in them, out of the data sets of `shared/data`: one reader for each format."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Range = tuple[int, int]
KINDS = ("PER", "ORG", "LOC")
STATES = {"GPE_LOC": "LOC", "GPE_ORG": "LOC"}  # countries and towns, which some sets keep apart and others do not


class Attribution(NamedTuple):
    """A source, a cue and a content, each in ranges of code points."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


class Text(NamedTuple):
    """A text; `attributions` or `names` is None where nobody marked them; `english` texts may be switched."""

    text: str
    attributions: tuple[Attribution, ...] | None = None
    names: tuple[tuple[int, int, str], ...] | None = None
    english: bool = False


def attributed(path: Path) -> Iterator[Text]:
    """Articles with their attributions; of several annotators' the first."""
    seen: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["id"] not in seen:
                seen.add(record["id"])
                yield Text(record["text"], tuple(_attribution(a) for a in record["attributions"]), english=True)


def _attribution(record: dict[str, list[list[int]]]) -> Attribution:
    return Attribution(*(tuple((s, e) for s, e in record.get(role) or ()) for role in Attribution._fields))


def plain(path: Path) -> Iterator[Text]:
    """English articles in which nobody marked attributions or persons."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield Text(json.loads(line)["text"], english=True)


def named(path: Path, *, column: int, word: int) -> Iterator[Text]:
    """Sentences with their names, a word a line and a blank line between sentences; columns count from 0."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        written: str | None = None
        words: list[tuple[str, str]] = []
        for line in lines:
            if line.startswith("# text = "):
                written = line.removeprefix("# text = ").rstrip("\n")
            elif line.startswith("#"):
                continue
            elif line.strip():
                cells = line.split()
                if len(cells) > max(word, column):  # a few lines hold a tag without a word
                    words.append((cells[word].replace("\u00ad", ""), cells[column].removeprefix("name=")))
            elif words:
                yield _sentence(words, written)
                words, written = [], None
        if words:
            yield _sentence(words, written)


def _sentence(words: list[tuple[str, str]], written: str | None) -> Text:
    """One sentence, as written or else put together from its words, with its names."""
    text = "" if written is None else written
    names: list[tuple[int, int, str]] = []
    at = 0
    before = "0"
    for word, tag in words:
        if written is None:
            text += ("" if not text or word in ".,:;!?)" or text[-1] == "(" else " ") + word
            start = len(text) - len(word)
        else:
            start = text.find(word, at)
        if start < 0:
            before = "0"
            continue
        at = start + len(word)
        kind = _kind(tag)
        if kind in KINDS:
            if names and not tag.startswith("B-") and _kind(before) == kind:
                names[-1] = (names[-1][0], at, kind)
            else:
                names.append((start, at, kind))
        before = tag
    return Text(text, None, tuple(names))


def _kind(tag: str) -> str:
    kind = tag.rpartition("-")[2]
    return STATES.get(kind, kind)


def joined(texts: Iterator[Text], length: int = 500) -> Iterator[Text]:
    """Sentences put together, a line each, to texts of about `length` code points."""
    parts: list[Text] = []
    for text in texts:
        parts.append(text)
        if sum(len(part.text) + 1 for part in parts) >= length:
            yield _join(parts)
            parts = []
    if parts:
        yield _join(parts)


def _join(parts: list[Text]) -> Text:
    names: list[tuple[int, int, str]] = []
    said: list[Attribution] = []
    at = 0
    for part in parts:
        names += ((s + at, e + at, kind) for s, e, kind in part.names or ())
        said += (
            Attribution(*(tuple((s + at, e + at) for s, e in role) for role in one)) for one in part.attributions or ()
        )
        at += len(part.text) + 1
    marked = all(part.attributions is not None for part in parts)
    return Text("\n".join(part.text for part in parts), tuple(said) if marked else None, tuple(names))
