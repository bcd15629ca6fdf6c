"""The grammar's attributions and the tagger's, made one list.

Where both see the same cue the grammar's stands: it knows outlets, relayed sources and what a cue does. A cue that the
tagger alone is sure of is added, and one that the grammar alone found stays. docs/tagger.md has the ablation.
"""

from __future__ import annotations

from sayso.core.proposal import SURE, Proposed
from sayso.read import proposed as by_tagger
from sayso.read.frame import Frame
from sayso.read.line import Line


def combined(lines: list[Line], frames: list[list[Frame]], proposed: Proposed) -> list[list[Frame]]:
    """The frames of every sentence, in no order; the grammar's are left out where the tagger reads alone."""
    out = [[] if proposed.alone else list(found) for found in frames]
    for one in proposed.proposals:
        made = by_tagger.frame(lines, one) if one.sure >= SURE else None
        if made is not None and (proposed.alone or not any(_alike(made, found) for found in frames[made.sentence])):
            out[made.sentence].append(made)
    return out


def _alike(a: Frame, b: Frame) -> bool:
    """Whether two frames share a word of their cues."""
    return any(s < d and c < e for s, e in a.cue for c, d in b.cue)
