"""The coding form of an event, what coders have saved, and how far they agree."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.core.event import Event
from sayso.core.trouble import LedgerError
from sayso.ledger.decide import coded
from sayso.publish.coding.agreement import agreements
from sayso.publish.coding.table import table
from sayso.publish.coding.written import written
from sayso.reference.coding import coding_fields
from sayso.web.deciding import decide, refused, why
from sayso.web.draw import page, to
from sayso.web.view.coding import account_of, form_of, forms, lines, seen_by
from sayso.web.view.event import meant, named
from sayso.web.visit import Visit


def form(visit: Visit) -> Response:
    """The form: as this coder saved it, else as the account fills it."""
    snapshot, found = visit.snapshot, _event(visit)
    assert visit.person is not None
    own, others, apart = seen_by(snapshot, found, visit.person.name, codes=visit.person.may("review"))
    return page(
        visit, "coding_form.html", event=named(snapshot, found), own=own, others=others, apart=apart,
        lines=lines(snapshot, account_of(snapshot, found), own), here=to(visit, f"/coding/{found.id}"),
    )  # fmt: skip


def save(visit: Visit) -> Response:
    """One coder's form kept as a row; nobody else's holds it back."""
    found = _event(visit)
    try:
        values = written({name: visit.given(name) for name in coding_fields()})
    except LedgerError as fault:
        return refused(visit, str(fault))
    made = form_of(visit.snapshot, found, values)
    return decide(visit, lambda _, stamp: coded(found, made, why(visit), stamp), ())


def compared(visit: Visit) -> Response:
    """Every event that was coded, and how far coders agree in each field."""
    snapshot = visit.snapshot
    every = snapshot.made(forms)
    events = {one.event for one in every}
    coders = {id_: [one.by for one in every if one.event == id_] for id_ in events}
    shown = [(named(snapshot, snapshot.events[id_]), by) for id_, by in coders.items()]
    return page(
        visit, "coding.html", agreements=agreements(every), names={one.id: one for one, _ in shown},
        coded=sorted(shown, key=lambda one: (one[0].edtf or "~", one[0].id)),
    )  # fmt: skip


def export(visit: Visit) -> Response:
    """All forms as CSV."""
    body = table(visit.snapshot.made(forms)).encode("utf-8-sig")  # the mark by which spreadsheets know UTF-8
    headers = {"Content-Disposition": 'attachment; filename="sayso-coded.csv"'}
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)


def _event(visit: Visit) -> Event:
    try:
        return meant(visit.snapshot, visit.part("id"))
    except LedgerError:
        raise HTTPException(404) from None
