"""An event's coding form as its account fills it: a value where the claims give one, and the claims it rests on.

What the claims do not say is left for the coder: whose side somebody is on, and what kind of violence it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.core.claim import Claim, Participant
from sayso.core.event import Estimate, Event
from sayso.core.fold import fold
from sayso.core.precision import date_prec
from sayso.core.report import Report
from sayso.core.trouble import DateError
from sayso.core.when import bounds
from sayso.reference.coding import coding_fields

Value = str | int | None


class Filled(NamedTuple):
    """A value, None where it is the coder's to find, and the claims that it rests on."""

    value: Value = None
    claims: tuple[str, ...] = ()


def filled(event: Event, claims: Mapping[str, Claim], reports: Iterable[Report]) -> dict[str, Filled]:
    """Every field of the form; `claims` has at least those of the event, `reports` are those that tell of it."""
    own = [claims[one] for one in event.claims]
    found = {
        **_sides(own), **_place(event, own), **_dates(event, own), **_deaths(event),
        "event_clarity": Filled(event.clarity), **_sources(event, reports),
    }  # fmt: skip
    return {name: found.get(name, Filled()) for name in coding_fields()}


def _sides(own: Sequence[Claim]) -> dict[str, Filled]:
    return {
        "side_a": _most_named(own, lambda claim: claim.event.agents),
        "side_b": _most_named(own, lambda claim: claim.event.targets),
    }


def _most_named(claims: Iterable[Claim], who: Callable[[Claim], Iterable[Participant]]) -> Filled:
    """The name that most claims give, the one given first where as many give another; no place is a side."""
    claims = list(claims)
    places = {fold(claim.event.where.name) for claim in claims if claim.event.where is not None}
    by_name: dict[str, list[str]] = defaultdict(list)
    written: dict[str, str] = {}
    for claim in claims:
        for one in who(claim):
            if one.name[:1].isupper() and fold(one.name) not in places:  # a name, and not *it* or *gunmen*
                by_name[fold(one.name)].append(claim.id)
                written.setdefault(fold(one.name), one.name)
    if not by_name:
        return Filled()
    most = max(by_name, key=lambda name: len(by_name[name]))
    return Filled(written[most], tuple(dict.fromkeys(by_name[most])))


def _place(event: Event, claims: Iterable[Claim]) -> dict[str, Filled]:
    if event.where is None:
        return {}
    name = fold(event.where.name)
    at = tuple(one.id for one in claims if one.event.where is not None and fold(one.event.where.name) == name)
    return {"where_coordinates": Filled(event.where.name, at), "where_prec": Filled(event.where.precision, at)}


def _dates(event: Event, claims: Iterable[Claim]) -> dict[str, Filled]:
    edtf = event.when.edtf
    if edtf is None:
        return {}
    on = tuple(one.id for one in claims if one.event.when is not None and one.event.when.edtf == edtf)
    try:
        first, last = bounds(edtf)
        exact = date_prec(edtf)
    except DateError:
        return {}
    days = {"date_start": first, "date_end": last}
    found = {field: Filled(day.isoformat(), on) for field, day in days.items() if day is not None}
    return {**found, "date_prec": Filled(exact, on)}


def _deaths(event: Event) -> dict[str, Filled]:
    """The total as estimated; civilians where they are counted, and the rest unknown: sides are the coder's to tell."""
    killed = [one for one in event.estimates if one.effect == "killed"]
    total = next((one for one in killed if one.group is None), None)
    if total is None:
        return {}
    civilians = next((one for one in killed if one.status == "civilian"), None)
    found = {name: Filled(getattr(total, name), total.used) for name in ("low", "best", "high")}
    return {**found, **_parts(total, civilians)}


def _parts(total: Estimate, civilians: Estimate | None) -> dict[str, Filled]:
    if civilians is None:
        return {"deaths_unknown": Filled(total.best, total.used)}
    known = min(civilians.best, total.best)
    rest = Filled(total.best - known, tuple(dict.fromkeys((*total.used, *civilians.used))))
    return {"deaths_civilians": Filled(known, civilians.used), "deaths_unknown": rest}


def _sources(event: Event, reports: Iterable[Report]) -> dict[str, Filled]:
    told = sorted(reports, key=lambda report: (report.published or "~", report.key))
    offices = dict.fromkeys(report.publisher for report in told if report.publisher)
    days = dict.fromkeys(report.published for report in told if report.published)
    titles = dict.fromkeys(" ".join(report.title.split()) for report in told if report.title)
    articles = (", ".join(part for part in (one.publisher, one.published, one.id) if part) for one in told)
    lists = {"source_article": articles, "source_office": offices, "source_date": days, "source_headline": titles}
    found = {field: Filled("; ".join(values) or None) for field, values in lists.items()}
    return {"number_of_sources": Filled(len(event.documents)), **found}
