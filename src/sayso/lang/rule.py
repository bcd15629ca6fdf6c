"""Rules as a linguist writes them in `rules/*.toml`: name, pattern, what it gives, what it must and must not match."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from itertools import zip_longest
from operator import and_, or_
from pathlib import Path
from typing import NamedTuple

import msgspec

from sayso.core.trouble import PackError
from sayso.core.value import Value
from sayso.lang.pattern import Item, Line, Part, matches, parse

LOOK = 4  # words at the beginning of a rule by which it is found


class Rule(Value, kw_only=True):
    """One rule as written. `match` sentences must be matched by it, `avoid` sentences must not."""

    name: str
    pattern: str
    gives: dict[str, str | int | bool] = msgspec.field(default_factory=dict)
    match: tuple[str, ...]
    avoid: tuple[str, ...] = ()


class RuleFile(Value, kw_only=True):
    """One file of `rules/`."""

    rule: tuple[Rule, ...] = ()


class Compiled(NamedTuple):
    """A rule ready to match."""

    rule: Rule
    items: tuple[Item, ...]


class Match(NamedTuple):
    """A rule that matched the words from `start` to `end`."""

    rule: Rule
    start: int
    end: int
    parts: dict[str, Part]


def read_rules(path: Path) -> tuple[Rule, ...]:
    """The rules of one file; raises PackError naming the file where it is not as it should be."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), RuleFile).rule
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        message = f"{path}: {fault}"
        raise PackError(message) from None


def literals(rules: Iterable[Rule]) -> Iterator[str]:
    """The words that rules can begin with, so that a text's other words cost nothing."""
    for rule in rules:
        for item in parse_loosely(rule):
            if item.what == "word":
                yield from item.words
            if not item.optional:
                break


def parse_loosely(rule: Rule) -> tuple[Item, ...]:
    """The parts of a rule's pattern, before the lists are known."""

    class AnyList(dict[str, int]):
        def __missing__(self, key: str) -> int:
            return 0

        def __contains__(self, key: object) -> bool:
            return True

    return parse(rule.pattern, AnyList())


def apart(matches_found: Iterable[Match]) -> Iterator[Match]:
    """Of matches in order, those that begin behind the end of the one kept before."""
    end = 0
    for match in matches_found:
        if match.start >= end:
            end = match.end
            yield match


def openings(items: tuple[Item, ...], size: int) -> Iterator[tuple[Item, ...]]:
    """Every way the first `size` parts of a rule can be filled, the optional ones there or not, up to its first gap."""
    if not items or not size or items[0].what == "gap":
        yield ()
        return
    for following in openings(items[1:], size - 1):
        yield (items[0], *following)
    if items[0].optional:
        yield from openings(items[1:], size)


class Place:
    """What openings can have at one place, counted in words: sets of openings by what stands there.

    A set is a whole number, with bit 1 << n for opening n.
    """

    def __init__(self) -> None:
        self.words: dict[str, int] = defaultdict(int)
        self.bits: dict[int, int] = defaultdict(int)
        self.kinds: dict[str, int] = defaultdict(int)
        self.anything = 0  # those that are over before
        self._every_bit = 0

    def add(self, item: Item, opening: int) -> None:
        """Note what an opening has here."""
        if item.what == "word":
            for word in item.words:
                self.words[word] |= opening
        elif item.what == "list":
            self.bits[item.bit] |= opening
            self._every_bit |= item.bit
        else:
            for kind in item.words:
                self.kinds[kind] |= opening

    def openings(self, line: Line, at: int) -> tuple[int, bool]:
        """Those that word `at` fits by itself, and whether no finding that begins there is longer."""
        mask, single = line.mask[at], True
        fitting = self.anything | self.words.get(line.norm[at], 0)
        if mask & self._every_bit:
            for bit, more in self.bits.items():
                if mask & bit:
                    fitting |= more
        for kind, more in self.kinds.items():
            hit = line.found[kind].get(at) if kind in line.found else None
            if hit is not None:
                fitting |= more
                single = single and hit[0] == at + 1
        return fitting, single


class Rulebook:
    """The rules of one kind, found by the words they begin with.

    What fits at each of the first places is one look-up each; the rules worth trying have an opening that fits at all.
    """

    def __init__(self, rules: Iterable[Rule], bits: Mapping[str, int], literal: int, origin: str) -> None:
        self.rules: list[Compiled] = []
        self._places = tuple(Place() for _ in range(LOOK))
        self._of: list[int] = []  # the rule of each opening
        for rule in rules:
            try:
                items = parse(rule.pattern, bits)
            except ValueError as fault:
                message = f"{origin}: rule {rule.name!r}: {fault}"
                raise PackError(message) from None
            for opening in filter(None, openings(items, LOOK)):
                self._index(opening)
            self.rules.append(Compiled(rule, items))
        self.trigger = literal | reduce(or_, self._places[0].bits, 0)

    def _index(self, opening: tuple[Item, ...]) -> None:
        bit = 1 << len(self._of)
        self._of.append(len(self.rules))
        for place, item in zip_longest(self._places, opening):
            if item is None:
                place.anything |= bit
            else:
                place.add(item, bit)

    def at(self, line: Line, at: int, stop: int) -> Match | None:
        """The longest match that begins at word `at`; the earlier rule where two are as long.

        A rule itself matches with its gaps as short and its optional parts as many as can be.
        """
        best = None
        for compiled in self._candidates(line, at, stop):
            end, parts = next(matches(compiled.items, line, at, stop), (at, ()))
            if end > (best.end if best else at):
                best = Match(compiled.rule, at, end, dict(parts))
        return best

    def everywhere(self, line: Line, start: int, stop: int) -> Iterator[Match]:
        """The match at each word from `start` to before `stop` that one begins at; they may overlap."""
        mask, trigger = line.mask, self.trigger
        found = [line.found[kind] for kind in self._places[0].kinds if kind in line.found]
        for at in range(start, stop):
            begins = mask[at] & trigger or (found and any(at in one for one in found))
            match = self.at(line, at, stop) if begins else None
            if match is not None:
                yield match

    def in_turn(self, line: Line, start: int, stop: int) -> Iterator[Match]:
        """The matches from `start` to before `stop`, each looked for behind the one before."""
        return apart(self.everywhere(line, start, stop))

    def _candidates(self, line: Line, at: int, stop: int) -> Iterable[Compiled]:
        """The rules of which an opening can stand from word `at` on, in the order of the file."""
        fitting = -1
        for k, place in enumerate(self._places, at):
            if k >= stop:
                fitting &= place.anything
                break
            here, single = place.openings(line, k)
            if " " in line.norm[k]:
                here, single = here | self._inside(line.norm[k].split(" "), k - at), False
            fitting &= here
            if not fitting or not single:
                break
        numbers: list[int] = []
        while fitting:
            last = fitting & -fitting
            numbers.append(self._of[last.bit_length() - 1])
            fitting ^= last
        return [self.rules[number] for number in dict.fromkeys(numbers)]

    def _inside(self, words: list[str], first: int) -> int:
        """The openings that have the words of a phrase, which a list joined, one by one from place `first` on."""
        there = zip(self._places[first:], words, strict=False)
        return reduce(and_, (place.words.get(word, 0) for place, word in there))
