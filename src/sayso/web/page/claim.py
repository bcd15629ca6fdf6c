"""One claim: its words where they stand, its chain, what the ledger holds of it, and by which rules it was read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from sayso.core.document import Document
from sayso.core.event import Event
from sayso.core.span import Spans, joined
from sayso.core.trouble import LedgerError
from sayso.lang.pack import Pack
from sayso.ledger.find import claim_of
from sayso.publish.lit import around
from sayso.run.gazetteers import opened
from sayso.run.packs import packs_on_demand
from sayso.run.parties import key_of
from sayso.run.readers import Readers
from sayso.run.why import Kept, Tools, kept
from sayso.web.draw import page, to
from sayso.web.snapshot import Snapshot
from sayso.web.visit import Visit


def one(visit: Visit) -> Response:
    """The claim, whoever follows its lasting address."""
    snapshot = visit.snapshot
    name = visit.part("id")
    if name not in snapshot.claims:
        return _elsewhere(visit, name)
    claim, report = snapshot.claims[name]
    document = snapshot.release.state.documents[report.key]
    event = snapshot.events.get(snapshot.event_of.get(name, ""))
    why = because(visit, name)
    reasons = reasons_of(why)
    if visit.swap:  # a card in the report asks why
        return page(visit, "part/because.html", report=report, reasons=reasons)
    return page(
        visit, "claim.html", claim=claim, report=report, document=document, event=event, kept=why,
        number=report.claims.index(claim) + 1, key=_source(snapshot, event, name),
        words=Markup(around(document.text, report.language, claim)),  # noqa: S704 -- its words are escaped there
        reasons=reasons,
    )  # fmt: skip


def _elsewhere(visit: Visit, name: str) -> Response:
    """To the claim whose id begins so; 404 where there is none, or only one of an earlier reading."""
    try:
        claim = claim_of(visit.snapshot.release.state, name)
    except LedgerError as fault:
        raise HTTPException(404, str(fault)) from None
    return RedirectResponse(to(visit, f"/claim/{claim.id}"), 303)


def because(visit: Visit, name: str) -> Kept:
    """The claim's rows and reasons; its report is read once more for them."""
    snapshot = visit.snapshot
    event = snapshot.events.get(snapshot.event_of.get(name, ""))
    part = msgspec.structs.replace(  # all that bears on the claim, so that it is found at once in a large ledger too
        snapshot.release, state=snapshot.about(name), events=() if event is None else (event,)
    )
    with visit.desk.reading() as store, opened(None) as (gazetteer, _):
        return kept(store, part, Tools(installed_packs(), gazetteer, installed_readers()), name)


@lru_cache(maxsize=1)
def installed_packs() -> Mapping[str, Pack]:
    """The language packs, each read when it is first needed."""
    return packs_on_demand()


@lru_cache(maxsize=1)
def installed_readers() -> Readers:
    """What reads; a tagger is loaded when a claim that it found is first looked into."""
    return Readers()


def _source(snapshot: Snapshot, event: Event | None, name: str) -> str | None:
    """The key of the source whose claim it is."""
    voices = event.voices if event is not None else ()
    return next((key_of(voice, snapshot.claims) for voice in voices if name in voice.claims), None)


def reasons_of(of: Kept) -> list[tuple[str, str, list[str]]] | str:
    """Field, rule, and the words it rests on; or why there are none."""
    if isinstance(of.reasons, str):
        return of.reasons
    return [(field, rule, _words(of.document, spans)) for field, rule, spans in of.reasons]


def _words(document: Document, spans: Spans) -> list[str]:
    return [joined(document.text, (span,)) for span in spans]
