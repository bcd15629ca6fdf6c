"""The pattern language of rules, complete.

`word`, `a|b`, `<list>` (a word list of the pack), `{kind}` (something found earlier), a `?` behind for optional,
`..` for a gap of up to four words inside a sentence. `<name:list>` and `{name:kind}` give the part a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

GAP = 4
_SENTENCE_ENDS = frozenset(".!?;:…")
_ITEM = re.compile(r"<(?:(\w+):)?(\w+)>(\??)|\{(?:(\w+):)?(\w+)\}(\??)|(\.\.)|([^\s<>{}?]+)(\??)")


class Item(NamedTuple):
    """One part of a pattern: `what` is word, list, kind or gap; `name` is how `gives` speaks of it."""

    what: str
    name: str
    words: frozenset[str]
    bit: int
    optional: bool


class Part(NamedTuple):
    """What a named part of a pattern matched: the words from `start` to `end`, and the value of an earlier finding."""

    start: int
    end: int
    value: object


class Line(Protocol):
    """What a pattern is matched against: words with their bits, and what was found before."""

    @property
    def norm(self) -> Sequence[str]:
        """The form of each word that is looked up."""
        ...

    @property
    def mask(self) -> Sequence[int]:
        """The bits of each word: the lists it stands in, what its characters show."""
        ...

    @property
    def found(self) -> Mapping[str, Mapping[int, tuple[int, object]]]:
        """By kind, then by the word it begins at: where a finding ends, and its value."""
        ...


def parse(pattern: str, bit: Mapping[str, int]) -> tuple[Item, ...]:
    """The parts of a pattern. Raises ValueError where it is not in the pattern language or names an unknown list."""
    items: list[Item] = []
    at = 0
    for match in _ITEM.finditer(pattern):
        if pattern[at : match.start()].strip():
            break
        at = match.end()
        list_name, a_list, list_opt, kind_name, kind, kind_opt, gap, words, opt = match.groups()
        if a_list:
            if a_list not in bit:
                message = f"no word list named {a_list!r}"
                raise ValueError(message)
            items.append(Item("list", list_name or a_list, frozenset(), bit[a_list], bool(list_opt)))
        elif kind:
            items.append(Item("kind", kind_name or kind, frozenset((kind,)), 0, bool(kind_opt)))
        elif gap:
            items.append(Item("gap", "", frozenset(), 0, optional=False))
        else:
            items.append(Item("word", words, frozenset(words.split("|")), 0, bool(opt)))
    if pattern[at:].strip() or not items:
        message = f"cannot read the pattern at {pattern[at:]!r}"
        raise ValueError(message)
    return tuple(items)


def matches(
    items: Sequence[Item], line: Line, at: int, stop: int
) -> Iterator[tuple[int, tuple[tuple[str, Part], ...]]]:
    """Every way the parts match from word `at`, never past `stop`: the end, and the named parts."""
    if not items:
        yield at, ()
        return
    item, rest = items[0], items[1:]
    if item.what == "word" and at < stop and " " in line.norm[at]:
        after = _inside_phrase(items, line.norm[at].split(" "))
        if after is not None:
            yield from matches(after, line, at + 1, stop)
    for end, value in _ends(item, line, at, stop):
        for last, parts in matches(rest, line, end, stop):
            yield last, ((item.name, Part(at, end, value)), *parts)
    if item.optional:
        yield from matches(rest, line, at, stop)


def _inside_phrase(items: Sequence[Item], words: list[str]) -> Sequence[Item] | None:
    """The parts left when the first ones match the words of a phrase that a list joined; None where they do not."""
    for k, word in enumerate(words):
        if k >= len(items) or items[k].what != "word" or word not in items[k].words:
            return None
    return items[len(words) :]


def _ends(item: Item, line: Line, at: int, stop: int) -> Iterator[tuple[int, object]]:
    if item.what == "gap":
        for end in range(at, min(at + GAP, stop) + 1):
            yield end, None
            if end < stop and line.norm[end] in _SENTENCE_ENDS:
                return
    elif at < stop:
        if (item.what == "word" and line.norm[at] in item.words) or (item.what == "list" and line.mask[at] & item.bit):
            yield at + 1, None
        elif item.what == "kind":
            for kind in item.words:
                hit = line.found.get(kind, {}).get(at)
                if hit is not None and hit[0] <= stop:
                    yield hit
