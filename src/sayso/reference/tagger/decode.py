"""From a window's shares to spans: which tokens are a cue, and which its source and content, and how sure that is.

What is chosen here was chosen on PolNeAR dev and on the articles of train that nothing was trained on.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.reference.tagger.windows import Range

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

LEAST = 0.5
BEGINS = 0.2  # a run of tokens in which none begins a cue as surely as this is a broken-off piece of one, and none
LEAST_BEGIN = 1e-3  # of the share of a token inside a source, the least that is ever its being the first or a later one
MOST = 4.0  # a token is never surer than this (log odds), so that no single one breaks a content
NEVER = -1e6  # log odds
# what it costs (log odds) to begin or end a content at a mark, and in the middle of a clause; less where a token is
# taken for the first of one: `FIRST` times its log odds above those of one in eight
AT_MARK, INSIDE = 1.5, 8.0
FIRST, ONE_IN_EIGHT = 2.0, -2.0
# how much (log odds) speaks for an attribution: that its cue begins where it does, what its content and source hold,
# and that it has no source; a logistic regression over some 3,000 proposals
CUE, CONTENT, SOURCE, SOURCELESS, BASE = 0.44, 0.25, 0.14, 0.68, -2.01


def shares(scores: Scores) -> Scores:
    """Scores as shares of one over the last axis."""
    import numpy as np

    raised = np.exp(scores - scores.max(-1, keepdims=True))
    out: Scores = raised / raised.sum(-1, keepdims=True)
    return out


def cues(tags: Scores) -> list[tuple[Range, float]]:
    """The cues of a window, each with the share of its likeliest beginning: runs of tokens not outside.

    `tags` are shares of O, B, I by token.
    """
    found = ((run, float(tags[run[0] : run[1], 1].max())) for run in _runs(1 - tags[:, 0] >= LEAST))
    return [(run, begins) for run, begins in found if begins >= BEGINS]


def source(tags: Scores, cue: Range) -> list[Range]:
    """The one source, without the cue: the stretch of tokens that is likeliest one source rather than none.

    Of a stretch the first token begins a source and the others go on with it: a doubtful word in the middle of a name
    does not break it, and a word before it does not join it. Found in one go (Kadane's greatest sum, Bentley 1984).
    """
    import numpy as np

    odds = _inside(tags, [cue])
    begins = np.clip(tags[:, 1] / np.maximum(1 - tags[:, 0], LEAST_BEGIN), LEAST_BEGIN, 1 - LEAST_BEGIN)
    run = _greatest((odds + np.log(begins)).tolist(), (odds + np.log(1 - begins)).tolist())
    return [run] if run else []


def content(tags: Scores, shut: Sequence[Range], marks: Sequence[bool]) -> list[Range]:
    """All parts of the content, less what is shut (its cue and source): the likeliest path of in and out.

    `marks[k]` tells whether a mark or line end stands between tokens `k - 1` and `k`. There, and beside what is shut, a
    content may well begin or end; elsewhere that takes more.
    """
    import numpy as np

    odds = _inside(tags, shut)
    gain = np.maximum(FIRST * (_odds(tags[:, 1]) - ONE_IN_EIGHT), 0)
    cost = [AT_MARK if mark else INSIDE for mark in marks]
    for k in (edge for run in shut for edge in run):
        if k < len(cost):
            cost[k] = AT_MARK
    return _runs(np.array(_path(odds.tolist(), cost, [c - g for c, g in zip(cost, gain.tolist(), strict=True)])))


def sure(begins: float, linked: Scores, source: Sequence[Range], content: Sequence[Range]) -> float:
    """How sure an attribution is to be one, from 0 to 1; `linked` are the shares (tokens, 2, 3) for its cue."""
    inside = 1 - linked[:, :, 0]
    holds = [share for start, end in content for share in inside[start:end, 1].tolist()]
    names = [share for start, end in source for share in inside[start:end, 0].tolist()]
    odds = (
        CUE * _log_odds(begins)
        + CONTENT * _log_odds(sum(holds) / len(holds))
        + SOURCE * _log_odds(max(names, default=0))
    )
    return 1 / (1 + math.exp(-(odds + SOURCELESS * (not names) + BASE)))


def _inside(tags: Scores, shut: Sequence[Range]) -> Scores:
    """For each token how much (log odds) speaks for its being inside: never what is shut."""
    import numpy as np

    odds: Scores = np.clip(_odds(1 - tags[:, 0]), -MOST, MOST)
    for start, end in shut:
        odds[start:end] = NEVER
    return odds


def _odds(share: Scores) -> Scores:
    """Shares as log odds."""
    import numpy as np

    kept = np.clip(share, 1e-6, 1 - 1e-6)
    out: Scores = np.log(kept / (1 - kept))
    return out


def _log_odds(share: float) -> float:
    kept = min(max(share, 1e-3), 1 - 1e-3)
    return math.log(kept / (1 - kept))


def _path(odds: list[float], leaving: list[float], entering: list[float]) -> list[bool]:
    """For each token whether it is in, such that the odds of those in, less what changes cost, are greatest."""
    out, inside = 0.0, -entering[0]
    came: list[tuple[bool, bool]] = []  # for out and for in: whether the token before was in
    for k, gain in enumerate(odds):
        if k:
            left, stayed = inside - leaving[k] > out, inside > out - entering[k]
            came.append((left, stayed))
            out, inside = max(out, inside - leaving[k]), max(inside, out - entering[k])
        inside += gain
    path = [inside - AT_MARK > out]
    for left, stayed in reversed(came):
        path.append(stayed if path[-1] else left)
    return path[::-1]


def _greatest(first: list[float], later: list[float]) -> Range | None:
    """The run with the greatest sum, if above 0: of `first` for its first token and of `later` for all others."""
    total, best = -math.inf, 0.0
    start, found = 0, None
    for k, (begun, gone_on) in enumerate(zip(first, later, strict=True)):
        if total + gone_on > begun:
            total += gone_on
        else:
            total, start = begun, k
        if total > best:
            best, found = total, (start, k + 1)
    return found


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
