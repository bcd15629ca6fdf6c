"""From a word to what the lists say of it: one dictionary look-up a word, open-ended forms by their ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from sayso.lang.table import Entry
from sayso.lang.words import LINE_ENDS, PUNCTUATION, normal

PARTICLE = "name_particle"  # the one list of small words that are of names (*El Salvador*, *San Salvador*)
_MEMORY = 200_000  # distinct written forms kept before the memory is emptied: bounds what a strange text can take up
_LONGEST = 64  # and how long a form may be to be kept
_SHORTEST_STEM = 2  # an open form must have at least so many letters left where its `*` stands


class Word:
    """A written form: its lower-cased form, the lists it is in as one bit each, and its entries.

    `phrases` are those it begins, the longest first, by the lower-cased form of their second word.
    """

    __slots__ = ("entries", "mask", "norm", "phrases")

    def __init__(
        self, norm: str, mask: int, entries: tuple[Entry, ...], phrases: Mapping[str, Sequence[Phrase]]
    ) -> None:
        self.norm = norm
        self.mask = mask
        self.entries = entries
        self.phrases = phrases

    def entry(self, name: str) -> Entry | None:
        """The first entry of the named list, or None."""
        return next((entry for entry in self.entries if entry.list == name), None)


class Phrase:
    """An entry of several words, found by its first two."""

    __slots__ = ("rest", "word")

    def __init__(self, rest: tuple[str, ...], word: Word) -> None:
        self.rest = rest
        self.word = word


NO_PHRASES: Mapping[str, Sequence[Phrase]] = MappingProxyType({})


class Lexicon:
    """All lists of one pack. Forms with a capital match only as written, all others in any case."""

    def __init__(
        self, entries: Iterable[Entry], split: Callable[[str], tuple[str, ...]], literals: Iterable[str] = ()
    ) -> None:
        self.bits: dict[str, int] = {}
        self._exact: dict[str, list[Entry]] = defaultdict(list)
        self._starts: dict[str, list[Entry]] = defaultdict(list)
        self._ends: dict[str, list[Entry]] = defaultdict(list)
        self._phrases: dict[str, list[tuple[tuple[str, ...], list[Entry]]]] = defaultdict(list)
        self._literals = frozenset(literals)
        self.literal = self.bit("rule literal")
        self.memory: dict[str, Word] = {}
        self.shouted: dict[str, Word] = {}
        phrases: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        valued: set[tuple[str, tuple[str, ...]]] = set()
        for entry in entries:
            if (entry.list, entry.values) not in valued:
                valued.add((entry.list, entry.values))
                self.bit(entry.list)
                for value in entry.values:
                    if value.islower():
                        self.bit(f"{entry.list}.{value}")
            words = split(entry.form)
            if len(words) > 1:
                phrases[words].append(entry)
            elif entry.form.endswith("*"):
                self._starts[entry.form[:-1].lower()].append(entry)
            elif entry.form.startswith("*"):
                self._ends[entry.form[1:].lower()].append(entry)
            else:
                self._exact[entry.form].append(entry)
        for words, found in phrases.items():
            self._phrases[words[0]].append((words, found))
        self._longest = max((len(end) for end in (*self._starts, *self._ends)), default=0)

    def bit(self, name: str) -> int:
        """The bit that stands for a list; made when first asked for."""
        return self.bits.setdefault(name, 1 << len(self.bits))

    def known(self, name: str) -> int:
        """The bit of a list, 0 where the pack has no such list."""
        return self.bits.get(name, 0)

    def mask(self, entries: Iterable[Entry]) -> int:
        """The bits of all lists the entries stand in, and of the values they have there (`harm.killed`)."""
        mask = 0
        for entry in entries:
            mask |= self.bits[entry.list]
            for value in entry.values:
                mask |= self.bits.get(f"{entry.list}.{value}", 0)
        return mask

    def _begun(self, forms: Iterable[str]) -> Mapping[str, Sequence[Phrase]]:
        """The phrases that begin with one of these forms."""
        found = [one for form in forms for one in self._phrases.get(form, ())]
        out: dict[str, list[Phrase]] = {}
        for words, entries in sorted(found, key=lambda one: -len(one[0])):
            literal = self.literal if words[0].lower() in self._literals else 0
            whole = Word(" ".join(words).lower(), self.mask(entries) | literal, tuple(entries), NO_PHRASES)
            out.setdefault(normal(words[1]), []).append(Phrase(words[1:], whole))
        return out or NO_PHRASES

    def word(self, written: str, *, cased: bool = True) -> Word:
        """What the lists and the characters themselves say of one word as it stands in a text.

        In a text without case (`cased` false) a form with one capital matches too, and what no list knows is taken
        for a name, as a capital would show it to be elsewhere.
        """
        memory = self.memory if cased else self.shouted
        found = memory.get(written)
        if found is None:
            found = self._look_up(written, normal(written), cased=cased)
            if len(written) <= _LONGEST:
                if len(memory) >= _MEMORY:
                    memory.clear()
                memory[written] = found
        return found

    def exact(self, norm: str, name: str) -> Entry | None:
        """The entry of the named list whose form is exactly this word, or None."""
        return next((entry for entry in self._exact.get(norm, ()) if entry.list == name), None)

    def _shown(self, written: str) -> int:
        first = written[0]
        if first.isalpha():
            return self.bit("char.capital") if first.isupper() or first.istitle() or self._joined(written) else 0
        if first.isdecimal():
            return self.bit("char.digits")
        if first == "\r" or first in LINE_ENDS:
            return self.bit("char.newline")
        kind = PUNCTUATION.get(written)
        return self.bit(f"char.{kind}") if kind else 0

    def _joined(self, written: str) -> bool:
        """Whether a particle is joined to a name by a hyphen: *al-Malki* has its capital inside."""
        particle, _, name = written.partition("-")
        return name[:1].isupper() and any(entry.list == PARTICLE for entry in self._exact.get(particle, ()))

    def _look_up(self, written: str, norm: str, *, cased: bool) -> Word:
        forms = dict.fromkeys((norm, written) if cased else (norm, written, norm.capitalize()))
        entries = [entry for form in forms for entry in self._exact.get(form, ())] or self._open(norm)
        mask = self.mask(entries) | self._shown(written) | (self.literal if norm in self._literals else 0)
        small = (entry for entry in entries if entry.form == entry.form.lower() and entry.list != PARTICLE)
        if not cased and any(small):
            mask &= ~self.bit("char.capital")
        return Word(norm, mask, tuple(entries), self._begun(forms))

    def _open(self, norm: str) -> list[Entry]:
        for size in range(min(len(norm) - _SHORTEST_STEM, self._longest), 1, -1):
            found = [*self._ends.get(norm[-size:], ()), *self._starts.get(norm[:size], ())]
            if found:
                return found
        return []
