"""What may be done by the API: each is a row of the ledger, by whoever is logged in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

import msgspec
from starlette.exceptions import HTTPException

from sayso.core.release import State
from sayso.core.row import Entry
from sayso.ledger.decide import arranged, drafted, marked, parted, reviewed, ruled
from sayso.ledger.entry import Stamp
from sayso.ledger.find import EVENT, claim_of
from sayso.ledger.judge import Mend, Pair, compared, noted, put_right, retracted
from sayso.ledger.mark import Marked
from sayso.run.judging import Decision, RefusedError
from sayso.web.api.asked import draft, fitting, quote
from sayso.web.api.sent import (
    Add,
    Arrange,
    Compare,
    Correct,
    Deciding,
    Enter,
    Leave,
    LetStand,
    Mark,
    Remark,
    Retract,
    Rule,
)  # fmt: skip
from sayso.web.api.values import Entered, Left, Recorded
from sayso.web.deciding import Make, about_row, put_down
from sayso.web.guard.cookie import cookie_of
from sayso.web.page.login import let_in, let_out
from sayso.web.snapshot import Snapshot
from sayso.web.view.event import meant
from sayso.web.visit import Visit


def compare(visit: Visit, taken: object) -> Recorded:
    """Two claims judged."""
    assert isinstance(taken, Compare)
    pair = Pair(taken.left, taken.right)
    return _on(visit, taken, pair, lambda state, stamp: compared(state, pair, taken.verdict, taken.why, stamp))


def rule(visit: Visit, taken: object) -> Recorded:
    """A claim accepted or rejected."""
    assert isinstance(taken, Rule)
    one = taken.claim
    return _on(visit, taken, [one], lambda state, stamp: ruled(state, one, taken.verdict, taken.why, stamp))


def arrange(visit: Visit, taken: object) -> Recorded:
    """Events put together or apart."""
    assert isinstance(taken, Arrange)
    snapshot = visit.desk.now()
    with fitting():
        named = {one.id: one for one in (meant(snapshot, name) for name in taken.events)}
        sides = [event.claims for event in named.values()]
        if taken.verdict == "split" and len(named) == 1:
            sides = list(parted(next(iter(named.values())), taken.claims))
    whole = [claim for side in sides for claim in side]
    return _on(visit, taken, whole, lambda state, stamp: arranged(state, taken.verdict, sides, taken.why, stamp))


def review(visit: Visit, taken: object) -> Recorded:
    """An event let stand."""
    assert isinstance(taken, LetStand)
    snapshot = visit.desk.now()
    with fitting():
        event = meant(snapshot, taken.event)
    return recorded(visit, taken, lambda _, stamp: reviewed(event, taken.why, stamp), event.claims)


def correct(visit: Visit, taken: object) -> Recorded:
    """A field put right."""
    assert isinstance(taken, Correct)
    mend = Mend(taken.claim, taken.field, taken.value if isinstance(taken.value, str) else _json(taken.value))
    return _on(visit, taken, [mend.claim], lambda state, stamp: put_right(state, mend, taken.why, stamp))


def mark(visit: Visit, taken: object) -> Recorded:
    """A part of a claim put right by words of its report."""
    assert isinstance(taken, Mark)
    given = Marked(taken.part, quote(taken.words), taken.means.strip(), taken.figure)
    return _on(visit, taken, [taken.claim], lambda state, stamp: marked(state, taken.claim, given, taken.why, stamp))


def add(visit: Visit, taken: object) -> Recorded:
    """A claim that the reader missed."""
    assert isinstance(taken, Add)
    state = visit.desk.now().release.state
    with fitting():
        made = draft(taken)
    return recorded(visit, taken, lambda _, stamp: drafted(state, taken.document, made, taken.why, stamp), ())


def retract(visit: Visit, taken: object) -> Recorded:
    """A row taken back."""
    assert isinstance(taken, Retract)
    about = about_row(visit, taken.row, taken.seen) if taken.seen is not None else ()
    return recorded(visit, taken, lambda store, stamp: retracted(store, taken.row, taken.why, stamp), about)


def note(visit: Visit, taken: object) -> Recorded:
    """A remark on a claim or an event; it is held back by nobody's."""
    assert isinstance(taken, Remark)
    state = visit.desk.now().about(taken.claim.removeprefix(EVENT))
    return recorded(visit, taken, lambda _, stamp: noted(state, taken.claim, taken.text, stamp), ())


def enter(visit: Visit, taken: object) -> Entered:
    """Logging in."""
    assert isinstance(taken, Enter)
    wait = let_in(visit, taken.name, taken.password)
    if wait is not None:
        raise HTTPException(429 if wait else 403, "wait" if wait else "name and password do not belong together")
    person = visit.request.app.state.gate.person(cookie_of(visit.request))
    return Entered(name=person.name, role=person.role)


def leave(visit: Visit, taken: object) -> Left:
    """Logging out."""
    assert isinstance(taken, Leave)
    let_out(visit)
    return Left()


def recorded(visit: Visit, taken: Deciding, make: Make, about: Collection[str]) -> Recorded:
    """Record a row about some claims; raises HTTPException where it does not fit, StaleError for the server to tell."""
    decision = Decision(make, about, taken.seen) if taken.seen is not None else Decision(make, (), visit.head.seq)
    try:
        return Recorded(row=put_down(visit, decision).seq)
    except RefusedError as fault:
        raise HTTPException(422, str(fault)) from None


def _on(visit: Visit, taken: Deciding, names: Iterable[str], make: Callable[[State, Stamp], Entry]) -> Recorded:
    """A row about claims as they were named, made of the newest state."""
    snapshot = visit.desk.now()
    with fitting():
        claims = [_whole(snapshot, name) for name in names]
    state = snapshot.about(*claims)
    return recorded(visit, taken, lambda _, stamp: make(state, stamp), claims)


def _whole(snapshot: Snapshot, name: str) -> str:
    """The whole id of a claim; raises LedgerError where there is none of that name."""
    return name if name in snapshot.claims else claim_of(snapshot.release.state, name).id


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
