"""The grammar's attributions and the tagger's, made one list.

Where both see the same cue one of them says which words are source, cue and content: the pack says which leads, by
what was measured for its language, and where the tagger reads alone it leads. Either way the grammar says what the cue
does: it knows outlets, relayed sources, denials. Where the tagger leads, a cue that it does not see is none; where the
grammar leads, the sure ones that the tagger alone sees are added. docs/tagger.md has the ablation.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.core.proposal import SURE, Proposed
from sayso.read import proposed as by_tagger
from sayso.read.frame import Frame
from sayso.read.line import Line

EVIDENTIAL = "evidential"  # hearsay as a mood of the verb (*ska ha dödats*): no matter of source, cue and content


def combined(lines: list[Line], frames: list[list[Frame]], proposed: Proposed) -> list[list[Frame]]:
    """The frames of every sentence, in no order."""
    leads = proposed.alone or lines[0].words.pack.settings.tagger_leads
    out: list[list[Frame]] = [[] if leads else list(found) for found in frames]
    for one in proposed.proposals:
        made = by_tagger.frame(lines, one) if one.sure >= SURE else None
        if made is None:
            continue
        same = next((f for f in frames[made.sentence] if _alike(made, f)), None)
        if same is None:
            out[made.sentence].append(made)
        elif leads and same.manner != EVIDENTIAL:
            put = replace(same, source=made.source, cue=made.cue, content=made.content, told=made.told, rest=made.rest)
            out[made.sentence].append(put)
    if leads:
        for found, said in zip(frames, out, strict=True):
            said += [f for f in found if f.manner == EVIDENTIAL and not any(_sourced(one, f) for one in said)]
    return out


def _sourced(one: Frame, hearsay: Frame) -> bool:
    """Whether hearsay stands in words that have a source: those then name whose it is."""
    return one.source is not None and one.holds(hearsay.cue[0][0])


def _alike(a: Frame, b: Frame) -> bool:
    """Whether two frames share a word of their cues."""
    return any(s < d and c < e for s, e in a.cue for c, d in b.cue)
