"""Claims with their places resolved: what was located is filled in, and `why` told what spoke for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

import msgspec

from sayso.claim.locate import PRECISION
from sayso.core.claim import Claim
from sayso.core.place import Candidate, Located, Place
from sayso.core.precision import geo_precision
from sayso.core.span import Span, Spans

Reasons = list[tuple[str, str, Spans]]
RUNNERS_UP = 3


class Spots:
    """What was located, found by any span that touches its name."""

    def __init__(self, located: Mapping[Span, Located]) -> None:
        self._located = located
        self._spans = sorted(located)

    def at(self, span: Span) -> Located | None:
        """What was located there; the first where there are several."""
        if span in self._located:
            return self._located[span]
        k = bisect_left(self._spans, span.start, key=lambda one: one.end)
        near = (one for one in self._spans[k : k + 2] if one.touches(span))
        return next((self._located[one] for one in near), None)


def placed(claim: Claim, spots: Spots) -> tuple[Claim, Reasons]:
    """The claim with its place's id, point and precision, where its name was located, and the reasons.

    The id stays: it says what the report says, whatever gazetteer is at hand.
    """
    where = claim.event.where
    found = [spots.at(span) for span in where.span or ()] if where is not None else []
    at = _agreeing([one for one in found if one is not None])
    if where is None or at is None:
        return claim, []
    place = at.place
    known = msgspec.structs.replace(where, id=place.id, lat=place.lat, lon=place.lon, precision=at.precision)
    event = msgspec.structs.replace(claim.event, where=known)
    return msgspec.structs.replace(claim, event=event), list(_told(at))


def _agreeing(found: list[Located]) -> Located | None:
    """The first place, or another that its name may mean, that can lie in all the areas told behind it; else of those.

    *Daman, Kandahar province* is no Daman elsewhere: where the gazetteer has none in Kandahar, it is in Kandahar.
    """
    for k, one in enumerate(found):
        areas = [other.place for other in found[k + 1 :]]
        for candidate in one.candidates:
            if not any(_contradicts(candidate.place, area) for area in areas):
                return _chosen(one, candidate)
    return None


def _chosen(found: Located, candidate: Candidate) -> Located:
    """What was located, as this candidate of its name."""
    if candidate.place is found.place:
        return found
    same = candidate.place.kind == found.place.kind
    precision = found.precision if same else PRECISION.get(candidate.place.kind)
    others = (one for one in found.candidates if one is not candidate)
    return Located(candidate.place, precision, (candidate, *others))


def _contradicts(place: Place, area: Place) -> bool:
    """Whether the gazetteer has a place elsewhere than in an area."""
    if place.id == area.id or place.country != area.country:
        return place.id != area.id
    division = place.admin1 if area.kind == "admin1" else place.admin2
    known = area.kind in ("admin1", "admin2") and division is not None
    return (known and division != area.id) or (place.admin1 or area.admin1) != (area.admin1 or place.admin1)


def _told(at: Located) -> Iterator[tuple[str, str, Spans]]:
    best, *others = at.candidates
    scales = "no precision on the coders' scales"
    if at.precision is not None:
        scales = f"UCDP where_prec {at.precision}, ACLED geo_precision {geo_precision(at.precision)}"
    yield "place", f"{_called(best)}; {scales}", ()
    for name, points, reason in best.features:
        yield "", f"{points:+} {name}: {reason}", ()
    for other in others[:RUNNERS_UP]:
        yield "passed over", f"{_called(other)}", ()


def _called(candidate: Candidate) -> str:
    place = candidate.place
    inside = f", {place.country}" if place.country else ""
    return f"{place.name} ({place.kind}{inside}; {place.id}), {candidate.points} points"
