"""How sure and which way round: polarity and certainty of the origin, and what the report's own voice adds.

Polarity and certainty as in FactBank (Saurí and Pustejovsky 2009), in words and never as a number.
"""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from sayso.claim.draft import Draft, Index
from sayso.core.claim import Act, Certainty, Confirmation
from sayso.core.reading import Sign
from sayso.core.span import Span

UNSAID = frozenset(("no_knowledge", "decline", "declare_open"))  # acts that leave open whether the content is so
_RANK: dict[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2, "unknown": 3}


def settle(draft: Draft, index: Index) -> None:
    """Set polarity, certainty, act and confirmation of one claim from the signs around it."""
    sentences = index.sentences_of(draft.content)
    inside = [sign for k in sentences for sign in index.signs.get(k, ()) if draft.holds(sign.span)]
    open_act = next(
        (sign for sign in inside if sign.kind in ("no_knowledge", "declare_open") and _main(draft, index, sign.span)),
        None,
    )
    if draft.links and draft.links[-1].act in UNSAID:
        draft.certainty = "unknown"
    elif open_act is not None:
        draft.own_act = msgspec.convert(open_act.kind, Act)
        draft.certainty = "unknown"
        draft.reasons.append(("certainty", open_act.reason, (open_act.span,)))
    else:
        _certainty(draft, inside, index)
        _polarity(draft, inside, index)
    _confirmation(draft, sentences, index)


def _certainty(draft: Draft, inside: list[Sign], index: Index) -> None:
    if draft.hearsay is not None:
        draft.certainty = draft.hearsay
    for sign in inside:
        if sign.kind == "hedge" and _main(draft, index, sign.span):
            value = msgspec.convert(sign.value, Certainty)
            if _RANK[value] > _RANK[draft.certainty]:
                draft.certainty = value
                draft.reasons.append(("certainty", sign.reason, (sign.span,)))
    if draft.links and draft.links[-1].act == "doubt":
        draft.certainty = "possible"


def _polarity(draft: Draft, inside: list[Sign], index: Index) -> None:
    denied = bool(draft.links) and draft.links[-1].act in ("deny", "retract")
    negations = [sign for sign in inside if _negates(draft, sign) and _governs(draft, index, sign.span)]
    draft.reasons += [("polarity", sign.reason, (sign.span,)) for sign in negations]
    if denied:
        draft.reasons.append(("polarity", f"act {draft.links[-1].act}", draft.links[-1].cue or ()))
    if denied or negations:
        draft.polarity = "negative"


def _negates(draft: Draft, sign: Sign) -> bool:
    """Whether a sign can negate: *no one was killed* is a zero, and *no* beside a toll belongs elsewhere."""
    if any(toll.quantity.high == 0 for toll in draft.tolls):
        return False
    return sign.kind == "negation" or (sign.kind == "zero" and not any(toll.quantity.low for toll in draft.tolls))


def _main(draft: Draft, index: Index, span: Span) -> bool:
    """Whether a sign stands before or near the main predicate: no clause boundary before it or the trigger.

    One that opens the content (*that the toll may be higher*) is none inside it.
    """
    if _together(index, draft.content[0].start + 1, span.start):
        return True
    after = draft.trigger is not None and draft.trigger.span.start > span.start
    return after and draft.trigger is not None and _together(index, span.end, draft.trigger.span.start)


def _governs(draft: Draft, index: Index, span: Span) -> bool:
    if draft.trigger is not None:
        other = draft.trigger.span
        return _together(index, min(span.end, other.end), max(span.start, other.start))
    return _together(index, draft.content[0].start + 1, span.start)


def _together(index: Index, start: int, end: int) -> bool:
    """Whether no clause boundary stands between two places of the text."""
    breaks = index.reading.breaks
    at = bisect_left(breaks, start)
    return at >= len(breaks) or breaks[at] >= end


def _confirmation(draft: Draft, sentences: range, index: Index) -> None:
    """What the report's own voice says of it: in its sentence outside the content, or in the next one."""
    here = [
        s
        for k in sentences
        for s in index.signs.get(k, ())
        if s.kind == "verdict" and (not draft.links or not draft.holds(s.span))
    ]
    after = [] if here else _next_sentence(draft, sentences, index)
    for sign in (*here, *after):
        draft.confirmation = msgspec.convert(sign.value, Confirmation)
        draft.reasons.append(("confirmation", sign.reason, (sign.span,)))
        return


def _next_sentence(draft: Draft, sentences: range, index: Index) -> list[Sign]:
    """A verdict that is a sentence of its own, in the report's voice, speaks of the sentence before."""
    k = sentences.stop
    reading = index.reading
    if k >= len(reading.sentences) or index.tolls.get(k) or k in index.told:
        return []
    if not (draft.tolls or draft.trigger):
        return []
    return [s for s in index.signs.get(k, ()) if s.kind == "verdict"]
