"""Rules as a linguist writes them in `rules/*.toml`: name, pattern, what it gives, what it must and must not match."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import or_
from pathlib import Path
from typing import NamedTuple

import msgspec

from sayso.core.trouble import PackError
from sayso.core.value import Value
from sayso.lang.pattern import Item, Line, Part, matches, parse

WIDEST = 24  # words: no match of a rule is wider


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
    """A rule ready to match; `order` is its place in the file, `needs` the bits of the lists it cannot do without."""

    rule: Rule
    items: tuple[Item, ...]
    order: int
    needs: int


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


class Rulebook:
    """The rules of one kind, found by what they begin with."""

    def __init__(self, rules: Iterable[Rule], bits: Mapping[str, int], literal: int, origin: str) -> None:
        self.rules: list[Compiled] = []
        self._by_word: dict[str, list[Compiled]] = defaultdict(list)
        self._by_bit: list[tuple[int, Compiled]] = []
        self._by_kind: dict[str, list[Compiled]] = defaultdict(list)
        self.trigger = literal
        self._bits = 0
        for order, rule in enumerate(rules):
            try:
                items = parse(rule.pattern, bits)
            except ValueError as fault:
                message = f"{origin}: rule {rule.name!r}: {fault}"
                raise PackError(message) from None
            needs = reduce(or_, (item.bit for item in items if not item.optional), 0)
            compiled = Compiled(rule, items, order, needs)
            self.rules.append(compiled)
            self._index(compiled)

    def _index(self, compiled: Compiled) -> None:
        for item in compiled.items:
            if item.what == "word":
                for word in item.words:
                    self._by_word[word].append(compiled)
            elif item.what == "list":
                self.trigger |= item.bit
                self._bits |= item.bit
                self._by_bit.append((item.bit, compiled))
            elif item.what == "kind":
                for kind in item.words:
                    self._by_kind[kind].append(compiled)
            if not item.optional:
                break

    def at(self, line: Line, at: int, stop: int) -> Match | None:
        """The longest match that begins at word `at`; the earlier rule where two are as long.

        A rule itself matches with its gaps as short and its optional parts as many as can be.
        """
        best: tuple[int, int, Match] | None = None
        there = reduce(or_, line.mask[at : min(stop, at + WIDEST)], 0)
        for compiled in self._candidates(line, at):
            if compiled.needs & ~there:
                continue
            end, parts = next(matches(compiled.items, line, at, stop), (at, ()))
            key = (end, -compiled.order)
            if end > at and (best is None or key > best[:2]):
                best = (*key, Match(compiled.rule, at, end, dict(parts)))
        return best[2] if best else None

    def everywhere(self, line: Line, start: int, stop: int) -> Iterator[Match]:
        """The match at each word from `start` to before `stop` that one begins at; they may overlap."""
        mask, trigger = line.mask, self.trigger
        kinds = [found for kind in self._by_kind if (found := line.found.get(kind)) is not None]
        for at in range(start, stop):
            begins = mask[at] & trigger or any(at in found for found in kinds)
            match = self.at(line, at, stop) if begins else None
            if match is not None:
                yield match

    def in_turn(self, line: Line, start: int, stop: int) -> Iterator[Match]:
        """The matches from `start` to before `stop`, each looked for behind the one before."""
        return apart(self.everywhere(line, start, stop))

    def _candidates(self, line: Line, at: int) -> list[Compiled]:
        """The rules whose first part can stand at word `at`."""
        mask = line.mask[at]
        out = list(self._by_word.get(line.norm[at].partition(" ")[0], ()))
        if mask & self._bits:
            out += [compiled for bit, compiled in self._by_bit if mask & bit]
        for kind, compiled_rules in self._by_kind.items():
            if at in line.found.get(kind, ()):
                out += compiled_rules
        return out
