"""Paste a text or hand in a file, see its claims, and add it to the ledger or not."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from sayso.core.row import Entry
from sayso.core.trouble import DateError
from sayso.core.when import bounds
from sayso.ledger.entry import Reported, Stamp, entries_of
from sayso.ledger.store import Store
from sayso.publish import phrase
from sayso.run.aside import Answer, Aside, AsideError, Order
from sayso.run.moment import today
from sayso.web.draw import page, to
from sayso.web.pasted import Draft, Pasted
from sayso.web.view.claim import bounds_of, pieces, words_of
from sayso.web.visit import Visit
from sayso.web.words import text

GIVEN = ("title", "publisher", "published", "language")
PASTED = "pasted text"
MOST = 8_000_000  # bytes of a form; a larger one is refused before it is read
EMPTY = text("Paste a text or choose a file.")
NO_DATE = text("The date is none as it is written here: 2024-03-06, or 2024-03 for a month.")
NOTHING = text("There is no report in it.")


def ask(visit: Visit) -> Response:
    """An empty form."""
    return _form(visit, "", dict.fromkeys(GIVEN, ""), ())


def read(visit: Visit) -> Response:
    """Read what was handed in, and show it; what cannot be read comes back in the form, with the reason."""
    pasted = visit.given("text")
    given = {name: visit.given(name).strip() for name in GIVEN}
    raw, name = pasted.encode("utf-8", "replace"), PASTED
    if (file := visit.file("file")) is not None:
        raw, name = file.file.read(), file.filename or PASTED
    if not raw.strip():
        return _form(visit, pasted, given, (visit.words(EMPTY),), 422)
    if given["published"] and not _is_date(given["published"]):
        return _form(visit, pasted, given, (visit.words(NO_DATE),), 422)
    try:
        answer = _aside(visit).read(Order(raw=raw, name=name, given=given, today=today()))
    except AsideError as fault:
        return _form(visit, pasted, given, (f"{name}: {fault}",), 422)
    if not answer.found:
        return _form(visit, pasted, given, answer.unread or (visit.words(NOTHING),), 422)
    assert visit.person is not None
    draft = _pasted(visit).keep(Draft(visit.person.name, answer, pasted, given))
    return RedirectResponse(to(visit, f"/paste/{draft}"), 303)


def shown(visit: Visit) -> Response:
    """What was read in it, with the claims lit, and whether the ledger has it already."""
    name, draft = _draft(visit)
    there = visit.snapshot.reports
    read_ = [(one, pieces(one.document.text, one.record.claims), one.report.key in there) for one in draft.answer.found]
    return page(
        visit, "pasted.html", name=name, read=read_, unread=draft.answer.unread,
        quoted=words_of, chain=phrase.chain, bounds=bounds_of,
    )  # fmt: skip


def add(visit: Visit) -> Response:
    """Add it to the ledger, as `sayso add` would."""
    name, draft = _draft(visit)

    def make(store: Store, stamp: Stamp) -> Iterator[Entry]:
        return entries_of(store, _reported(draft.answer), stamp)

    visit.desk.append(make, draft.by)
    _pasted(visit).drop(name)
    key = draft.answer.found[0].report.key
    return RedirectResponse(to(visit, f"/judge/report/{key}"), 303)


def drop(visit: Visit) -> Response:
    """Do not add it."""
    name, _ = _draft(visit)
    _pasted(visit).drop(name)
    return RedirectResponse(to(visit, "/paste"), 303)


def _reported(answer: Answer) -> Iterator[Reported]:
    for one in answer.found:
        document = msgspec.structs.replace(one.document, raw=None)  # the bytes themselves are not kept from here
        yield Reported(document, one.report, one.record.reader, one.record.warnings, answer.gazetteer)


def _form(visit: Visit, pasted: str, given: dict[str, str], wrong: tuple[str, ...], status: int = 200) -> Response:
    return page(visit, "paste.html", status=status, text=pasted, given=given, wrong=wrong)


def _draft(visit: Visit) -> tuple[str, Draft]:
    name = visit.part("name")
    draft = _pasted(visit).of(name, visit.person.name) if visit.person is not None else None
    if draft is None:
        raise HTTPException(404)
    return name, draft


def _is_date(written: str) -> bool:
    try:
        bounds(written)
    except DateError:
        return False
    return True


def _aside(visit: Visit) -> Aside:
    aside = visit.request.app.state.aside
    assert isinstance(aside, Aside)
    return aside


def _pasted(visit: Visit) -> Pasted:
    pasted = visit.request.app.state.pasted
    assert isinstance(pasted, Pasted)
    return pasted
