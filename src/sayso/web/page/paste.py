"""Paste a text or hand in a file, see its claims, and add it to the ledger or not."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from sayso.publish import phrase
from sayso.web.draw import page, to
from sayso.web.pasting import PASTED, NoReportError, let_go, put_in, take, waiting
from sayso.web.view.claim import bounds_of, pieces, words_of
from sayso.web.visit import Visit

GIVEN = ("title", "publisher", "published", "language")
MOST = 8_000_000  # bytes of a form; a larger one is refused before it is read


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
    try:
        draft = take(visit, raw, name, given)
    except NoReportError as fault:
        return _form(visit, pasted, given, fault.reasons, 422)
    return RedirectResponse(to(visit, f"/paste/{draft}"), 303)


def shown(visit: Visit) -> Response:
    """What was read in it, with the claims lit, and whether the ledger has it already."""
    name = visit.part("name")
    draft = waiting(visit, name)
    there = visit.snapshot.reports
    read_ = [(one, pieces(one.document.text, one.record.claims), one.report.key in there) for one in draft.answer.found]
    return page(
        visit, "pasted.html", name=name, read=read_, unread=draft.answer.unread,
        quoted=words_of, chain=phrase.chain, bounds=bounds_of,
    )  # fmt: skip


def add(visit: Visit) -> Response:
    """Add it to the ledger, as `sayso add` would."""
    name = visit.part("name")
    draft = waiting(visit, name)
    put_in(visit, name)
    return RedirectResponse(to(visit, f"/judge/report/{draft.answer.found[0].report.key}"), 303)


def drop(visit: Visit) -> Response:
    """Do not add it."""
    let_go(visit, visit.part("name"))
    return RedirectResponse(to(visit, "/paste"), 303)


def _form(visit: Visit, pasted: str, given: dict[str, str], wrong: tuple[str, ...], status: int = 200) -> Response:
    return page(visit, "paste.html", status=status, text=pasted, given=given, wrong=wrong)
