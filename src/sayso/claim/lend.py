"""Dates and places lent: a claim about an event that the report dates or places elsewhere takes that, marked `context`.

Who lends is for `link` to say. History neither lends nor borrows; nor does talk, a deed of no known kind, a headline,
or a year. A count up to now (*48 have died since*) lends no date.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sayso.claim.date import days_of, is_violence
from sayso.claim.draft import Draft, Index
from sayso.claim.link import CUSTODY, OPERATION, Links, Offer
from sayso.claim.place import areas
from sayso.claim.published import published
from sayso.claim.scene import Scene, scenes
from sayso.claim.when import Anchors, resolve
from sayso.core import when
from sayso.core.claim import When, Where
from sayso.core.reading import PlaceName
from sayso.core.span import Spans

OPEN = ".."  # as EDTF writes an end that is open


def settle(drafts: list[Draft], index: Index, told: frozenset[int]) -> None:
    """Lend dates to the claims that tell none (`told` holds those that do), then places to those without one."""
    able = [draft for draft in drafts if _is_deed(draft) and not draft.history and not _heads(draft, index)]
    silent = {id(draft) for k, draft in enumerate(drafts) if k not in told}
    set_scenes = scenes(index)
    _lend_when([d for d in able if id(d) in silent], [*_times(set_scenes, index), *_dated(able)], index)
    _lend_where(able, [*_spots(set_scenes, index), *_placed(able)], index)


def _is_deed(draft: Draft) -> bool:
    return is_violence(draft) or _type(draft) in CUSTODY | OPERATION


def _heads(draft: Draft, index: Index) -> bool:
    return index.reading.sentences[draft.sentence].heading


def _times(found: list[Scene], index: Index) -> Iterator[tuple[Offer, When]]:
    anchors = Anchors(published(index.reading), None)
    for scene in found:
        made = resolve(scene.time, anchors) if scene.time is not None else None
        if scene.time is not None and made is not None and not when.is_coarse(made[0]):
            yield Offer.of_scene(scene), When(edtf=made[0], span=(scene.time.span,), basis="context")


def _dated(able: list[Draft]) -> Iterator[tuple[Offer, When]]:
    for draft in able:
        own = draft.event.when if draft.event is not None else None
        if own is not None and not when.is_coarse(own.edtf) and not (draft.tolls and OPEN in own.edtf):
            yield Offer.of_claim(draft), own


def _spots(found: list[Scene], index: Index) -> Iterator[tuple[Offer, Where]]:
    for scene in found:
        if scene.place is not None:
            spans = (scene.place.span, *areas(scene.place, index))
            where = Where(name=scene.place.name, span=spans, basis="context")
            yield Offer.of_scene(scene), where


def _placed(able: list[Draft]) -> Iterator[tuple[Offer, Where]]:
    for draft in able:
        if draft.event is not None and draft.event.where is not None:
            yield Offer.of_claim(draft), draft.event.where


def _lend_when(borrowers: list[Draft], offers: list[tuple[Offer, When]], index: Index) -> None:
    links = Links(offers, index)
    for draft in borrowers:
        found = links.lender(draft) if draft.event is not None and draft.event.when is None else None
        if found is not None and draft.event is not None:
            offer, lent = found
            value = When(edtf=lent.edtf, span=lent.span, basis="context")
            draft.event = msgspec.structs.replace(draft.event, when=value)
            _reason(draft, "when", f"date of {offer.told}", lent.span)


def _lend_where(borrowers: list[Draft], offers: list[tuple[Offer, Where]], index: Index) -> None:
    links = Links(offers, index)
    filed = _dateline(index) if not offers else None
    for draft in borrowers:
        if draft.event is None or draft.event.where is not None:
            continue
        found = links.lender(draft)
        if found is not None and _same_days(draft, found[0].claim):
            offer, lent = found
            value = msgspec.structs.replace(lent, basis="context")
            draft.event = msgspec.structs.replace(draft.event, where=value)
            _reason(draft, "where", f"place of {offer.told}", lent.span)
        elif filed is not None:
            value = Where(name=filed.name, span=(filed.span,), basis="context")
            draft.event = msgspec.structs.replace(draft.event, where=value)
            _reason(draft, "where", "place of the dateline; no other place is named", (filed.span,))


def _dateline(index: Index) -> PlaceName | None:
    """The place a report was filed from, where it names no other: a correspondent may be far from what he tells of."""
    places = [p for p in index.reading.places if not index.reading.sentences[p.sentence].heading]
    filed = next((place for place in places if index.in_dateline(place)), None)
    return filed if filed is not None and all(index.in_dateline(p) or p.name == filed.name for p in places) else None


def _same_days(one: Draft, other: Draft | None) -> bool:
    """Whether two claims can be of one event: not where both tell their days and these are apart."""
    mine, theirs = days_of(one), days_of(other) if other is not None else None
    return mine is None or theirs is None or (mine[0] <= theirs[1] and theirs[0] <= mine[1])


def _reason(draft: Draft, field: str, rule: str, spans: Spans | None) -> None:
    draft.reasons.append((field, rule, spans or ()))


def _type(draft: Draft) -> str | None:
    return draft.event.type if draft.event is not None else None
