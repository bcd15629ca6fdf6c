"""What people decided other than of two claims: rulings on one, groups, reviews, coding forms, remarks, additions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.core.claim import Claim
from sayso.core.judgement import Addition, Arrangement, Coding, Decision, Note, Review, Standing
from sayso.core.row import Row
from sayso.ledger.body import (
    ArrangementBody,
    ClaimBody,
    CodingBody,
    Judged,
    JudgementBody,
    NoteBody,
    ReviewBody,
    StandingBody,
    TakenBackBody,
)  # fmt: skip
from sayso.ledger.decided import id_now
from sayso.ledger.follow import Following

Decided = Judged | NoteBody | ClaimBody
_EVENT = "e"  # an event's id is that of its first claim behind this letter


def decisions(rows: Iterable[tuple[Row, Decided]], following: Following) -> tuple[Decision, ...]:
    """The decisions in the order of their rows: of several on one thing that cannot both hold only the last.

    Given are those that were not taken back. Judgements of two claims are left out.
    """
    last: dict[tuple[object, ...], Decision] = {}
    for row, body in rows:
        one = _decision(row, body, following)
        if one is not None:
            key = _place(one)
            last.pop(key, None)
            last[key] = one
    return tuple(last.values())


def _decision(row: Row, body: Decided, following: Following) -> Decision | None:
    """The decision of a row as it bears on what is live; None where it no longer does."""
    match body:
        case JudgementBody() | TakenBackBody():
            return None
        case StandingBody():
            return _standing(row, body, following)
        case ArrangementBody():
            return _arrangement(row, body, following)
        case ReviewBody():
            claims = tuple(_alike(claim, following) for claim in body.claims)
            return Review(event=_event(body.event, following), claims=claims, by=row.by, why=body.why, row=row.seq)
        case CodingBody():
            return Coding(
                event=_event(body.event, following), scheme=body.scheme, values=body.values,
                evidence={field: tuple(id_now(one, following) for one in ids) for field, ids in body.evidence.items()},
                by=row.by, why=body.why, row=row.seq,
            )  # fmt: skip
        case NoteBody():
            ever = following.read(row.about) is not None
            about = id_now(row.about, following) if ever else _event(row.about, following)
            return Note(about=about, text=body.text, by=row.by, row=row.seq)
        case ClaimBody():
            return Addition(document=body.document, claim=body.claim, by=row.by, why=body.why or "", row=row.seq)


def _place(one: Decision) -> tuple[object, ...]:
    """What a later decision must share to take the place of this one."""
    match one:
        case Standing():
            return (Standing, one.claim)
        case Coding():
            return (Coding, one.event, one.scheme, one.by)
        case _:
            return (one.row,)


def _event(one: str, following: Following) -> str:
    return _EVENT + id_now(one.removeprefix(_EVENT), following)


def _standing(row: Row, body: StandingBody, following: Following) -> Standing | None:
    """A ruling on a claim; it falls where a newer reading says something else there."""
    claim = _alike(body.claim, following)
    live = following.now(claim)
    if live is None or live.id != claim:
        return None
    return Standing(claim=claim, verdict=body.verdict, by=row.by, why=body.why, row=row.seq)


def _arrangement(row: Row, body: ArrangementBody, following: Following) -> Arrangement | None:
    """Groups of claims, each claim in the first that has it; None where nothing is left to put together or apart."""
    met: set[str] = set()
    groups = tuple(found for group in body.groups if (found := tuple(_unmet(group, met, following))))
    if len(groups) < 2 and not (body.verdict == "merge" and len(met) > 1):
        return None
    return Arrangement(verdict=body.verdict, groups=groups, by=row.by, why=body.why, row=row.seq)


def _unmet(group: Iterable[str], met: set[str], following: Following) -> Iterator[str]:
    for one in group:
        claim = id_now(one, following)
        if claim not in met:
            met.add(claim)
            yield claim


def _alike(one: str, following: Following) -> str:
    """The id of the live claim that says the same; the claim's own where what is read there now says something else."""
    old, new = following.read(one), following.now(one)
    return new.id if old is not None and new is not None and _said(old) == _said(new) else one


def _said(claim: Claim) -> tuple[object, ...]:
    """What of a claim was looked at when somebody let it stand or not, apart from where in the text it says so."""
    figures = [(one.effect, one.low, one.high) for one in claim.casualties]
    return (claim.polarity, claim.event.type, figures, claim.attribution[-1].act if claim.attribution else None)
