"""Rows to be for what a person decides, refused where they speak of what is not there."""

from __future__ import annotations

from typing import NamedTuple

from sayso.core.judgement import Verdict
from sayso.core.release import State
from sayso.core.row import Entry, Row
from sayso.core.trouble import LedgerError
from sayso.ledger.asof import is_plain, tags
from sayso.ledger.body import CorrectionBody, JudgementBody, NoteBody, TagBody, body_of, taken_back
from sayso.ledger.correct import value_of
from sayso.ledger.entry import Stamp
from sayso.ledger.find import claim_of
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
    body = JudgementBody(left=left, right=right, verdict=verdict, why=_said(why))
    return stamp.entry("judgement", f"{left} {right}", body)


def put_right(state: State, mend: Mend, why: str, stamp: Stamp) -> Entry:
    """A field of a claim put right; raises LedgerError where there is no such claim or field, or the value is none."""
    claim = claim_of(state, mend.claim)
    body = CorrectionBody(field=mend.field, value=value_of(claim, mend.field, mend.value), why=_said(why))
    return stamp.entry("correction", claim.id, body)


def retracted(store: Store, seq: int, why: str, stamp: Stamp) -> Entry:
    """A judgement or correction taken back; raises LedgerError where the row is none, or was taken back already."""
    row = next(iter(list(store.rows(after=seq - 1, upto=seq))), None) if seq > 0 else None
    if row is None:
        raise LedgerError(f"no row {seq}; `sayso log --kind judgement --kind correction` lists what can be taken back")
    if row.kind == "judgement":
        _refuse_twice(store, row, JudgementBody)
        judged = body_of(row, JudgementBody)
        body = JudgementBody(left=judged.left, right=judged.right, verdict="retract", why=_said(why), retracts=seq)
        return stamp.entry("judgement", row.about, body)
    if row.kind == "correction":
        _refuse_twice(store, row, CorrectionBody)
        put = body_of(row, CorrectionBody)
        return stamp.entry(
            "correction", row.about, CorrectionBody(field=put.field, value=None, why=_said(why), retracts=seq)
        )
    raise LedgerError(f"row {seq} is a {row.kind}; only a judgement or a correction is taken back")


def noted(state: State, claim: str, text: str, stamp: Stamp) -> Entry:
    """A remark on a claim; raises LedgerError where there is no such claim."""
    return stamp.entry("note", claim_of(state, claim).id, NoteBody(_said(text)))


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


def _said(text: str) -> str:
    if not text.strip():
        raise LedgerError("say why: whoever reads the ledger later has nothing else to go by")
    return text.strip()


def _refuse_twice(store: Store, row: Row, kind: type[JudgementBody | CorrectionBody]) -> None:
    alike = store.rows(kind=row.kind, about=row.about)
    if row.seq in taken_back({one.seq: body_of(one, kind).retracts for one in alike}):
        raise LedgerError(f"row {row.seq} was taken back already")
