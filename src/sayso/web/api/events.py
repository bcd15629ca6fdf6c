"""Events and their accounts, and why each is one event."""

from __future__ import annotations

from starlette.exceptions import HTTPException

from sayso.core.decided import touched
from sayso.core.trouble import DateError
from sayso.reconcile import course
from sayso.run.joined import pairs
from sayso.run.listing import ORDERS, chosen
from sayso.web.api.line import Asked
from sayso.web.api.some import moment, some
from sayso.web.api.values import Account, Events, Making
from sayso.web.page.event import at_hand, found
from sayso.web.page.events import asked_for
from sayso.web.view.known import rows
from sayso.web.visit import Visit

ASKED = (
    Asked("since", "only events that may have been then or later, a day, month or year", "2018-02"),
    Asked("until", "only events that may have been then or earlier", "2018-03-31"),
    Asked("place", "only events whose place has this in its name, or as its id", "Khasham"),
    Asked("type", "only events of this type; may come more than once", "air_strike"),
    Asked("grade", "only events of this grade; may come more than once", "confirmed"),
    Asked("language", "only events told of in the language of this code; may come more than once", "CODE"),
    Asked("box", "only events within west, south, east and north, in degrees", "38,34,42,37"),
    Asked("unreviewed", "only events that nobody has reviewed as they are", "1"),
    Asked("order", f"{', '.join(ORDERS)}; `reports`, the most reported first, unless given", "latest"),
)


def listed(visit: Visit) -> Events:
    """The events that fit what is asked."""
    try:
        fit = chosen(visit.snapshot.made(rows), asked_for(visit))
    except DateError as fault:
        raise HTTPException(400, f"since, until: {fault}") from None
    part = some(visit, fit)
    return Events(as_of=moment(visit), total=len(fit), next=part.next, events=tuple(row.event for row in part.of))


def told(visit: Visit) -> Account:
    """The account of one event."""
    snapshot, event = visit.snapshot, found(visit)
    state = snapshot.release.state
    reports = {snapshot.claims[claim].report.key: snapshot.claims[claim].report for claim in event.claims}
    own = frozenset(event.claims)
    return Account(
        as_of=moment(visit), event=event, claims=tuple(snapshot.claims[claim].claim for claim in event.claims),
        course=course(event, reports.values(), visit.request.app.state.settings.families),
        judgements=tuple(one for one in state.judgements if {one.left, one.right} & own),
        decisions=tuple(one for one in state.decisions if touched(one) & own),
    )  # fmt: skip


def joined(visit: Visit) -> Making:
    """Why the reports of an event are one event."""
    event = found(visit)
    made = pairs(visit.snapshot.release, event, at_hand(visit.snapshot, event))
    return Making(as_of=moment(visit), event=event.id, joined=made.joined, kept_out=made.kept_out)
