"""From texts to windows of tokens with their tags: what the model trains on and what it is asked about."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.reference.tagger.windows import LENGTH, bare, cuts
from training.corpora import KINDS, Range, Text

START, END, PAD = 0, 2, 1  # the special pieces' numbers, in the encoder as in the pruned vocabulary
UNMARKED = -100  # what the loss leaves out
Tags = NDArray[np.int64]


class Link(NamedTuple):
    """A cue's first and past-last token, with the tags of its source and content."""

    cue: Range
    source: Tags
    content: Tags


class Window(NamedTuple):
    """A piece of a text: its tokens with a special one at each end, their code points, and what is marked."""

    ids: list[int]
    offsets: list[Range]
    roles: Tags
    names: Tags
    links: list[Link]
    marked: bool


def tokens(tokenizer: Tokenizer, text: str) -> tuple[list[int], list[Range]]:
    """The pieces of a text and their code points, less the white space before a word."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    return encoding.ids, bare(text, encoding.offsets)


def windows(tokenizer: Tokenizer, text: Text, length: int = LENGTH) -> Iterator[Window]:
    """The windows of one text."""
    ids, offsets = tokens(tokenizer, text.text)
    for first, end in cuts(text.text, offsets, length):
        part = [(0, 0), *offsets[first:end], (0, 0)]
        roles = np.full((3, len(part)), UNMARKED)
        names = np.full(len(part), UNMARKED)
        links: list[Link] = []
        if text.attributions is not None:
            roles[:, 1:-1] = 0
            for one in text.attributions:
                tags = [_tags(part, spans) for spans in one]
                for row, role in zip(roles, tags, strict=True):
                    row[role > 0] = role[role > 0]
                where = np.flatnonzero(tags[1] > 0)
                if len(where):
                    last = where[0] + 1
                    while last < len(part) and tags[1][last] == 2:
                        last += 1
                    links.append(Link((int(where[0]), int(last)), tags[0], tags[2]))
        if text.names is not None:
            names[1:-1] = 0
            for start, stop, kind in text.names:
                tag = _tags(part, ((start, stop),))
                names[tag > 0] = tag[tag > 0] + 2 * KINDS.index(kind)
        yield Window([START, *ids[first:end], END], part, roles, names, links, text.attributions is not None)


def _tags(offsets: list[Range], spans: Iterable[Range]) -> Tags:
    """O, B, I as 0, 1, 2 for every token that shares a code point with one of the spans; -100 at the special tokens."""
    out = np.zeros(len(offsets), dtype=np.int64)
    starts = np.array([s for s, _ in offsets])
    ends = np.array([e for _, e in offsets])
    for start, end in spans:
        where = np.flatnonzero((starts < end) & (ends > start) & (ends > starts))
        if len(where):
            out[where] = 2
            out[where[0]] = 1
    out[0] = out[-1] = UNMARKED
    return out


def disguised(text: Text, rng: random.Random) -> Text:
    """A text as another house would set it: now and then in capitals, or with other quotation marks, or without any.

    Every code point stays where it is.
    """
    draw = rng.random()
    written = text.text
    if draw < 0.06:
        written = "".join(c.upper() if len(c.upper()) == 1 else c for c in written)
    elif draw < 0.12:
        written = written.translate(str.maketrans('"“”', "   "))
    elif draw < 0.18:
        written = written.translate(str.maketrans("“”", '""'))
    elif draw < 0.22:
        written = written.translate(str.maketrans("“”", "»«"))
    elif draw < 0.26:
        written = written.translate(str.maketrans("“”", "„“"))
    return text._replace(text=written)
