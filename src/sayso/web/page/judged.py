"""Where one event, one claim or one report is judged in full."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.core.claim import Act, Certainty, Effect, Kind, Polarity, Status
from sayso.core.decided import notes_on
from sayso.ledger.correct import field_of
from sayso.ledger.mark import MARKED
from sayso.reference.event_types import event_types
from sayso.web.draw import page, to
from sayso.web.page.event import found as event_of
from sayso.web.page.judge import FIGURES
from sayso.web.page.keys import ON_CLAIM, ON_EVENT, WALK
from sayso.web.view.claim import rejected_beside, shown, text_of
from sayso.web.view.event import decisions, named, near
from sayso.web.visit import Visit
from sayso.web.words import text

# Fields of a claim that are one word of a list: their path, and the words.
CHOSEN: tuple[tuple[str, Callable[[], tuple[str, ...]]], ...] = (
    ("event.type", lambda: tuple(event_types())),
    ("certainty", lambda: get_args(Certainty)),
    ("polarity", lambda: get_args(Polarity)),
)
# What parts of a claim are called, and the levels of measurement of the coding form.
NAMES = (
    text("source"), text("place"), text("date"), text("agent"), text("target"), text("figure"), text("type"),
    text("certainty"), text("polarity"), text("act"), text("nominal"), text("ordinal"), text("interval"),
)  # fmt: skip
LISTS: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind), "act": get_args(Act), "certainty": get_args(Certainty), "polarity": get_args(Polarity),
    "effect": get_args(Effect), "status": get_args(Status),
}  # fmt: skip


def event(visit: Visit) -> Response:
    """An event: let it stand, merge it, split claims off, remark on it."""
    snapshot = visit.snapshot
    found = event_of(visit)
    beside = rejected_beside(snapshot, frozenset(found.documents))
    claims = frozenset({*found.claims, *beside})
    return page(
        visit, "judge_event.html", event=named(snapshot, found), claims=[shown(snapshot, one) for one in found.claims],
        rejected=[shown(snapshot, one) for one in sorted(beside)], decided=decisions(snapshot, claims),
        others=[named(snapshot, one) for one in near(snapshot, found)], here=to(visit, f"/judge/event/{found.id}"),
        keys=_keys(visit, *ON_EVENT, *ON_CLAIM),
    )  # fmt: skip


def claim(visit: Visit) -> Response:
    """A claim in its report: accept it, reject it, put a field right, remark on it."""
    snapshot, one = visit.snapshot, visit.part("id")
    if one not in snapshot.claims:
        raise HTTPException(404)
    it = shown(snapshot, one)
    last = len(it.claim.attribution) - 1
    chosen = [(path, field_of(it.claim, path), words()) for path, words in CHOSEN]
    if last >= 0:
        act = f"attribution.{last}.act"
        chosen.append((act, field_of(it.claim, act), get_args(Act)))
    return page(
        visit, "judge_claim.html", it=it, text=text_of(snapshot, it.report, it.claim), chosen=chosen, parts=MARKED,
        kinds=get_args(Kind), decided=decisions(snapshot, frozenset({one})), here=to(visit, f"/judge/claim/{one}"),
        notes=notes_on(snapshot.release.state, [one]), keys=_keys(visit, *ON_CLAIM),
    )  # fmt: skip


def report(visit: Visit) -> Response:
    """A report, to add a claim that the reader missed."""
    snapshot, key = visit.snapshot, visit.part("key")
    if key not in snapshot.reports:
        raise HTTPException(404)
    found = snapshot.reports[key]
    return page(
        visit, "judge_report.html", report=found, text=text_of(snapshot, found), lists=LISTS,
        types=tuple(event_types()), figures=range(FIGURES), here=to(visit, f"/judge/report/{key}"),
        claims=[shown(snapshot, one.id) for one in found.claims], keys=_keys(visit),
    )  # fmt: skip


def _keys(visit: Visit, *more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(key, visit.words(said)) for key, said in (*WALK, *more)]
