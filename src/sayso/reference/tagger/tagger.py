"""A text to proposals: tokens, windows, both passes of the model, spans.

Windows go through the model one at a time: its 8-bit arithmetic scales over all that it is given at once, and what a
text says must not depend on its neighbours. So memory is bounded by one window, whatever the length of a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.core.proposal import Proposal
from sayso.core.span import Span
from sayso.reference.tagger import decode
from sayso.reference.tagger.windows import Range, bare, context, cuts, marks

if TYPE_CHECKING:
    from sayso.reference.tagger.weights import Weights


class Tagger:
    """The model, loaded; `propose` may be asked of any number of texts."""

    def __init__(self, folder: Path) -> None:
        from sayso.reference.tagger.weights import Weights

        self.weights: Weights = Weights(folder)

    @property
    def model(self) -> str:
        """The model's name and the digest of its weights."""
        return self.weights.manifest.named()

    def propose(self, text: str) -> tuple[Proposal, ...]:
        """What the tagger takes for attributions, by where the cues stand."""
        ids, raw = self.weights.tokens(text)
        offsets = bare(text, raw)
        out: list[Proposal] = []
        for first, end in cuts(text, offsets):
            start = context(text, offsets, first)
            out += self._window(text, ids[start:end], offsets[start:end], first - start)
        return tuple(out)

    def _window(self, text: str, ids: Sequence[int], offsets: list[Range], fresh: int) -> Iterator[Proposal]:
        """The proposals of one window whose cues stand at token `fresh` or behind it."""
        vectors, tags = self.weights.first(ids)
        found = [(cue, begins) for cue, begins in decode.cues(decode.shares(tags)) if cue[0] >= fresh]
        if not found:
            return
        stops = marks(text, offsets)
        near = self.weights.second(vectors, [cue for cue, _ in found])
        for (cue, begins), (first, scores) in zip(found, near, strict=True):
            linked = decode.shares(scores)
            here = slice(first, first + len(linked))
            told = (max(0, cue[0] - first), min(len(linked), cue[1] - first))
            source = decode.source(linked[:, 0], told)
            content = decode.content(linked[:, 1], [told, *source], stops[here])
            spans = [[_span(text, offsets[here], run) for run in runs] for runs in ([told], source, content)]
            cue_spans, sources, contents = (tuple(s for s in group if s is not None) for group in spans)
            if cue_spans and contents:
                sure = decode.sure(begins, linked, source, content)
                yield Proposal(cue=cue_spans[0], source=sources, content=contents, sure=sure)


def _span(text: str, offsets: Sequence[Range], run: Range) -> Span | None:
    """The code points of a run of tokens, widened to whole words."""
    start, end = offsets[run[0]][0], offsets[run[1] - 1][1]
    if start >= end:
        return None
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)
