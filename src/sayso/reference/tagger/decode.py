"""From a window's shares to spans: which tokens are a cue, and which its source and content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.reference.tagger.windows import Range

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

LEAST = 0.5
DOUBTFUL = 0.2  # a source is hardly ever left out: where none reaches LEAST, one above this is taken
MOST = 4.0  # a token is never surer than this (log odds), so that no single one breaks a content
# what it costs (log odds) to begin or end a content at a mark, and in the middle of a clause; chosen on PolNeAR dev
AT_MARK, INSIDE = 1.5, 12.0


def shares(scores: Scores) -> Scores:
    """Scores as shares of one over the last axis."""
    import numpy as np

    raised = np.exp(scores - scores.max(-1, keepdims=True))
    out: Scores = raised / raised.sum(-1, keepdims=True)
    return out


def cues(tags: Scores) -> list[tuple[Range, float]]:
    """The cues of a window, each with how sure it is: runs of tokens not outside.

    `tags` are shares of O, B, I by token.
    """
    inside = 1 - tags[:, 0]
    return [(run, float(inside[run[0] : run[1]].max())) for run in _runs(inside >= LEAST)]


def source(tags: Scores, cue: Range) -> list[Range]:
    """The one source: of the runs the likeliest taken together."""
    inside = 1 - tags[:, 0]
    inside[cue[0] : cue[1]] = 0
    runs = _runs(inside >= LEAST) or _runs(inside >= DOUBTFUL)
    return [max(runs, key=lambda run: float(inside[run[0] : run[1]].sum()))] if runs else []


def content(tags: Scores, shut: Sequence[Range], marks: Sequence[bool]) -> list[Range]:
    """All parts of the content, less what is shut (its cue and source): the likeliest path of in and out.

    `marks[k]` tells whether a mark or line end stands between tokens `k - 1` and `k`. There, and beside what is shut, a
    content may well begin or end; elsewhere that takes more.
    """
    import numpy as np

    share = np.clip(1 - tags[:, 0], 1e-6, 1 - 1e-6)
    odds = np.clip(np.log(share / (1 - share)), -MOST, MOST)
    cost = [AT_MARK if mark else INSIDE for mark in marks]
    for start, end in shut:
        odds[start:end] = -1e6
        for k in (start, end):
            if k < len(cost):
                cost[k] = AT_MARK
    return _runs(np.array(_path(odds.tolist(), cost)))


def _path(odds: list[float], cost: list[float]) -> list[bool]:
    """For each token whether it is in, such that the odds of those in, less the cost of every change, are greatest."""
    out, inside = 0.0, -cost[0]
    came: list[tuple[bool, bool]] = []  # for out and for in: whether the token before was in
    for k, gain in enumerate(odds):
        if k:
            left, entered = inside - cost[k] > out, inside > out - cost[k]
            came.append((left, entered))
            out, inside = max(out, inside - cost[k]), max(inside, out - cost[k])
        inside += gain
    path = [inside - AT_MARK > out]
    for left, entered in reversed(came):
        path.append(entered if path[-1] else left)
    return path[::-1]


def _runs(inside: NDArray[np.bool_]) -> list[Range]:
    """Runs of tokens that are inside."""
    out: list[Range] = []
    for k, here in enumerate(inside):
        if here:
            if out and out[-1][1] == k:
                out[-1] = (out[-1][0], k + 1)
            else:
                out.append((k, k + 1))
    return out
