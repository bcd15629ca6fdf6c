"""From a window's scores to spans: which tokens are a cue, and which its source and content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reference.tagger.windows import Range

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

GAP = 2  # so many tokens between two parts of a content are of it too
LEAST = 0.5


def shares(scores: Scores) -> Scores:
    """Scores as shares of one over the last axis."""
    import numpy as np

    raised = np.exp(scores - scores.max(-1, keepdims=True))
    out: Scores = raised / raised.sum(-1, keepdims=True)
    return out


def cues(tags: Scores, least: float = LEAST) -> list[tuple[Range, float]]:
    """The cues of a window, each with how sure it is; `tags` are shares of O, B, I by token."""
    out: list[tuple[Range, float]] = []
    k, count = 0, len(tags)
    while k < count:
        sure = 1 - float(tags[k, 0])
        if sure < least:
            k += 1
            continue
        end = k + 1
        while end < count and tags[end, 2] >= LEAST:
            end += 1
        out.append(((k, end), sure))
        k = end
    return out


def source(tags: Scores, cue: Range) -> list[Range]:
    """The one source: of the runs the likeliest taken together."""
    runs = _runs(1 - tags[:, 0], cue)
    return [max(runs, key=lambda run: float((1 - tags[run[0] : run[1], 0]).sum()))] if runs else []


def content(tags: Scores, cue: Range, taken: list[Range]) -> list[Range]:
    """All parts of the content, with small gaps closed, less the cue and the source."""
    shut = [cue, *taken]
    out: list[Range] = []
    for run in _runs(1 - tags[:, 0], *shut):
        if out and run[0] - out[-1][1] <= GAP and not any(out[-1][1] <= a < run[0] for a, _ in shut):
            out[-1] = (out[-1][0], run[1])
        else:
            out.append(run)
    longest = max((b - a for a, b in out), default=0)
    return [run for run in out if run[1] - run[0] > 1 or longest == 1]


def _runs(inside: Scores, *shut: Range) -> list[Range]:
    """Runs of tokens that are inside rather than outside, none of them shut out."""
    out: list[Range] = []
    for k, share in enumerate(inside):
        if share >= LEAST and not any(a <= k < b for a, b in shut):
            if out and out[-1][1] == k:
                out[-1] = (out[-1][0], k + 1)
            else:
                out.append((k, k + 1))
    return out
