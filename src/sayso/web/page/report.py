"""A report: its text as it was, with every claim lit in it."""

from __future__ import annotations

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.core.claim import Claim
from sayso.core.document import Document
from sayso.core.report import Report
from sayso.publish import lit as marked
from sayso.web.draw import page, templates, to
from sayso.web.visit import Visit

ANCHOR = "c"
A_DAY = "public, max-age=86400"


def lit(visit: Visit) -> Response:
    """The text, and beside each paragraph the claims that begin in it."""
    report = visit.snapshot.reports.get(visit.part("key"))
    if report is None:
        raise HTTPException(404)
    document = visit.snapshot.release.state.documents[report.key]
    events = {visit.snapshot.event_of[one.id]: None for one in report.claims if one.id in visit.snapshot.event_of}
    return page(
        visit, "report.html", report=report, document=document, body=_body(visit, document, report),
        events=[visit.snapshot.events[one] for one in events], url=_link(document.url),
    )  # fmt: skip


def lighting(_: Visit) -> Response:
    """The style sheet by which a claim pointed at lights up its words: the same for every report."""
    sheet = "\n".join(marked.lighting(marked.LIT))
    return Response(sheet, media_type="text/css", headers={"Cache-Control": A_DAY})


def _body(visit: Visit, document: Document, report: Report) -> Markup:
    card = templates().get_template("part/card.html").make_module(
        {"_": visit.words, "_n": visit.words.number, "to": lambda path, **query: to(visit, path, **query)}
    )  # fmt: skip

    def beside(claim: Claim, number: int, anchor: str) -> str:
        event = visit.snapshot.event_of.get(claim.id)
        return str(card.card(claim, number, anchor, event, visit.snapshot.claim_ids.short(claim.id)))  # type: ignore[attr-defined] # a macro

    rows = marked.rows(document, report.language, report.claims, ANCHOR, beside)
    return Markup("".join(rows))  # noqa: S704 -- its words are escaped in publish.lit and by the template


def _link(url: str | None) -> str | None:
    """Where a report was published, if that is an address that a browser may be sent to."""
    return url if url and url.lower().startswith(("https://", "http://")) else None
