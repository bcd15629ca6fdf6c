"""One event: its account, and why its reports are taken to tell of one thing."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from sayso.core.event import Event
from sayso.core.trouble import LedgerError
from sayso.publish.account.judgements import judgements
from sayso.publish.sheet_html import Ways, html
from sayso.run.find import event_named
from sayso.run.joined import AtHand, event_joined
from sayso.web.draw import page, to
from sayso.web.reasons import said
from sayso.web.snapshot import Snapshot
from sayso.web.view.account import account as account_of
from sayso.web.view.pictures import chains_of, course_of
from sayso.web.visit import Visit
from sayso.web.words import text

# Words of the sheets that are drawn on these pages.
SHEET = (
    text("Human judgements"), text("Why these reports are one event"), text("What was kept out"), text("table"),
    text("One report alone tells of it."), text("by the rule"), text("feature"), text("points"), text("reason"),
    text("date"), text("published"), text("standing"), text("place"), text("apart"), text("kind"), text("counts"),
    text("names"), text("text"),
)  # fmt: skip


def account(visit: Visit) -> Response:
    """What is said of the event, by whom, how many, what cannot both be right, and what changed when."""
    event = found(visit)
    if event.id != visit.part("id"):
        return RedirectResponse(to(visit, f"/event/{event.id}"), 303)
    view = account_of(visit.snapshot, event, visit.request.app.state.settings.families)
    return page(
        visit, "event.html", view=view, event=event, known=view.known,
        chains=chains_of(view.known, visit.words, lambda report: to(visit, f"/report/{report.key}")),
        courses=[(one, course_of(one, visit.words)) for one in view.moved],
        judged=Markup(html(judgements(view.known), ways(visit))),  # noqa: S704 -- its words are escaped there
    )  # fmt: skip


def joined(visit: Visit) -> Response:
    """The points of each join, and what was kept out: a page, or the part of one that htmx asks for."""
    event, snapshot = found(visit), visit.snapshot
    template = "part/joined.html" if visit.swap else "joined.html"
    sheet = event_joined(snapshot.release, event, at_hand(snapshot, event))
    first, *others = sheet.sections[:-1]  # the last one, the figures, stands in the account
    if visit.swap:  # into a section that has the first one's heading
        shown = html((*(first.under or (first,)), *others), ways(visit), 3)
    else:
        shown = html((first, *others), ways(visit))
    return page(visit, template, event=event, joined=Markup(shown))  # noqa: S704 -- its words are escaped there


def at_hand(snapshot: Snapshot, event: Event) -> AtHand:
    """What the snapshot knows of the whole release, for why the event is one."""
    groups = snapshot.groups_of.get(event.id, ())
    return AtHand(groups, snapshot.rarity, snapshot.claims, snapshot.claim_ids)


def found(visit: Visit) -> Event:
    """The event that the address names, by its id, a former one, or a claim in it; 404 where there is none."""
    name = visit.part("id")
    event = visit.snapshot.events.get(name)
    if event is not None:
        return event
    try:
        return event_named(visit.snapshot.release, name)
    except LedgerError as fault:
        raise HTTPException(404, str(fault)) from None


def ways(visit: Visit) -> Ways:
    """Ids of claims lead to the claims."""
    ids = visit.snapshot.claims

    def claim(mark: str) -> str | None:
        whole = visit.snapshot.claim_ids.whole(mark)
        return to(visit, f"/claim/{whole}") if whole in ids else None

    return Ways(claim, partial(said, visit.words))
