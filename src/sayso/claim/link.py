"""Which event told elsewhere in a report a claim belongs to, and so takes its date and place from.

In this order, each time the nearest before the claim:

1. the scene its paragraph set, where no claim of its own kind stands between;
2. a claim of its paragraph that is of its kind (an arrest is also told as a capture), like it of violence, or a deed
   of the same agent;
3. a claim of its kind anywhere;
4. where the claim speaks of *the operation*, *the attack* as known: the deed before it that brought one up;
5. for violence, the main event: the first of violence in the report, wherever it stands;
6. a claim that brings up an operation or a patrol, in the course of which it then happened.

An arrest may come long after the deed that it is for, so neither is the main event of the other.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Generic, NamedTuple, TypeVar

from sayso.claim.draft import Draft, Index
from sayso.claim.scene import Scene
from sayso.core.reading import Rank

CUSTODY = frozenset({"arrest", "capture"})
OPERATION = frozenset({"deployment"})
FLIGHT = frozenset({"displacement"})  # people flee to a place, and later: it is not that of what they flee from
GENERAL = frozenset({"attack", "deployment"})  # *the attack*, *the operation*: nouns for a deed of any kind
KNOWN = frozenset({Rank.KNOWN, Rank.KNOWN_OCCURS})
REACH = 200  # offers that are looked back over

Lent = TypeVar("Lent")


class Offer(NamedTuple):
    """Somewhere a date or place is told: where in the text, by a claim or by the scene of a paragraph."""

    at: int
    family: frozenset[str]
    told: str
    claim: Draft | None = None
    scene: Scene | None = None

    @classmethod
    def of_claim(cls, draft: Draft) -> Offer:
        """What a claim tells."""
        kind = draft.event.type if draft.event is not None else "event"
        return cls(draft.content[0].start, family(draft), f"the {kind} told elsewhere", claim=draft)

    @classmethod
    def of_scene(cls, scene: Scene) -> Offer:
        """What stands first in a sentence."""
        spans = [one.span.start for one in (scene.time, scene.place) if one is not None]
        return cls(min(spans), frozenset(), "the scene set before it", scene=scene)


def family(draft: Draft) -> frozenset[str]:
    """The types that an event of a claim's type is told by."""
    kind = draft.event.type if draft.event is not None else ""
    return next((kinds for kinds in (CUSTODY, OPERATION) if kind in kinds), frozenset({kind}))


class Links(Generic[Lent]):
    """All that is on offer in a report, and who takes it."""

    def __init__(self, offers: list[tuple[Offer, Lent]], index: Index) -> None:
        self._index = index
        self._offers = sorted(offers, key=lambda pair: pair[0].at)
        self._at = [offer.at for offer, _ in self._offers]
        deeds = (k for k, (o, _) in enumerate(self._offers) if o.claim is not None and _is_deed(o.family))
        self._main = next(deeds, None)

    def lender(self, draft: Draft) -> tuple[Offer, Lent] | None:
        """The offer a claim takes, with what is lent; None where nothing is known of its event."""
        kind, known = family(draft), any(t.rank in KNOWN and t.type in GENERAL for t in draft.triggers)
        scene, like, deed, near, operation = None, None, None, None, None
        end = bisect_left(self._at, draft.content[0].start)
        for k in range(end - 1, max(-1, end - 1 - REACH), -1):
            offer = self._offers[k][0]
            if offer.scene is not None:
                scene = k if scene is None and like is None and self._covers(offer.scene, draft) else scene
            elif offer.family == kind:
                like = k if like is None else like
            else:
                deed = k if deed is None and offer.claim is not None and _brings_up(offer.claim, draft) else deed
            if near is None and offer.claim is not None and self._beside(offer.claim, draft):
                near = k
            if operation is None and offer.claim is not None and _operation(offer.claim):
                operation = k
        main = self._main if _is_violent(kind) else None
        if kind == CUSTODY and like is None:
            main = next((k for k in range(end, len(self._offers)) if self._offers[k][0].family == kind), None)
        order = (scene, near, like, deed if known else None, main, operation)
        found = next((k for k in order if k is not None), None)
        return self._offers[found] if found is not None else None

    def _beside(self, earlier: Draft, draft: Draft) -> bool:
        """Whether two claims stand in one paragraph and are of one family, both of violence, or deeds of one agent."""
        sentences = self._index.reading.sentences
        one, other = family(earlier), family(draft)
        alike = one == other or (_is_deed(one) and _is_violent(other)) or bool(_agents(earlier) & _agents(draft))
        return alike and sentences[earlier.sentence].paragraph == sentences[draft.sentence].paragraph

    def _covers(self, scene: Scene, draft: Draft) -> bool:
        return scene.paragraph == self._index.reading.sentences[draft.sentence].paragraph


def _agents(draft: Draft) -> set[str]:
    """The last words of what names the agents: *the security force*, *the force*."""
    return {one.name.split()[-1].casefold() for one in draft.event.agents} if draft.event is not None else set()


def _is_violent(kind: frozenset[str]) -> bool:
    return kind not in (CUSTODY, OPERATION)


def _is_deed(kind: frozenset[str]) -> bool:
    """Whether an event of such a kind can be what a report is about."""
    return kind not in (CUSTODY, OPERATION, FLIGHT)


def _brings_up(earlier: Draft, later: Draft) -> bool:
    """Whether a claim brought up what a later one calls by a general noun: a deed of violence, or an operation."""
    named = {t.type for t in later.triggers if t.rank in KNOWN}
    return bool(named & OPERATION and _operation(earlier)) or ("attack" in named and _is_deed(family(earlier)))


def _operation(draft: Draft) -> bool:
    """Whether a claim brings up an operation or a patrol."""
    return any(t.type in OPERATION and t.rank not in KNOWN for t in draft.triggers)
