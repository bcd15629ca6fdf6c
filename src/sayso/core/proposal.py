"""What a learned tagger proposes for a text, before a pack has said what it means."""

from __future__ import annotations

from sayso.core.span import Span, Spans
from sayso.core.value import Value


class Proposal(Value, frozen=True):
    """One attribution as tagged: the words of its cue, source (empty where none is named) and content.

    `sure` is how sure the tagger is of the cue, from 0 to 1.
    """

    cue: Span
    source: Spans
    content: Spans
    sure: float
