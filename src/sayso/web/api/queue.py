"""The review queue, as the page has it."""

from __future__ import annotations

from sayso.publish.queue import Entry
from sayso.web.api.line import Asked
from sayso.web.api.some import moment, some
from sayso.web.api.work import Point, Queue, QueueEntry
from sayso.web.page.queue import sought
from sayso.web.visit import Visit

ASKED = (Asked("kind", "`event` or `pair`; both unless given", "pair"),)


def listed(visit: Visit) -> Queue:
    """What is most worth a human look."""
    whole = sought(visit)
    part = some(visit, whole)
    return Queue(as_of=moment(visit), total=len(whole), next=part.next, entries=tuple(_entry(one) for one in part.of))


def _entry(one: Entry) -> QueueEntry:
    return QueueEntry(
        kind=one.kind, events=tuple(event.id for event in one.events), points=one.points, claims=one.claims,
        reviewed=one.reviewed,
        reasons=tuple(
            Point(points=why.points, reason=why.text.format(**why.values), claims=why.claims) for why in one.reasons
        ),
    )  # fmt: skip
