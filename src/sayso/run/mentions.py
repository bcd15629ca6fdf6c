"""The `mentions` of a record: every place, time, quantity, source and cue found, whether a claim uses it or not."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sayso.claim.when import Anchors, resolve
from sayso.core.claim import Record
from sayso.core.reading import Reading
from sayso.core.when import anchor

Mention = tuple[int, dict[str, object]]  # where it begins, and what is printed of it


def mentions(record: Record, reading: Reading) -> Record:
    """The record with its mentions, in the order of the text."""
    found = [*_names(reading), *_figures(reading), *_attributions(reading)]
    ordered = tuple(value for _, value in sorted(found, key=lambda pair: (pair[0], str(pair[1]["kind"]))))
    return msgspec.structs.replace(record, mentions=ordered)


def _names(reading: Reading) -> Iterator[Mention]:
    unresolved = {"lat": None, "lon": None, "precision": None}
    for place in reading.places:
        yield place.span.start, {"kind": "place", "span": [place.span], "id": None, "name": place.name, **unresolved}


def _figures(reading: Reading) -> Iterator[Mention]:
    anchors = Anchors(anchor(reading.document.published), None)
    for time in reading.times:
        made = resolve(time, anchors)
        yield time.span.start, {"kind": "time", "span": [time.span], "edtf": made[0] if made else None}
    for count in reading.counts:
        q = count.quantity
        bounds = {"low": q.low, "high": q.high, "approximate": q.approximate}
        yield count.span.start, {"kind": "quantity", "span": [count.span], **bounds}


def _attributions(reading: Reading) -> Iterator[Mention]:
    for said in reading.said:
        if said.source is not None:
            yield said.source.span.start, {"kind": "source", "span": [said.source.span], "name": said.source.name}
        yield said.cue[0].start, {"kind": "cue", "span": list(said.cue), "act": said.act}
