"""Where each claim's event was, by its own words; never the place of a dateline or of the saying.

Of several places in the content, the one put first in the sentence counts (*In Karsal, troops from Mursk …*) unless it
is an area and a smaller one is told (*In Kunar province, a post in Maku …*); else the nearest behind the word that
tells the event, else the nearest before it, and last a place that somebody came from. A place before the content is the
event's where it is put first, where another claim of the sentence tells it, or behind a word for an event (*the
annexation of Crimea, where volunteers …*); what stands behind the cue (*told reporters in Geneva that*) is where it was
said.

The place named is the most exact one; the areas that it is said to lie in follow it among the spans, so that it can be
resolved to one of them where no gazetteer knows it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.claim.draft import Draft, Index
from sayso.claim.scene import scene
from sayso.core.claim import Basis, Where
from sayso.core.reading import PlaceName
from sayso.core.span import Span

AREAS = ("admin2", "admin1", "region", "country")  # kinds of place that others lie in, from small to large
APART = 24  # characters between a place and what it lies in: *district, in the central*


def own_place(draft: Draft, index: Index, told: list[Span]) -> Where | None:
    """The place a claim tells; `told` is what the claims of its sentence say, its own too."""
    places = [place for k in index.sentences_of(draft.content) for place in index.places.get(k, ())]
    inside = [place for place in places if draft.holds(place.span)]
    basis: Basis = "explicit"
    found = _nearest(draft, inside, index)
    if found is None:
        found = next((place for place in places if _before(draft, place, index, told)), None)
        basis = "previous"
    if found is None:
        return None
    draft.reasons.append(("where", found.reason, (found.span,)))
    return Where(name=found.name, span=(found.span, *_within(found, index)), basis=basis)


def _within(place: PlaceName, index: Index) -> Iterator[Span]:
    """The areas a place is told to lie in, that put first in the sentence last."""
    behind = tuple(areas(place, index))
    first = scene(index, place.sentence)
    yield from behind
    if first is not None and first.place is not None and _lies_in(place, first.place, index):
        yield from (first.place.span,) if first.place.span not in behind else ()


def areas(place: PlaceName, index: Index) -> Iterator[Span]:
    """The areas that the text names behind a place as what it lies in: *Maku, in Zhar district, Kunar province*."""
    end, within = place.span.end, place.within
    for one in index.toponyms.get(place.sentence, ()):
        if one.span.start < end:
            within = one.within if one.span == place.span else within
        elif one.span.start - end > APART or (one.kind not in AREAS and one.span != within):
            return
        else:
            yield one.span
            end, within = one.span.end, one.within


def _nearest(draft: Draft, places: list[PlaceName], index: Index) -> PlaceName | None:
    first = scene(index, draft.sentence)
    if first is not None and first.place in places:
        places = [p for p in places if _lies_in(p, first.place, index)] or [first.place]
    at = draft.trigger.span.start if draft.trigger is not None else draft.content[0].start
    return min(places, key=lambda one: (one.origin, one.span.start < at, abs(one.span.start - at)), default=None)


def _lies_in(place: PlaceName, area: PlaceName, index: Index) -> bool:
    """Whether a place can be one in an area put first."""
    return _extent(place, index) < _extent(area, index) and not place.origin


def _extent(place: PlaceName | None, index: Index) -> int:
    """How large a place is, as far as the text says what it is: 0 for one that is not said to be an area."""
    kinds = (one.kind for one in index.toponyms.get(place.sentence, ()) if one.span == place.span) if place else ()
    return max((AREAS.index(kind) + 1 for kind in kinds if kind in AREAS), default=0)


def _before(draft: Draft, place: PlaceName, index: Index, told: list[Span]) -> bool:
    ends = place.span.end <= draft.content[0].start
    if place.sentence != draft.sentence or not ends or index.in_dateline(place) or _in_links(draft, place.span):
        return False
    if any(cue.end <= place.span.start for link in draft.links for cue in link.cue or ()):
        return False
    first = scene(index, draft.sentence, said=True)
    named = any(trigger.span.end <= place.span.start for trigger in index.triggers.get(draft.sentence, ()))
    return named or (first is not None and first.place is place) or any(span.covers(place.span) for span in told)


def _in_links(draft: Draft, span: Span) -> bool:
    return any(
        link.source.span is not None and any(part.covers(span) for part in link.source.span) for link in draft.links
    )
