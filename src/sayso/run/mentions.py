"""The `mentions` of a record: every place, time, quantity, source and cue found, whether a claim uses it or not.

A source that is a person or an organisation is a mention of that kind too. A time has the date that a claim gives it,
else the one that publication alone does.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sayso.claim.when import Anchors, resolve
from sayso.core.claim import Record
from sayso.core.reading import Named, Reading
from sayso.core.span import Span, Spans
from sayso.core.when import anchor

Mention = dict[str, object]
ALSO = frozenset({"person", "organisation"})  # kinds of source that are kinds of mention


def mentions(record: Record, reading: Reading) -> Record:
    """The record with its mentions in the order of the text, each only once."""
    found: dict[tuple[int, int, str], Mention] = {}
    for spans, kind, fields in (*_places(reading), *_times(record, reading), *_quantities(reading), *_said(reading)):
        key = (spans[0].start, spans[-1].end, kind)
        found.setdefault(key, {"kind": kind, "span": list(spans), **fields})
    ordered = tuple(found[key] for key in sorted(found, key=lambda key: (key[0], key[2], key[1])))
    return msgspec.structs.replace(record, mentions=ordered)


def _places(reading: Reading) -> Iterator[tuple[Spans, str, Mention]]:
    """Places; that of a dateline is where the report was filed, and rests on no more than context."""
    for place in reading.places:
        filed = place.span.start < reading.sentences[place.sentence].body
        fields: Mention = {"id": None, "name": place.name, "lat": None, "lon": None, "precision": None}
        yield (place.span,), "place", {**fields, "basis": "context" if filed else "explicit"}


def _times(record: Record, reading: Reading) -> Iterator[tuple[Spans, str, Mention]]:
    whens = [claim.event.when for claim in record.claims]
    told: dict[Span, str] = {when.span[0]: when.edtf for when in whens if when is not None and when.span}
    anchors = Anchors(anchor(reading.document.published), None)
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
