"""What a learned tagger proposes for a text, before a pack has said what it means."""

from __future__ import annotations

from collections.abc import Callable

from sayso.core.span import Span, Spans
from sayso.core.value import Value

SURE = 0.3  # from here on a proposal is taken: where F1 on PolNeAR dev is best


class Proposal(Value, frozen=True):
    """One attribution as tagged: the words of its cue, source (empty where none is named) and content.

    `sure` is how sure the tagger is that it is one, from 0 to 1; below `SURE` the proposal is not read.
    """

    cue: Span
    source: Spans
    content: Spans
    sure: float

    def fits(self, text: str) -> bool:
        """Whether it has a content, and each of its spans is a part of the text that holds more than white space."""
        spans = (self.cue, *self.source, *self.content)
        return bool(self.content) and all(
            0 <= span.start < span.end <= len(text) and text[span.start : span.end].strip() for span in spans
        )


class Proposed(Value, frozen=True):
    """All proposals for one text that fit it, and how many did not.

    `alone`: they are read without the grammar's own attributions.
    """

    proposals: tuple[Proposal, ...]
    alone: bool = False
    refused: int = 0


Propose = Callable[[str], tuple[Proposal, ...]]
