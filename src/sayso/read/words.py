"""A text as words: where each begins and ends, what the pack's lists say of it, and what was found so far."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.lang.lexicon import NO_PHRASES, Word
from sayso.lang.pack import Pack
from sayso.lang.words import HYPHEN_BREAK, LINE_ENDS

SAMPLE = 500  # characters, at least, that show whether a text is all in capitals
SHOUTED = 20  # capitals to a small letter in such a text
EMPTY_LINE = 2  # so many line ends in a row part two paragraphs


class Words:
    """The words of one text in parallel lists; phrases of the word lists are one word each.

    `start` and `end` are code points of the text. `breaks` holds, for a word that begins a line, how many line ends
    stand before it. `cased` is false where a text is all in capitals, which then show no names.
    `found` maps a kind (number, quantity, time …) to the word it begins at: where it ends, its value.
    """

    __slots__ = ("breaks", "cased", "end", "found", "mask", "norm", "pack", "start", "text", "word")

    def __init__(self, text: str, pack: Pack) -> None:
        self.text = text
        self.pack = pack
        self.start: list[int] = []
        self.end: list[int] = []
        self.word: list[Word] = []
        self.mask: list[int] = []
        self.norm: list[str] = []
        self.breaks: dict[int, int] = {}
        self.found: dict[str, dict[int, tuple[int, object]]] = {"number": {}, "quantity": {}, "time": {}}
        self.cased = not _is_shouted(text)
        self._split()

    def _split(self) -> None:
        lexicon, newline = self.pack.lexicon, self.pack.marks.newline
        known, look = (lexicon.memory, lexicon.word) if self.cased else (lexicon.shouted, self._look)
        start, end, word = self.start, self.end, self.word
        openers: list[int] = []
        for match in self.pack.pattern.finditer(self.text):
            written = match.group()
            one = known.get(written) or look(written)
            if one.mask & newline:
                self.breaks[len(word)] = sum(map(written.count, LINE_ENDS))
                continue
            if one.phrases:
                openers.append(len(word))
            a, b = match.span()
            start.append(a)
            end.append(b)
            word.append(one)
        self._join(list(self._phrases(openers)))
        self.mask = [one.mask for one in self.word]
        self.norm = [one.norm for one in self.word]

    def _look(self, written: str) -> Word:
        return self.pack.lexicon.word(written, cased=False)

    def _phrases(self, openers: list[int]) -> Iterator[tuple[int, int, Word]]:
        """The phrases of the word lists, none over another: where each begins and ends, and what it is."""
        past = 0
        for at in openers:
            found = self._longest(at) if at >= past else None
            if found is not None:
                past, one = found
                yield at, past, one

    def _longest(self, at: int) -> tuple[int, Word] | None:
        """The longest phrase that begins at word `at`, and where it ends."""
        here, total = self.word[at], len(self.word)
        if at + 1 == total:
            return None
        for phrase in here.phrases.get(self.word[at + 1].norm, ()):
            end = at + 1 + len(phrase.rest)
            if end <= total and self._stands(phrase.rest, at + 1):
                capital = here.mask & self.pack.marks.capital
                one = phrase.word
                return end, Word(one.norm, one.mask | capital, one.entries, NO_PHRASES) if capital else one
        return self._parted(at) if at + 2 < total else None

    def _parted(self, at: int) -> tuple[int, Word] | None:
        """A cue of two words that an adverb parts: *slog senare fast*. A negation is no such adverb."""
        marks, between = self.pack.marks, self.word[at + 1].mask
        if not between & marks.adverb or between & (marks.negation | marks.preposition):
            return None
        found = (p for p in self.word[at].phrases.get(self.word[at + 2].norm, ()) if len(p.rest) == 1)
        one = next((p.word for p in found if p.word.mask & self.pack.groups.cue and self._stands(p.rest, at + 2)), None)
        return (at + 3, one) if one is not None else None

    def _join(self, phrases: list[tuple[int, int, Word]]) -> None:
        """Make one word of each phrase."""
        starts: list[int] = []
        ends: list[int] = []
        words: list[Word] = []
        past = 0
        for at, end, one in phrases:
            starts += self.start[past : at + 1]
            ends += [*self.end[past:at], self.end[end - 1]]
            words += [*self.word[past:at], one]
            past = end
        self.breaks = self._moved(phrases)
        self.start, self.end, self.word = (
            starts + self.start[past:], ends + self.end[past:], words + self.word[past:],
        )  # fmt: skip

    def _moved(self, phrases: list[tuple[int, int, Word]]) -> dict[int, int]:
        """The line breaks by the words they stand before once phrases are one word each; those inside one are gone."""
        moved: dict[int, int] = {}
        lost = following = 0
        for at, count in self.breaks.items():
            while following < len(phrases) and phrases[following][1] <= at:
                lost += phrases[following][1] - phrases[following][0] - 1
                following += 1
            if following == len(phrases) or at <= phrases[following][0]:
                moved[at - lost] = count
        return moved

    def _forms(self, at: int) -> tuple[str, ...]:
        """How a word may stand in a list: small, as written, and with one capital where capitals tell nothing."""
        norm, written = self.word[at].norm, self.text[self.start[at] : self.end[at]]
        return (norm, written) if self.cased else (norm, written, norm.capitalize())

    def _stands(self, rest: tuple[str, ...], at: int) -> bool:
        """Whether these words stand at word `at`, in any case or as written, with no empty line between."""
        return all(
            expected in self._forms(k) and self.breaks.get(k, 0) < EMPTY_LINE for k, expected in enumerate(rest, at)
        )

    def progressive(self, at: int) -> bool:
        """Whether word `at` ends as the pack says participles do that share a subject (*saying*)."""
        ending = self.pack.settings.progressive
        return bool(ending) and self.norm[at].endswith(ending)

    def __len__(self) -> int:
        return len(self.word)

    def written(self, first: int, last: int | None = None) -> str:
        """The characters from word `first` to before word `last` (one word when left out).

        Line-end hyphens are mended, white space is folded.
        """
        stop = first + 1 if last is None else last
        if stop <= first:
            return ""
        return " ".join(HYPHEN_BREAK.sub("", self.text[self.start[first] : self.end[stop - 1]]).split())


def _is_shouted(text: str) -> bool:
    """Whether a text is all in capitals, as far as a sample of its letters shows; a stray small letter is let pass."""
    sample = text[:: len(text) // SAMPLE + 1]
    capitals = sum(map(str.isupper, sample))
    return capitals > 0 and sum(map(str.islower, sample)) * SHOUTED < capitals
