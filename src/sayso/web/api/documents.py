"""The ledger as a whole, and its documents."""

from __future__ import annotations

from starlette.exceptions import HTTPException

from sayso.ledger.asof import tags as tag_rows
from sayso.ledger.body import TagBody, body_of
from sayso.web.api.some import moment, some
from sayso.web.api.values import At, DocumentIn, DocumentLine, Documents, Ledger, Moments
from sayso.web.build import head_at
from sayso.web.visit import Visit


def ledger(visit: Visit) -> Ledger:
    """How much there is."""
    release = visit.snapshot.release
    return Ledger(
        as_of=moment(visit), documents=len(release.state.documents), claims=len(visit.snapshot.claims),
        events=len(release.events), tags=dict(release.state.tags),
    )  # fmt: skip


def moments(visit: Visit) -> Moments:
    """The rows there are, and the tags."""
    with visit.desk.reading() as store:
        head = store.head()
        first = next(iter(list(store.rows(upto=1))), None)
        tags = {name: body_of(row, TagBody).seq for name, row in tag_rows(store).items()}
        at = {name: At(row=seq, at=head_at(store, seq).at) for name, seq in sorted(tags.items())}
    if first is None:
        return Moments(first=None, last=None, tags={})
    return Moments(first=At(row=first.seq, at=first.at), last=At(row=head.seq, at=head.at), tags=at)


def listed(visit: Visit) -> Documents:
    """The documents, without their texts."""
    reports = visit.snapshot.release.state.reports
    part = some(visit, reports)
    lines = tuple(
        DocumentLine(
            key=one.key, id=one.id, publisher=one.publisher, published=one.published, title=one.title,
            language=one.language, claims=len(one.claims),
        )
        for one in part.of
    )  # fmt: skip
    return Documents(as_of=moment(visit), total=len(reports), next=part.next, documents=lines)


def one(visit: Visit) -> DocumentIn:
    """One document, by its key."""
    key = visit.part("key")
    document = visit.snapshot.release.state.documents.get(key)
    if document is None:
        raise HTTPException(404, f"no document {key!r} as of row {visit.snapshot.row}")
    report = visit.snapshot.reports.get(key)
    return DocumentIn(as_of=moment(visit), key=key, document=document, claims=report.claims if report else ())
