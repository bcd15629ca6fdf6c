"""Coding forms: an event's, all that were saved and how far coders agree, and saving one."""

from __future__ import annotations

from starlette.exceptions import HTTPException

from sayso.ledger.decide import coded
from sayso.publish.coding.agreement import Agreement, agreements
from sayso.publish.coding.written import written
from sayso.reference.coding import SCHEME, coding_fields
from sayso.web.api.asked import fitting
from sayso.web.api.deeds import recorded
from sayso.web.api.sent import Code
from sayso.web.api.some import moment
from sayso.web.api.values import Recorded
from sayso.web.api.work import Agreed, CodingForm, Codings, Filling
from sayso.web.page.event import found
from sayso.web.view.coding import account_of, form_of, forms, seen_by
from sayso.web.view.event import meant
from sayso.web.visit import Visit


def listed(visit: Visit) -> Codings:
    """Every form, and the agreement."""
    saved = visit.snapshot.made(forms)
    return Codings(as_of=moment(visit), forms=saved, agreement=tuple(_agreed(one) for one in agreements(saved)))


def form(visit: Visit) -> CodingForm:
    """The form of an event."""
    event = found(visit)
    assert visit.person is not None
    seen = seen_by(visit.snapshot, event, visit.person.name, codes=visit.person.may("review"))
    account = {
        name: Filling(value=one.value, claims=one.claims) for name, one in account_of(visit.snapshot, event).items()
    }
    return CodingForm(
        as_of=moment(visit), event=event.id, scheme=SCHEME, account=account, own=seen.own, others=tuple(seen.others),
        coders=seen.coders,
    )  # fmt: skip


def save(visit: Visit, taken: object) -> Recorded:
    """A form saved; nobody else's holds it back."""
    assert isinstance(taken, Code)
    strangers = sorted(taken.values.keys() - coding_fields().keys())
    if strangers:
        raise HTTPException(422, f"no field {strangers[0]!r}; there are {', '.join(coding_fields())}")
    snapshot = visit.desk.now()
    with fitting():
        event = meant(snapshot, taken.event)
        values = written({name: "" if value is None else str(value) for name, value in taken.values.items()})
    made = form_of(snapshot, event, values)
    return recorded(visit, taken, lambda _, stamp: coded(event, made, taken.why, stamp), ())


def _agreed(one: Agreement) -> Agreed:
    assert one.field.level is not None
    return Agreed(
        field=one.field.name, level=one.field.level, events=one.events, alike=one.alike, alpha=one.alpha,
        partings={parting.event: dict(parting.values) for parting in one.partings},
    )  # fmt: skip
