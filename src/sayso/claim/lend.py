"""Dates and places lent: a claim about an event that the report dates or places elsewhere takes that, marked `context`.

The nearest claim before it of the same type lends, else the main event: the first of violence that is dated (placed).
History neither lends nor borrows; nor does talk, a deed of no known kind, a headline, or a year.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

import msgspec

from sayso.claim.date import days_of, is_violence
from sayso.claim.draft import Draft, Index
from sayso.core import when
from sayso.core.claim import When, Where
from sayso.core.reading import PlaceName


def settle(drafts: list[Draft], index: Index, told: frozenset[int]) -> None:
    """Lend dates to the claims that tell none (`told` holds those that do), then places to those without one."""
    lenders = [k for k, draft in enumerate(drafts) if is_violence(draft) and not draft.history]
    _lend_when(drafts, [k for k in lenders if not _heads(drafts[k], index)], told)
    _lend_where(drafts, [k for k in lenders if not _heads(drafts[k], index)], index)


def _heads(draft: Draft, index: Index) -> bool:
    return index.reading.sentences[draft.sentence].heading


def _lend_when(drafts: list[Draft], able: list[int], told: frozenset[int]) -> None:
    lenders = _by_type(
        drafts, (k for k in able if (own := _when(drafts[k])) is not None and not when.is_coarse(own.edtf))
    )
    for k in able:
        lender = _lender(drafts, lenders, k)
        if lender is None or k in told or _when(drafts[k]) is not None:
            continue
        lent = _when(drafts[lender])
        if lent is not None:
            _set(drafts[k], "when", When(edtf=lent.edtf, span=lent.span, basis="context"), drafts[lender])


def _lender(drafts: list[Draft], lenders: dict[str | None, list[int]], borrower: int) -> int | None:
    kind = _type(drafts[borrower])
    alike = lenders.get(kind, [])
    before = bisect_left(alike, borrower)
    return alike[before - 1] if before else min((some[0] for some in lenders.values()), default=None)


def _by_type(drafts: list[Draft], lenders: Iterable[int]) -> dict[str | None, list[int]]:
    out: dict[str | None, list[int]] = {}
    for k in lenders:
        out.setdefault(_type(drafts[k]), []).append(k)
    return out


def _lend_where(drafts: list[Draft], able: list[int], index: Index) -> None:
    lenders = _by_type(drafts, (k for k in able if _where(drafts[k]) is not None))
    filed = _dateline(index) if not lenders else None
    for k in able:
        if _where(drafts[k]) is not None:
            continue
        lender = _lender(drafts, lenders, k)
        lent = _where(drafts[lender]) if lender is not None else None
        if lender is not None and lent is not None and _same_days(drafts[k], drafts[lender]):
            _set(drafts[k], "where", Where(name=lent.name, span=lent.span, basis="context"), drafts[lender])
        elif filed is not None:
            _set(drafts[k], "where", Where(name=filed.name, span=(filed.span,), basis="context"), None)


def _dateline(index: Index) -> PlaceName | None:
    """The place a report was filed from, where it names no other: a correspondent may be far from what he tells of."""
    places = [p for p in index.reading.places if not index.reading.sentences[p.sentence].heading]
    filed = next((place for place in places if index.in_dateline(place)), None)
    return filed if filed is not None and all(index.in_dateline(p) or p.name == filed.name for p in places) else None


def _same_days(one: Draft, other: Draft) -> bool:
    """Whether two claims can be of one event: not where both tell their days and these are apart."""
    mine, theirs = days_of(one), days_of(other)
    return mine is None or theirs is None or (mine[0] <= theirs[1] and theirs[0] <= mine[1])


def _set(draft: Draft, field: str, value: When | Where, lender: Draft | None) -> None:
    if draft.event is None:
        return
    spans = value.span or ()
    if isinstance(value, When):
        draft.event = msgspec.structs.replace(draft.event, when=value)
    else:
        draft.event = msgspec.structs.replace(draft.event, where=value)
    kind = f"the {_type(lender)} told elsewhere" if lender is not None else "the dateline; no other place is named"
    draft.reasons.append((field, f"{'date' if field == 'when' else 'place'} of {kind}", spans))


def _type(draft: Draft) -> str | None:
    return draft.event.type if draft.event is not None else None


def _when(draft: Draft) -> When | None:
    return draft.event.when if draft.event is not None else None


def _where(draft: Draft) -> Where | None:
    return draft.event.where if draft.event is not None else None
