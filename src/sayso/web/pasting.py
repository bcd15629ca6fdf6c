"""A text or file that was pasted: read aside, kept while whoever pasted it looks, added to the ledger or let go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from starlette.exceptions import HTTPException

from sayso.core.row import Entry, Head
from sayso.core.trouble import DateError, SaysoError
from sayso.core.when import bounds
from sayso.ledger.entry import Reported, Stamp, entries_of
from sayso.ledger.store import Store
from sayso.run.aside import Answer, Aside, AsideError, Order
from sayso.run.moment import today
from sayso.web.pasted import Draft, Pasted
from sayso.web.visit import Visit
from sayso.web.words import text

PASTED = "pasted text"
EMPTY = text("Paste a text or choose a file.")
NO_DATE = text("The date is none as it is written here: 2024-03-06, or 2024-03 for a month.")
NOTHING = text("There is no report in it.")


class NoReportError(SaysoError):
    """Nothing could be read; `reasons` say why, in the language of the visit."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


def take(visit: Visit, raw: bytes, name: str, given: Mapping[str, str]) -> str:
    """Read what was handed in, and keep it for whoever did; gives the name it waits under.

    `given` is what they say of it: title, publisher, published, language. Raises NoReportError.
    """
    if not raw.strip():
        raise NoReportError(visit.words(EMPTY))
    if given["published"] and not _is_date(given["published"]):
        raise NoReportError(visit.words(NO_DATE))
    aside: Aside = visit.request.app.state.aside
    try:
        answer = aside.read(Order(raw=raw, name=name, given=dict(given), today=today()))
    except AsideError as fault:
        raise NoReportError(f"{name}: {fault}") from None
    if not answer.found:
        raise NoReportError(*(answer.unread or (visit.words(NOTHING),)))
    assert visit.person is not None
    return _pasted(visit).keep(Draft(visit.person.name, answer))


def waiting(visit: Visit, name: str) -> Draft:
    """What waits under a name for this person; 404 where nothing does."""
    draft = _pasted(visit).of(name, visit.person.name) if visit.person is not None else None
    if draft is None:
        raise HTTPException(404, f"nothing waits under {name!r}: it was added or let go, or is somebody else's")
    return draft


def put_in(visit: Visit, name: str) -> Head:
    """Add it to the ledger, as `sayso add` would; gives the last row then."""
    draft = waiting(visit, name)

    def make(store: Store, stamp: Stamp) -> Iterator[Entry]:
        return entries_of(store, _reported(draft.answer), stamp)

    _, head = visit.desk.append(make, draft.by)
    _pasted(visit).drop(name)
    return head


def let_go(visit: Visit, name: str) -> None:
    """Do not add it."""
    waiting(visit, name)
    _pasted(visit).drop(name)


def _reported(answer: Answer) -> Iterator[Reported]:
    for one in answer.found:
        document = msgspec.structs.replace(one.document, raw=None)  # the bytes themselves are not kept from here
        yield Reported(document, one.report, one.record.reader, one.record.warnings, answer.gazetteer)


def _is_date(written: str) -> bool:
    try:
        bounds(written)
    except DateError:
        return False
    return True


def _pasted(visit: Visit) -> Pasted:
    pasted = visit.request.app.state.pasted
    assert isinstance(pasted, Pasted)
    return pasted
