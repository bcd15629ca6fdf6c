"""Attribution by nouns: *the army's claim that …*, *reports that …*, *uppgifter om att …*."""

from __future__ import annotations

from sayso.read import cue, nominal
from sayso.read.frame import Frame, Range
from sayso.read.kind import Kind
from sayso.read.line import Line

HEARSAY = frozenset(
    ("report", "claim")
)  # nouns that make hearsay when nobody owns them: *reports that*, *uppgifter om att*


def find(line: Line, others: list[Frame]) -> list[Frame]:
    """The attributions by nouns in one sentence, those left out that are only the object of a cue verb found before."""
    frames: list[Frame] = []
    starts = {frame.first for frame in others}
    for k, chunk in enumerate(line.chunks):
        if chunk.kind is not Kind.NOUN or not line.words.mask[chunk.end - 1] & line.words.pack.marks.cue_noun:
            continue
        begin = complement(line, k)
        unsaid = (
            line.mask(k) & (line.words.pack.marks.zero | line.words.pack.marks.negation)
            or line.kind(k - 1) is Kind.ADVERB
        )
        if begin is None or starts & {begin, begin + 1} or unsaid:
            continue
        entry = line.words.word[chunk.end - 1].entry("cue_noun")
        assert entry is not None
        source = _owner(line, k) or _bearer(line, k)
        known = line.words.mask[chunk.start] & line.words.pack.marks.determiner
        if source is None and (
            known
            or entry.values[0] not in HEARSAY
            or (line.kind(k + 1) is not Kind.COMPLEMENTIZER and chunk.end - chunk.start > 1)
        ):
            continue
        manner, certainty = ("indirect", None) if source else ("evidential", "probable")
        content = [(begin, _end(line, begin))]
        frames.append(
            Frame(
                source,
                [(chunk.end - 1, chunk.end)],
                entry.values[0],
                manner,
                content,
                "noun of saying",
                certainty=certainty,
            )
        )
    return frames


def complement(line: Line, k: int) -> int | None:
    """The word where the content of a noun of saying begins: behind *that*, *om att*; None where none follows."""
    j = k + 3 if _bearer(line, k) is not None else k + 1
    if line.kind(j) is Kind.PREPOSITION:
        j += 1
    if line.kind(j) is Kind.COMPLEMENTIZER and line.chunks[j].end < line.sentence.end:
        return cue.behind_complementizer(line, j)
    return None


def _bearer(line: Line, k: int) -> Range | None:
    """Who bears it, told behind the noun: *reports in the Nordland Daily that*, *uppgifter från armén om att*."""
    if line.kind(k + 1) is not Kind.PREPOSITION or line.kind(k + 2) is not Kind.NOUN:
        return None
    outlet = nominal.is_outlet(line, k + 2)
    from_whom = line.mask(k + 1) & line.words.pack.marks.origin and line.mask(k + 2) & line.words.pack.groups.party
    return (line.chunks[k + 2].start, line.chunks[k + 2].end) if outlet or from_whom else None


def _owner(line: Line, k: int) -> Range | None:
    """The genitive before the noun: *the army's claim*, *försvarsministeriets påstående*."""
    chunk, words = line.chunks[k], line.words
    at = chunk.end - 1
    genitives = words.pack.settings.genitive
    if at - 1 > chunk.start and words.norm[at - 1] in genitives:
        return chunk.start, at - 1
    joined = any(words.norm[at - 1].endswith(ending) and ending.isalpha() for ending in genitives)
    if at > chunk.start and joined and words.mask[at - 1] & (words.pack.groups.party | words.pack.marks.capital):
        return chunk.start, at
    return None


def _end(line: Line, begin: int) -> int:
    """Where its content ends; where the noun is a subject, word lists do not tell the main verb apart."""
    first = next(j for j, chunk in enumerate(line.chunks) if chunk.end > begin)
    return cue.cut(line, first)
