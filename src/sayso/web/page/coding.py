"""The coding form of an event, what coders have saved, and how far they agree."""

from __future__ import annotations

import msgspec
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.core.decided import codings_of
from sayso.core.event import Event
from sayso.core.judgement import Coding
from sayso.core.trouble import LedgerError
from sayso.ledger.decide import Form, coded
from sayso.publish.coding.agreement import agreements
from sayso.publish.coding.filled import Filled, filled
from sayso.publish.coding.table import table
from sayso.publish.coding.written import written
from sayso.reference.coding import SCHEME, coding_fields
from sayso.web.deciding import decide, refused, why
from sayso.web.draw import page, to
from sayso.web.snapshot import Snapshot
from sayso.web.view.coding import lines
from sayso.web.view.event import meant, named
from sayso.web.visit import Visit


def form(visit: Visit) -> Response:
    """The form: as this coder saved it, else as the account fills it.

    What another coder has is not shown before one's own form is saved, so that two code apart from each other.
    """
    snapshot, found = visit.snapshot, _event(visit)
    forms = codings_of(snapshot.release.state, found)
    own = next((one for one in forms if visit.person is not None and one.by == visit.person.name), None)
    others = [one for one in forms if one is not own] if own is not None or not _may_code(visit) else []
    return page(
        visit, "coding_form.html", event=named(snapshot, found), own=own, others=others, apart=len(forms),
        lines=lines(snapshot, _filled(snapshot, found), own), here=to(visit, f"/coding/{found.id}"),
    )  # fmt: skip


def save(visit: Visit) -> Response:
    """One coder's form kept as a row; nobody else's holds it back."""
    found = _event(visit)
    try:
        values = written({name: visit.given(name) for name in coding_fields()})
    except LedgerError as fault:
        return refused(visit, str(fault))
    evidence = {name: one.claims for name, one in _filled(visit.snapshot, found).items() if one.claims}
    made = Form(SCHEME, values, {name: claims for name, claims in evidence.items() if values[name] is not None})
    return decide(visit, lambda _, stamp: coded(found, made, why(visit), stamp), ())


def compared(visit: Visit) -> Response:
    """Every event that was coded, and how far coders agree in each field."""
    snapshot = visit.snapshot
    forms = snapshot.made(_forms)
    events = {one.event for one in forms}
    coders = {id_: [one.by for one in forms if one.event == id_] for id_ in events}
    shown = [(named(snapshot, snapshot.events[id_]), by) for id_, by in coders.items()]
    return page(
        visit, "coding.html", agreements=agreements(forms), names={one.id: one for one, _ in shown},
        coded=sorted(shown, key=lambda one: (one[0].edtf or "~", one[0].id)),
    )  # fmt: skip


def export(visit: Visit) -> Response:
    """All forms as CSV."""
    body = table(visit.snapshot.made(_forms)).encode("utf-8-sig")  # the mark by which spreadsheets know UTF-8
    headers = {"Content-Disposition": 'attachment; filename="sayso-coded.csv"'}
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)


def _forms(snapshot: Snapshot) -> tuple[Coding, ...]:
    """Each coder's last form on each event there is, under the event's id now."""
    state = snapshot.release.state
    homes = (snapshot.event_of.get(one.event[1:]) for one in state.decisions if isinstance(one, Coding))
    ids = sorted({id_ for id_ in homes if id_ is not None})
    return tuple(
        msgspec.structs.replace(one, event=id_) for id_ in ids for one in codings_of(state, snapshot.events[id_])
    )


def _filled(snapshot: Snapshot, event: Event) -> dict[str, Filled]:
    claims = {one: snapshot.claims[one].claim for one in event.claims}
    reports = {snapshot.claims[one].report.key: snapshot.claims[one].report for one in event.claims}
    return filled(event, claims, reports.values())


def _event(visit: Visit) -> Event:
    try:
        return meant(visit.snapshot, visit.part("id"))
    except LedgerError:
        raise HTTPException(404) from None


def _may_code(visit: Visit) -> bool:
    return visit.person is not None and visit.person.may("review")
