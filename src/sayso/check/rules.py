"""Rules held against their sentences: that very rule must match each of `match`, and none of `avoid`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.check.fault import Fault
from sayso.lang.pack import Pack
from sayso.lang.rule import Rule
from sayso.read import FINDERS
from sayso.read.sentences import sentences
from sayso.read.words import Words


def applied(text: str, kind: str, pack: Pack) -> set[str]:
    """The names of the rules of one kind that reading a text would apply somewhere in it."""
    words = Words(text, pack)
    for find in FINDERS:
        find(words)
    if kind in words.found:
        return {str(value[-1]) for _, value in words.found[kind].values() if isinstance(value, tuple)}
    book = pack.book(kind)
    hits = (book.at(words, at, part.end) for part in sentences(words) for at in range(part.start, part.end))
    return {hit.rule.name for hit in hits if hit is not None}


def check_rules(pack: Pack, kind: str) -> Iterator[list[Fault]]:
    """For each rule of one kind, in the order of the file, its faults."""
    path = pack.folder / "rules" / f"{kind}.toml"
    written = path.read_text(encoding="utf-8").split("\n")
    starts = [number for number, line in enumerate(written, 1) if line.split("#")[0].strip() == "[[rule]]"]
    names: set[str] = set()
    for start, rule in zip(starts, pack.rules[kind], strict=True):
        faults = list(_check(rule, kind, pack, _Place(path, written, start)))
        if rule.name in names:
            faults.insert(0, Fault(path, start, f"rule {rule.name!r}: a second rule of this name"))
        names.add(rule.name)
        yield faults


class _Place:
    """Where a rule stands in its file."""

    def __init__(self, path: Path, written: list[str], start: int) -> None:
        self.path, self.written, self.start = path, written, start

    def fault(self, sentence: str, message: str) -> Fault:
        """A fault at the line of a sentence, or that of the rule where the sentence is not found as it stands."""
        behind = range(self.start, len(self.written) + 1)
        line = next((number for number in behind if sentence in self.written[number - 1]), self.start)
        return Fault(self.path, line, message)


def _check(rule: Rule, kind: str, pack: Pack, place: _Place) -> Iterator[Fault]:
    if not rule.match:
        yield place.fault("", f"rule {rule.name!r} carries no sentence that it must match")
    for sentence in rule.match:
        names = applied(sentence, kind, pack)
        if rule.name not in names:
            instead = f"; matched by {', '.join(sorted(names))}" if names else ""
            yield place.fault(sentence, f"rule {rule.name!r} does not match {sentence!r}{instead}")
    for sentence in rule.avoid:
        if rule.name in applied(sentence, kind, pack):
            yield place.fault(sentence, f"rule {rule.name!r} matches {sentence!r}, which it must leave alone")
