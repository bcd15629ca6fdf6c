"""Events and their accounts, claims."""

from __future__ import annotations

from starlette.exceptions import HTTPException

from sayso.core.trouble import DateError, LedgerError
from sayso.reconcile import course
from sayso.run.find import by_date, chosen, event_named
from sayso.web.api.line import Asked
from sayso.web.api.some import moment, some
from sayso.web.api.values import Account, ClaimIn, Events
from sayso.web.visit import Visit

ASKED = (
    Asked("since", "only events that may have been then or later, a day, month or year", "2018-02"),
    Asked("until", "only events that may have been then or earlier", "2018-03-31"),
    Asked("place", "only events whose place has this in its name, or as its id", "Khasham"),
    Asked("type", "only events of this type; may come more than once", "air_strike"),
    Asked("grade", "only events of this grade; may come more than once", "confirmed"),
    Asked("sort", "`reports`, the most reported first, or `date`", "date"),
)


def listed(visit: Visit) -> Events:
    """The events that fit what is asked."""
    events = visit.snapshot.release.events
    grades = frozenset(visit.asked_all("grade"))
    try:
        found = [
            event
            for event in chosen(
                events, since=visit.asked("since") or None, until=visit.asked("until") or None,
                place=visit.asked("place") or None, types=frozenset(visit.asked_all("type")),
            )
            if not grades or event.grade in grades
        ]  # fmt: skip
    except DateError as fault:
        raise HTTPException(400, f"since, until: {fault}") from None
    part = some(visit, by_date(found) if visit.asked("sort") == "date" else found)
    return Events(as_of=moment(visit), total=len(found), next=part.next, events=part.of)


def told(visit: Visit) -> Account:
    """The account of one event."""
    snapshot, wanted = visit.snapshot, visit.part("id")
    event = snapshot.events.get(wanted)
    if event is None:
        try:
            event = event_named(snapshot.release, wanted)
        except LedgerError as fault:
            raise HTTPException(404, str(fault)) from None
    reports = {snapshot.claims[claim].report.key: snapshot.claims[claim].report for claim in event.claims}
    own = frozenset(event.claims)
    return Account(
        as_of=moment(visit), event=event, claims=tuple(snapshot.claims[claim].claim for claim in event.claims),
        course=course(event, reports.values(), visit.request.app.state.settings.families),
        judgements=tuple(one for one in snapshot.release.state.judgements if {one.left, one.right} & own),
    )  # fmt: skip


def claim(visit: Visit) -> ClaimIn:
    """One claim."""
    snapshot, wanted = visit.snapshot, visit.part("id")
    found = snapshot.claims.get(wanted)
    if found is None:
        raise HTTPException(404, f"no claim {wanted!r} as of row {snapshot.row}")
    put = tuple(one for one in snapshot.release.state.corrections if one.claim == wanted)
    return ClaimIn(
        as_of=moment(visit), claim=found.claim, document=found.report.key, event=snapshot.event_of.get(wanted),
        corrections=put,
    )  # fmt: skip
