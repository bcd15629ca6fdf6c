"""What the finders of attribution find: who is the source, which words are the cue, what is the content."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.core.span import Span, Spans

Range = tuple[int, int]


@dataclass(slots=True)
class Frame:
    """One attribution, in words. `manner` is how it is told; `previous` marks content taken from the sentence before.

    `outlet` is the news outlet that was spoken to (*told Reuters*): it stands nearer the reader than the source. Where
    the cue is only a part of a phrase that counts as one word (*agreed* of *agreed to*), `told` has its characters and
    `rest` those of the content that stand in the phrase.
    """

    source: Range | None
    cue: list[Range]
    act: str
    manner: str
    content: list[Range]
    rule: str
    outlet: Range | None = None
    via: tuple[Range, Range] | None = None
    previous: bool = False
    certainty: str | None = None
    weak: bool = False
    told: Span | None = None
    rest: Spans = ()
    sentence: int = -1  # set when the frames of a text are put together

    @property
    def first(self) -> int:
        """The first word of the content."""
        return min((start for start, _ in self.content), default=-1)

    @property
    def last(self) -> int:
        """One past the last word of the content."""
        return max((end for _, end in self.content), default=-1)

    def holds(self, at: int) -> bool:
        """Whether word `at` is part of the content."""
        return any(start <= at < end for start, end in self.content)
