"""Sources by their key, as the pages have them."""

from __future__ import annotations

from starlette.exceptions import HTTPException

from sayso.core.fold import fold
from sayso.run.parties import Party
from sayso.web.api.line import Asked
from sayso.web.api.some import moment, some
from sayso.web.api.values import SaidOf, SourceIn, SourceLine, Sources
from sayso.web.page.sources import ORDERS, sought
from sayso.web.view.known import all_parties
from sayso.web.visit import Visit

ASKED = (
    Asked("kind", "only sources of this kind", "state"),
    Asked("q", "only sources with this in a name or the key", "ministry"),
    Asked("order", f"{', '.join(ORDERS)}; `name` unless given", "claims"),
)


def listed(visit: Visit) -> Sources:
    """The sources."""
    found = sought(visit)
    part = some(visit, found)
    return Sources(as_of=moment(visit), total=len(found), next=part.next, sources=tuple(_line(one) for one in part.of))


def one(visit: Visit) -> SourceIn:
    """One source and its claims."""
    every, key, claims = visit.snapshot.made(all_parties), visit.part("key"), visit.snapshot.claims
    found = every.get(key) or every.get(fold(key))
    if found is None:
        raise HTTPException(404, f"no source {key!r} as of row {visit.snapshot.row}")
    part = some(visit, found.said)
    return SourceIn(
        as_of=moment(visit), source=_line(found), called=found.called, general=found.general,
        reversals=found.reversals, next=part.next,
        said=tuple(SaidOf(event=event, claim=claims[claim].claim) for claim, event in part.of),
    )  # fmt: skip


def _line(one: Party) -> SourceLine:
    return SourceLine(
        key=one.key, name=one.name, kind=one.kind, claims=len(one.said), events=one.events, reports=one.reports,
        first=one.first, last=one.last,
    )  # fmt: skip
