"""A page before it is drawn: headings, entries, tables. Drawn for a terminal and as Markdown from the same value."""

from __future__ import annotations

from typing import Literal

from sayso.core.value import Value

Style = Literal["plain", "strong", "quote", "quiet", "pale", "stark", "id"]


class Part(Value):
    """A few words and how they are meant: `id` is a name for `sayso why`, `pale` unsure, `stark` denied or disputed.

    `mark` is the id of a claim that stands before the words.
    """

    text: str
    style: Style = "plain"
    mark: str | None = None


Line = tuple[Part, ...]  # shown with dots between the parts


class Entry(Value, kw_only=True):
    """Lines that belong together; `mark`, as a rule a claim's id, stands before the first."""

    mark: str | None = None
    lines: tuple[Line, ...]


class Table(Value, kw_only=True):
    """Rows of as many cells as there are headings; those in `right` hold numbers, that at `soft` may be cut short."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    right: tuple[int, ...] = ()
    soft: int | None = None


Block = Line | Entry | Table


class Section(Value, kw_only=True):
    """A heading, what stands under it, and the sections within."""

    heading: str
    blocks: tuple[Block, ...] = ()
    under: tuple[Section, ...] = ()


class Sheet(Value, kw_only=True):
    """A page: its title, a few lines that sum it up, what stands first, its sections."""

    title: str
    about: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


def line(*parts: Part | str | None) -> Line:
    """A line of its parts; plain strings are plain, and what is empty or None is left out."""
    made = (Part(one) if isinstance(one, str) else one for one in parts if one is not None)
    return tuple(one for one in made if one.text)
