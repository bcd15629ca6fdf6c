"""Rows to be for what a person judges, puts right, remarks or takes back; refused where that is not there."""

from __future__ import annotations

from typing import NamedTuple

from sayso.core.judgement import Verdict
from sayso.core.release import State
from sayso.core.row import Entry, Row
from sayso.core.trouble import LedgerError
from sayso.ledger.asof import is_plain, tags
from sayso.ledger.body import (
    ClaimBody,
    CorrectionBody,
    JudgementBody,
    NoteBody,
    TagBody,
    TakenBackBody,
    body_of,
    judged,
    taken_back,
)  # fmt: skip
from sayso.ledger.correct import corrected, inside, value_of
from sayso.ledger.entry import Stamp
from sayso.ledger.find import EVENT, claim_of
from sayso.ledger.store import Store


class Pair(NamedTuple):
    """Two claims as a person named them."""

    left: str
    right: str


class Mend(NamedTuple):
    """A claim as a person named it, the path of a field in it, and the value as written."""

    claim: str
    field: str
    value: str


def compared(state: State, pair: Pair, verdict: Verdict, why: str, stamp: Stamp) -> Entry:
    """Whether two claims speak of one event; raises LedgerError where either is not in the ledger or they are one."""
    left, right = sorted(claim_of(state, name).id for name in pair)
    if left == right:
        raise LedgerError(f"{pair.left} and {pair.right} are the same claim, {left}")
    body = JudgementBody(left=left, right=right, verdict=verdict, why=said(why))
    return stamp.entry("judgement", f"{left} {right}", body)


def put_right(state: State, mend: Mend, why: str, stamp: Stamp) -> Entry:
    """A field of a claim put right; raises LedgerError where there is no such claim or field, or the value is none."""
    claim = claim_of(state, mend.claim)
    value = value_of(claim, mend.field, mend.value)
    inside(corrected(claim, mend.field, value), text_of(state, claim.id))
    return stamp.entry("correction", claim.id, CorrectionBody(field=mend.field, value=value, why=said(why)))


def retracted(store: Store, seq: int, why: str, stamp: Stamp) -> Entry:
    """What a person recorded taken back; raises LedgerError where the row is no such, or was taken back already."""
    row = next(iter(list(store.rows(after=seq - 1, upto=seq))), None) if seq > 0 else None
    if row is None:
        raise LedgerError(f"no row {seq}; `sayso log --kind judgement --kind correction` lists what can be taken back")
    read = row.kind == "claim" and body_of(row, ClaimBody).why is None
    if row.kind not in ("judgement", "correction", "note", "claim") or read:
        what = "claim that the reader found: reject it instead" if read else row.kind
        raise LedgerError(
            f"row {seq} is a {what}; only a judgement or a correction, a note or a claim that a person "
            "added is taken back"
        )
    _refuse_twice(store, row)
    if row.kind == "correction":
        field = body_of(row, CorrectionBody).field
        return stamp.entry(
            "correction", row.about, CorrectionBody(field=field, value=None, why=said(why), retracts=seq)
        )
    body = judged(row) if row.kind == "judgement" else None
    left, right = (body.left, body.right) if isinstance(body, JudgementBody | TakenBackBody) else (None, None)
    taken = TakenBackBody(left=left, right=right, verdict="retract", why=said(why), retracts=seq)
    return stamp.entry("judgement", row.about, taken)


def noted(state: State, name: str, text: str, stamp: Stamp) -> Entry:
    """A remark on a claim, or on an event where its id or a beginning of that is given.

    Raises LedgerError where there is no such claim.
    """
    claim = claim_of(state, name).id
    about = claim if claim.startswith(name.strip().lower()) else EVENT + claim
    return stamp.entry("note", about, NoteBody(said(text)))


def text_of(state: State, claim: str) -> str:
    """The text that a live claim stands in; empty where the document is not known."""
    key = next((report.key for report in state.reports if any(one.id == claim for one in report.claims)), "")
    return state.documents[key].text if key in state.documents else ""


def tagged(store: Store, name: str, seq: int | None, stamp: Stamp) -> Entry:
    """A name for a row, by default the last; raises LedgerError where there is no such row, or the name is taken."""
    last = store.head().seq
    seq = last if seq is None else seq
    if not name.strip() or is_plain(name):
        raise LedgerError(f"{name!r} is no name for a tag: it would be taken for a day or a row")
    if not 1 <= seq <= last:
        raise LedgerError(f"no row {seq}: the ledger has {f'rows 1 to {last}' if last else 'no rows yet'}")
    there = tags(store).get(name)
    if there is not None:
        raise LedgerError(
            f"the tag {name!r} is there already, for row {body_of(there, TagBody).seq}; take another name"
        )
    return stamp.entry("tag", name, TagBody(seq))


def said(text: str) -> str:
    """A reason or remark without the white space around it; raises LedgerError where nothing is said."""
    if not text.strip():
        raise LedgerError("say why: whoever reads the ledger later has nothing else to go by")
    return text.strip()


def _refuse_twice(store: Store, row: Row) -> None:
    retracts: dict[int, int | None] = {
        one.seq: body.retracts
        for one in store.rows(kind="judgement", about=row.about)
        if isinstance(body := judged(one), TakenBackBody)
    }
    retracts |= {
        one.seq: body_of(one, CorrectionBody).retracts for one in store.rows(kind="correction", about=row.about)
    }
    if row.seq in taken_back(retracts):
        raise LedgerError(f"row {row.seq} was taken back already")
