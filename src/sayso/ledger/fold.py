"""Rows to what they add up to. Pure: nothing derived is ever stored as truth.

A newer reading of a document takes the place of the older. A document under the same id and with the same text, but
with other particulars (a date put right, say), takes the place of the one before it. A row taken back is as if it had
never been written. Of two judgements on the same claims the later counts. What was decided of a claim that a newer
reading has in another form is carried over to that. A claim that a person added stays whatever a newer reading holds.
Texts of one address are told apart as its versions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.core.claim import Claim
from sayso.core.document import Document
from sayso.core.release import State
from sayso.core.row import Row
from sayso.core.trouble import LedgerError
from sayso.ledger.body import (
    ClaimBody,
    CorrectionBody,
    JudgementBody,
    NoteBody,
    ReadingBody,
    TagBody,
    TakenBackBody,
    body_of,
    judged,
    taken_back,
)  # fmt: skip
from sayso.ledger.decided import judgements, put_right
from sayso.ledger.decisions import Decided, decisions
from sayso.ledger.follow import Following
from sayso.ledger.succession import succession


def fold(rows: Iterable[Row]) -> State:
    """The state that the rows of a ledger add up to, from the first on; raises LedgerError for a row without sense."""
    folding = _Folding()
    last = None
    for last in rows:
        folding.take(last)
    return folding.state(last)


class _Folding:
    """What was taken in so far."""

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._readings: dict[str, tuple[Row, ReadingBody]] = {}
        self._claims: dict[str, tuple[str, Claim]] = {}
        self._decided: list[tuple[Row, Decided]] = []
        self._corrections: list[tuple[Row, CorrectionBody]] = []
        self._retracts: dict[int, int | None] = {}
        self._tags: dict[str, int] = {}

    def take(self, row: Row) -> None:
        """One more row."""
        match row.kind:
            case "document":
                self._documents[row.about] = body_of(row, Document)
            case "reading":
                self._readings[row.about] = (row, body_of(row, ReadingBody))
            case "claim":
                made = body_of(row, ClaimBody)
                self._claims[row.about] = (made.document, made.claim)
                if made.why is not None:
                    self._decided.append((row, made))
            case "judgement":
                body = judged(row)
                self._decided.append((row, body))
                if isinstance(body, TakenBackBody):
                    self._retracts[row.seq] = body.retracts
            case "correction":
                put = body_of(row, CorrectionBody)
                self._corrections.append((row, put))
                self._retracts[row.seq] = put.retracts
            case "note":
                self._decided.append((row, body_of(row, NoteBody)))
            case "tag":
                self._tags[row.about] = body_of(row, TagBody).seq

    def state(self, last: Row | None) -> State:
        """All that was taken in, as of the last row."""
        home = self._homes()
        documents = {key: one for key, one in self._documents.items() if home[key] == key}
        read = {key: self._claims_of(key) for key in documents if key in self._readings}
        gone = taken_back(self._retracts)
        decided = [(row, body) for row, body in self._decided if row.seq not in gone]
        added = _added(decided, home)
        following = Following(self._claims, home, read, (claim for claims in added.values() for claim in claims))
        mended = put_right([one for one in self._corrections if one[0].seq not in gone], following)
        versions = succession(documents)
        return State(
            head=last.seq if last is not None else 0,
            at=last.at if last is not None else None,
            documents=documents,
            reports=tuple(
                msgspec.structs.replace(
                    self._readings[key][1].report,
                    claims=tuple(mended.claims.get(claim.id, claim) for claim in _whole(claims, added.get(key, ()))),
                    page=versions[key].page if key in versions else None,
                    version=versions[key].number if key in versions else 0,
                )
                for key, claims in read.items()
            ),
            judgements=judgements([(row, body) for row, body in decided if isinstance(body, JudgementBody)], following),
            corrections=mended.corrections,
            decisions=decisions(decided, following),
            originals=mended.originals,
            tags=dict(self._tags),
        )

    def _homes(self) -> dict[str, str]:
        """For each document the one that stands for it now: the last under its id with its text."""
        same = {key: (one.id, one.text_sha256) for key, one in self._documents.items()}
        last = {id_and_text: key for key, id_and_text in same.items()}
        return {key: last[id_and_text] for key, id_and_text in same.items()}

    def _claims_of(self, key: str) -> tuple[Claim, ...]:
        """The claims of a document's newest reading, as read."""
        row, body = self._readings[key]
        missing = next((claim for claim in body.claims if claim not in self._claims), None)
        if missing is not None:
            raise LedgerError(f"row {row.seq}: its reading names claim {missing}, which no row before it holds")
        return tuple(self._claims[claim][1] for claim in body.claims)


def _added(decided: Iterable[tuple[Row, Decided]], home: Mapping[str, str]) -> dict[str, list[Claim]]:
    """The claims that people added, by the document that stands for theirs now."""
    added: dict[str, list[Claim]] = defaultdict(list)
    for _, body in decided:
        if isinstance(body, ClaimBody) and body.document in home:
            added[home[body.document]].append(body.claim)
    return added


def _whole(read: tuple[Claim, ...], added: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims read and claims added, these where they stand in the text."""
    return tuple(sorted((*read, *added), key=lambda claim: claim.content[0])) if added else read
