"""A decision posted from a page: recorded, shown again where somebody else was first, refused with the reason."""

from __future__ import annotations

from collections.abc import Callable, Collection

from starlette.responses import RedirectResponse, Response

from sayso.core.row import Entry, Head, Row
from sayso.ledger.describe import described
from sayso.ledger.entry import Stamp
from sayso.ledger.store import Store
from sayso.ledger.touch import touched
from sayso.run.judging import Decision, RefusedError, StaleError, entry_of
from sayso.web.done import is_row, with_done
from sayso.web.draw import page
from sayso.web.page.look import back
from sayso.web.visit import Visit

UNSAID = "no reason given"
FRAME = frozenset({"token", "row"})  # fields that every form has, anew each time

Make = Callable[[Store, Stamp], Entry]


def decide(visit: Visit, make: Make, about: Collection[str], *, to: str | None = None) -> Response:
    """Record one row, and go back to where it was decided, or to `to`."""
    try:
        head = put_down(visit, Decision(make, about, seen(visit)))
    except StaleError as fault:
        return _stale(visit, fault.rows)
    except RefusedError as fault:
        return refused(visit, str(fault))
    return RedirectResponse(with_done(to or back(visit.given("back")), head.seq), 303)


def put_down(visit: Visit, decision: Decision) -> Head:
    """Record one row by whoever visits; raises StaleError and RefusedError, and then nothing was recorded."""
    assert visit.person is not None
    _, head = visit.desk.append(lambda store, stamp: entry_of(decision, store, stamp), visit.person.name)
    return head


def about_row(visit: Visit, row: int, last: int) -> Collection[str]:
    """The claims that a row is about, if the person had seen it; `last` is the last row they saw."""
    with visit.desk.reading() as store:
        found = next(iter(list(store.rows(after=row - 1, upto=row))), None) if row > 0 else None
    return touched(found) if found is not None and last >= row else ()


def seen(visit: Visit) -> int:
    """The last row that the page knew of from which the form was sent; the newest known where it does not say."""
    row = visit.given("row")
    return int(row) if is_row(row) else visit.snapshot.row


def why(visit: Visit) -> str:
    """The reason given, or that none was."""
    return visit.given("why").strip() or UNSAID


def refused(visit: Visit, reason: str) -> Response:
    """The page that says why nothing was recorded; what was sent stands in the browser's form, one step back."""
    return page(visit, "refused.html", status=422, reason=reason, back=back(visit.given("back")))


def _stale(visit: Visit, rows: list[Row]) -> Response:
    """What somebody else decided meanwhile, and the form again as it was sent, to be decided anew."""
    fields = [(name, value) for name, value in visit.form.multi_items() if name not in FRAME and isinstance(value, str)]
    between = [(row, described(row)) for row in rows]
    return page(
        visit, "stale.html", status=409, between=between, fields=fields, action=visit.request.url.path,
        row=rows[-1].seq, back=back(visit.given("back")),
    )  # fmt: skip
