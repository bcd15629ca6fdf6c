"""Every address of the API, in one table. The page that tells of it and its OpenAPI description are made of this."""

from __future__ import annotations

from sayso.web.api import claims, coding, deeds, documents, events, paste, queue, sources, work
from sayso.web.api import sent as to
from sayso.web.api import values as of
from sayso.web.api.line import Data, Deed
from sayso.web.api.some import AS_OF, PARTS

PASTED = 11_000_000  # bytes: what /paste takes, in base64

TABLE: tuple[Data | Deed, ...] = (
    Data("/api/ledger", documents.ledger, "How much the ledger holds, and its tags.", of.Ledger, (AS_OF,)),
    Data("/api/moments", documents.moments, "What `as_of` may be: rows, days, tags.", of.Moments),
    Data("/api/events", events.listed, "The events that fit what is asked.", of.Events, (*events.ASKED, *PARTS, AS_OF)),
    Data("/api/events/{id}", events.told, "One event, its claims and how its figures moved.", of.Account, (AS_OF,)),
    Data("/api/events/{id}/joined", events.joined, "Why its reports are one event.", of.Making, (AS_OF,)),
    Data("/api/claims/{id}", claims.one, "One claim with its chain.", of.ClaimIn, (AS_OF,)),
    Data("/api/claims/{id}/reasons", claims.reasons, "The rules it was read by, and its rows.", of.Reasons, (AS_OF,)),
    Data("/api/documents", documents.listed, "The documents, without their texts.", of.Documents, (*PARTS, AS_OF)),
    Data("/api/documents/{key}", documents.one, "One document and its claims.", of.DocumentIn, (AS_OF,)),
    Data("/api/sources", sources.listed, "The sources that are named.", of.Sources, (*sources.ASKED, *PARTS, AS_OF)),
    Data("/api/sources/{key:path}", sources.one, "One source and what it said.", of.SourceIn, (*PARTS, AS_OF)),
    Data("/api/review", queue.listed, "What is most worth a look.", work.Queue, (*queue.ASKED, *PARTS, AS_OF)),
    Data("/api/codings", coding.listed, "Coding forms, and how far coders agree.", work.Codings, (AS_OF,)),
    Data("/api/codings/{id}", coding.form, "The coding form of one event.", work.CodingForm, (AS_OF,)),
    Data("/api/pastes/{name}", paste.shown, "What was read in a paste.", work.PasteIn, (), "review"),
    Deed("/api/judgements", deeds.compare, "Judge whether two claims speak of one event.", to.Compare, of.Recorded),
    Deed("/api/rulings", deeds.rule, "Accept or reject a claim.", to.Rule, of.Recorded),
    Deed("/api/arrangements", deeds.arrange, "Merge events, keep them apart, or split one.", to.Arrange, of.Recorded),
    Deed("/api/reviews", deeds.review, "Let an event stand as it is.", to.LetStand, of.Recorded),
    Deed("/api/corrections", deeds.correct, "Put a field of a claim right, by its value.", to.Correct, of.Recorded),
    Deed("/api/marks", deeds.mark, "Put a part of a claim right, by words of the report.", to.Mark, of.Recorded),
    Deed("/api/claims", deeds.add, "Add a claim that the reader missed.", to.Add, of.Recorded),
    Deed("/api/codings", coding.save, "Save a coding form.", to.Code, of.Recorded),
    Deed("/api/notes", deeds.note, "Leave a remark on a claim or an event.", to.Remark, of.Recorded),
    Deed("/api/retractions", deeds.retract, "Take back anything that a person recorded.", to.Retract, of.Recorded),
    Deed("/api/pastes", paste.read, "Read a text or file, to see its claims.", to.Paste, work.PasteIn, most=PASTED),
    Deed("/api/pastes/add", paste.add, "Add what was read to the ledger.", to.Pasted, of.Recorded),
    Deed("/api/pastes/drop", paste.drop, "Let go of what was read.", to.Pasted, work.Dropped),
    Deed("/api/login", deeds.enter, "Log in, where people do; bring the cookie along.", to.Enter, of.Entered, None),
    Deed("/api/logout", deeds.leave, "Log out.", to.Leave, of.Left, None),
)
