"""Every address of the API, in one table. The page that tells of it and its OpenAPI description are made of this."""

from __future__ import annotations

from sayso.web.api import deeds, documents, events, sources
from sayso.web.api.line import Data, Deed
from sayso.web.api.some import AS_OF, PARTS
from sayso.web.api.values import (
    Account,
    Arrange,
    ClaimIn,
    Compare,
    Correct,
    DocumentIn,
    Documents,
    Enter,
    Entered,
    Events,
    Ledger,
    Note,
    Recorded,
    Retract,
    Review,
    Rule,
    SourceIn,
    Sources,
)  # fmt: skip

TABLE: tuple[Data | Deed, ...] = (
    Data("/api/ledger", documents.ledger, "How much the ledger holds, and its tags.", Ledger, (AS_OF,)),
    Data("/api/events", events.listed, "The events that fit what is asked.", Events, (*events.ASKED, *PARTS, AS_OF)),
    Data("/api/events/{id}", events.told, "One event, its claims and how its figures moved.", Account, (AS_OF,)),
    Data("/api/claims/{id}", events.claim, "One claim with its chain.", ClaimIn, (AS_OF,)),
    Data("/api/documents", documents.listed, "The documents, without their texts.", Documents, (*PARTS, AS_OF)),
    Data("/api/documents/{key}", documents.one, "One document and its claims.", DocumentIn, (AS_OF,)),
    Data("/api/sources", sources.listed, "The sources at the origin of claims.", Sources, (*PARTS, AS_OF)),
    Data("/api/sources/{id:path}", sources.one, "One source and what it is said to have said.", SourceIn, (AS_OF,)),
    Deed("/api/judgements", deeds.compare, "Judge whether two claims speak of one event.", Compare, Recorded),
    Deed("/api/rulings", deeds.rule, "Accept or reject a claim.", Rule, Recorded),
    Deed("/api/arrangements", deeds.arrange, "Merge events, keep them apart, or split one.", Arrange, Recorded),
    Deed("/api/reviews", deeds.review, "Let an event stand as it is.", Review, Recorded),
    Deed("/api/corrections", deeds.correct, "Put a field of a claim right.", Correct, Recorded),
    Deed("/api/retractions", deeds.retract, "Take back a judgement or a correction.", Retract, Recorded),
    Deed("/api/notes", deeds.note, "Leave a remark on a claim.", Note, Recorded),
    Deed("/api/login", deeds.enter, "Log in, where people do; bring the cookie along.", Enter, Entered, None),
)
