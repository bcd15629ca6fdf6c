"""What a person decides, posted from any page: each a row of the ledger, and back to the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.responses import Response

from sayso.core.event import Event
from sayso.core.judgement import Arranged, Ruling
from sayso.core.release import State
from sayso.core.row import Entry
from sayso.core.trouble import LedgerError
from sayso.ledger.decide import arranged, drafted, marked, parted, reviewed, ruled
from sayso.ledger.entry import Stamp
from sayso.ledger.judge import Mend, Pair, compared, noted, put_right, retracted
from sayso.ledger.mark import Marked
from sayso.ledger.store import Store
from sayso.ledger.written import draft_written, quote_written
from sayso.web.deciding import Make, about_row, decide, refused, seen, why
from sayso.web.done import is_row
from sayso.web.view.event import meant
from sayso.web.visit import Visit

FIGURES = 4  # of a claim that is added


def rule(visit: Visit) -> Response:
    """A claim let stand or rejected."""
    claim, reason = visit.given("claim"), why(visit)
    verdict: Ruling = "reject" if visit.given("verdict") == "reject" else "accept"
    return decide(visit, _on(visit, lambda state, stamp: ruled(state, claim, verdict, reason, stamp), claim), {claim})


def review(visit: Visit) -> Response:
    """An event let stand as it is."""
    event = _event(visit, visit.given("event"))
    if isinstance(event, Response):
        return event
    return decide(visit, lambda _, stamp: reviewed(event, why(visit), stamp), event.claims)


def arrange(visit: Visit) -> Response:
    """Events put together or kept apart, or some claims of one made an event of their own."""
    reason = why(visit)
    events = []
    for name in visit.given_all("event"):
        found = _event(visit, name)
        if isinstance(found, Response):
            return found
        events.append(found)
    unique = list({event.id: event for event in events}.values())
    try:
        verdict, sides = _sides(visit, unique)
    except LedgerError as fault:
        return refused(visit, str(fault))
    about = {claim for side in sides for claim in side}
    return decide(visit, _on(visit, lambda state, stamp: arranged(state, verdict, sides, reason, stamp), *about), about)


def _sides(visit: Visit, events: Sequence[Event]) -> tuple[Arranged, list[tuple[str, ...]]]:
    """What is to be done, and the groups of claims; raises LedgerError where they are none."""
    asked = visit.given("verdict")
    if asked == "split" and events:
        return "split", list(parted(events[0], visit.given_all("claim")))
    return "merge" if asked == "merge" else "apart", [event.claims for event in events]


def compare(visit: Visit) -> Response:
    """Two claims that nobody can tell to be of one event or not: looked at, and left to the rules."""
    pair, reason = Pair(visit.given("left"), visit.given("right")), why(visit)
    return decide(
        visit, _on(visit, lambda state, stamp: compared(state, pair, "unsure", reason, stamp), *pair), set(pair)
    )


def note(visit: Visit) -> Response:
    """A remark on a claim or an event; it is held back by nobody's."""
    about, said = visit.given("event") or visit.given("claim"), visit.given("why")
    return decide(visit, _on(visit, lambda state, stamp: noted(state, about, said, stamp), about.removeprefix("e")), ())


def correct(visit: Visit) -> Response:
    """A field of a claim put right, by its path and a value."""
    claim, reason = visit.given("claim"), why(visit)
    mend = Mend(claim, visit.given("field"), visit.given("value"))
    return decide(visit, _on(visit, lambda state, stamp: put_right(state, mend, reason, stamp), claim), {claim})


def mark(visit: Visit) -> Response:
    """A part of a claim put right by words marked in the report."""
    claim, reason, at = visit.given("claim"), why(visit), visit.given("figure")
    words = quote_written(_fields(visit), "words")
    if words is None:
        return refused(visit, "mark the words of the report that say it")
    given = Marked(visit.given("part"), words, visit.given("means").strip(), int(at) if at.isdecimal() else 0)
    return decide(visit, _on(visit, lambda state, stamp: marked(state, claim, given, reason, stamp), claim), {claim})


def add(visit: Visit) -> Response:
    """A claim that the reader missed."""
    fields, document, reason = _fields(visit), visit.given("document"), why(visit)
    figures = [
        {name: fields.get(f"figure_{k}_{name}", "") for name in ("effect", "number", "status", "group")}
        for k in range(FIGURES)
    ]
    try:
        draft = draft_written(fields, figures)
    except LedgerError as fault:
        return refused(visit, str(fault))
    return decide(visit, _on(visit, lambda state, stamp: drafted(state, document, draft, reason, stamp)), ())


def undo(visit: Visit) -> Response:
    """What a person recorded taken back."""
    asked, reason = visit.given("undo"), why(visit)
    if not is_row(asked):
        return refused(visit, "say which row is to be taken back")
    row = int(asked)
    about = about_row(visit, row, seen(visit))
    return decide(visit, lambda store, stamp: retracted(store, row, reason, stamp), about)


def _on(visit: Visit, make: Callable[[State, Stamp], Entry], *claims: str) -> Make:
    """A row made of the state that the page shows; naming the claims that it is about saves looking through all."""
    state = visit.snapshot.about(*claims) if claims else visit.snapshot.release.state

    def made(_: Store, stamp: Stamp) -> Entry:
        return make(state, stamp)

    return made


def _fields(visit: Visit) -> dict[str, str]:
    return {name: value for name, value in visit.form.multi_items() if isinstance(value, str)}


def _event(visit: Visit, name: str) -> Event | Response:
    """The event that a form names, or the page that says that there is none."""
    try:
        return meant(visit.snapshot, name)
    except LedgerError as fault:
        return refused(visit, str(fault))
