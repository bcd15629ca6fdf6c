"""The `mentions` of a record: every place, time, quantity, source and cue found, whether a claim uses it or not."""

from __future__ import annotations

import msgspec

from sayso.claim.when import Anchors, resolve
from sayso.core.claim import Record
from sayso.core.reading import Reading
from sayso.core.when import anchor


def mentions(record: Record, reading: Reading) -> Record:
    """The record with its mentions, in the order of the text."""
    anchors = Anchors(anchor(reading.document.published), None)
    found: list[tuple[int, dict[str, object]]] = []
    for place in reading.places:
        found.append(
            (
                place.span.start,
                {
                    "kind": "place",
                    "span": [place.span],
                    "id": None,
                    "name": place.name,
                    "lat": None,
                    "lon": None,
                    "precision": None,
                },
            )
        )
    for time in reading.times:
        made = resolve(time, anchors)
        found.append((time.span.start, {"kind": "time", "span": [time.span], "edtf": made[0] if made else None}))
    for count in reading.counts:
        q = count.quantity
        found.append(
            (
                count.span.start,
                {"kind": "quantity", "span": [count.span], "low": q.low, "high": q.high, "approximate": q.approximate},
            )
        )
    for said in reading.said:
        if said.source is not None:
            found.append(
                (said.source.span.start, {"kind": "source", "span": [said.source.span], "name": said.source.name})
            )
        found.append((said.cue[0].start, {"kind": "cue", "span": list(said.cue), "act": said.act}))
    ordered = tuple(value for _, value in sorted(found, key=lambda pair: (pair[0], str(pair[1]["kind"]))))
    return msgspec.structs.replace(record, mentions=ordered)
