"""The `mentions` of a record: every place, time, quantity, source and cue found, whether a claim uses it or not.

A source that is a person or an organisation is a mention of that kind too. A time has the date that a claim gives it,
else the one that publication alone does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from sayso.claim.published import published
from sayso.claim.when import Anchors, resolve
from sayso.core.claim import Record
from sayso.core.place import Located
from sayso.core.reading import Named, PlaceName, Reading
from sayso.core.span import Span, Spans

Mention = dict[str, object]
ALSO = frozenset({"person", "organisation"})  # kinds of source that are kinds of mention


def mentions(record: Record, reading: Reading, located: Mapping[Span, Located]) -> Record:
    """The record with its mentions in the order of the text, each only once; `located` has the places of names."""
    found: dict[tuple[int, int, str], Mention] = {}
    places, times = _places(reading, located), _times(record, reading)
    for spans, kind, fields in (*places, *times, *_quantities(reading), *_said(reading)):
        key = (spans[0].start, spans[-1].end, kind)
        found.setdefault(key, {"kind": kind, "span": list(spans), **fields})
    ordered = tuple(found[key] for key in sorted(found, key=lambda key: (key[0], key[2], key[1])))
    return msgspec.structs.replace(record, mentions=ordered)


def _places(reading: Reading, located: Mapping[Span, Located]) -> Iterator[tuple[Spans, str, Mention]]:
    """Places; that of a dateline is where the report was filed, and rests on no more than context."""
    for name in reading.toponyms:
        filed = name.span.start < reading.sentences[name.sentence].body
        fields = _place(name, located.get(name.span))
        yield (name.span,), "place", {**fields, "basis": "context" if filed else "explicit"}


def _place(name: PlaceName, at: Located | None) -> Mention:
    if at is None:
        return {"id": None, "name": name.name, "lat": None, "lon": None, "precision": None}
    place = at.place
    return {"id": place.id, "name": name.name, "lat": place.lat, "lon": place.lon, "precision": at.precision}


def _times(record: Record, reading: Reading) -> Iterator[tuple[Spans, str, Mention]]:
    whens = [claim.event.when for claim in record.claims]
    told: dict[Span, str] = {when.span[0]: when.edtf for when in whens if when is not None and when.span}
    anchors = Anchors(published(reading), None)
    for time in reading.times:
        made = resolve(time, anchors)
        yield (time.span,), "time", {"edtf": told.get(time.span, made[0] if made else None)}


def _quantities(reading: Reading) -> Iterator[tuple[Spans, str, Mention]]:
    for count in reading.counts:
        q = count.quantity
        yield (count.span,), "quantity", {"low": q.low, "high": q.high, "approximate": q.approximate}


def _said(reading: Reading) -> Iterator[tuple[Spans, str, Mention]]:
    """Every hand that words passed through, and every cue."""
    for said in reading.said:
        yield said.cue, "cue", {"act": said.act}
        for cue, _ in said.via:
            yield cue, "cue", {"act": "report"}
        hands = (said.outlet, said.source, *(who for _, who in said.via))
        for named in hands:
            if named is not None:
                yield from _hand(named)


def _hand(named: Named) -> Iterator[tuple[Spans, str, Mention]]:
    yield (named.span,), "source", {"name": named.name}
    if named.kind in ALSO:
        yield (named.span,), named.kind, {"name": named.name}
