"""Rows to be for what a person decides of claims and events: rulings, groups, reviews, forms, claims added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.core.claim import Claim
from sayso.core.event import Event
from sayso.core.judgement import Arranged, Ruling
from sayso.core.release import State
from sayso.core.row import Entry, canonical
from sayso.core.trouble import LedgerError, SpanError
from sayso.ledger.body import ArrangementBody, ClaimBody, CodingBody, ReviewBody, StandingBody
from sayso.ledger.correct import inside, sensible
from sayso.ledger.draft import Draft, Text, claim_of_draft
from sayso.ledger.entry import Stamp
from sayso.ledger.find import claim_of, document_of
from sayso.ledger.judge import Mend, put_right, said, text_of
from sayso.ledger.mark import Marked, field_marked

SIDES = 2  # groups, at least, that can be put together or apart


class Form(NamedTuple):
    """A coding form as filled: by the table's name, the values by field, and the claims that each rests on."""

    scheme: str
    values: Mapping[str, str | int | None]
    evidence: Mapping[str, tuple[str, ...]]


def ruled(state: State, claim: str, verdict: Ruling, why: str, stamp: Stamp) -> Entry:
    """A claim let stand, or rejected; raises LedgerError where there is no such claim."""
    one = claim_of(state, claim).id
    return stamp.entry("judgement", one, StandingBody(claim=one, verdict=verdict, why=said(why)))


def arranged(state: State, verdict: Arranged, groups: Sequence[Iterable[str]], why: str, stamp: Stamp) -> Entry:
    """Claims put together or apart; raises LedgerError where one is not there, stands twice, or there is one group."""
    made = tuple(tuple(claim_of(state, name).id for name in group) for group in groups)
    whole = [claim for group in made for claim in group]
    if len(made) < SIDES or not all(made):
        raise LedgerError("there is nothing to put together or apart: give two events, or claims of both sides")
    if len(set(whole)) < len(whole):
        raise LedgerError(f"claim {max(whole, key=whole.count)} stands on both sides; a claim is of one event")
    about = " ".join(group[0] for group in made)
    return stamp.entry("judgement", about, ArrangementBody(groups=made, verdict=verdict, why=said(why)))


def parted(event: Event, claims: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The claims of an event that stay and those that go; raises LedgerError where all or none would."""
    out = set(claims)
    strangers = sorted(out.difference(event.claims))
    if strangers:
        raise LedgerError(f"claim {strangers[0]} is not in event {event.id}")
    stay = tuple(claim for claim in event.claims if claim not in out)
    if not stay or not out:
        raise LedgerError("choose some of the claims, not all: those chosen become an event of their own")
    return stay, tuple(claim for claim in event.claims if claim in out)


def reviewed(event: Event, why: str, stamp: Stamp) -> Entry:
    """An event let stand with the claims that it holds now."""
    return stamp.entry("judgement", event.id, ReviewBody(event=event.id, claims=event.claims, why=said(why)))


def coded(event: Event, form: Form, why: str, stamp: Stamp) -> Entry:
    """A coder's form on an event; that its values fit the table of fields is for the caller to see to."""
    body = CodingBody(
        event=event.id, scheme=form.scheme, values=dict(form.values), evidence=dict(form.evidence), why=said(why)
    )
    return stamp.entry("judgement", event.id, body)


def added(state: State, document: str, claim: Claim, why: str, stamp: Stamp) -> Entry:
    """A claim that the reader missed; raises LedgerError where it is there already or does not fit the document."""
    if document not in state.documents:
        raise LedgerError(f"no document {document} as of row {state.head}")
    if any(claim.id == one.id for report in state.reports if report.key == document for one in report.claims):
        raise LedgerError(f"claim {claim.id} was added already, with the same words and the same fields")
    sensible(claim, "the claim")
    inside(claim, state.documents[document].text)
    return stamp.entry("claim", claim.id, ClaimBody(document=document, claim=claim, why=said(why)))


def drafted(state: State, name: str, draft: Draft, why: str, stamp: Stamp) -> Entry:
    """A claim added by the words marked in a document, named by its id or key.

    Raises LedgerError, also where words do not stand in its text.
    """
    key = document_of(state, name)
    beside = tuple(one for report in state.reports if report.key == key for one in report.claims)
    try:
        claim = claim_of_draft(draft, key, state.documents[key].text, beside)
    except SpanError as fault:
        raise LedgerError(str(fault)) from None
    return added(state, key, claim, why, stamp)


def marked(state: State, name: str, mark: Marked, why: str, stamp: Stamp) -> Entry:
    """A field of a claim put right by words marked in its report; raises LedgerError."""
    claim = claim_of(state, name)
    beside = next((report.claims for report in state.reports if claim in report.claims), ())
    try:
        field, value = field_marked(claim, mark, Text(text_of(state, claim.id), claim.content[0], beside))
    except SpanError as fault:
        raise LedgerError(str(fault)) from None
    return put_right(state, Mend(claim.id, field, canonical(value)), why, stamp)
