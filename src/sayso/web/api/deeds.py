"""What may be done by the API: each is a row of the ledger, by whoever is logged in."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from starlette.exceptions import HTTPException

from sayso.core.row import Entry
from sayso.core.trouble import LedgerError
from sayso.ledger.decide import arranged, parted, reviewed, ruled
from sayso.ledger.entry import Stamp
from sayso.ledger.judge import Mend, Pair, compared, noted, put_right, retracted
from sayso.ledger.store import Store
from sayso.run.find import event_named
from sayso.web.api.values import Arrange, Compare, Correct, Enter, Entered, Note, Recorded, Retract, Review, Rule
from sayso.web.guard.cookie import cookie_of
from sayso.web.page.login import let_in
from sayso.web.visit import Visit


def compare(visit: Visit, taken: object) -> Recorded:
    """Two claims judged."""
    assert isinstance(taken, Compare)
    pair = Pair(taken.left, taken.right)
    state = visit.desk.now().about(*pair)
    return _recorded(visit, lambda _, stamp: compared(state, pair, taken.verdict, taken.why, stamp))


def rule(visit: Visit, taken: object) -> Recorded:
    """A claim accepted or rejected."""
    assert isinstance(taken, Rule)
    state = visit.desk.now().about(taken.claim)
    return _recorded(visit, lambda _, stamp: ruled(state, taken.claim, taken.verdict, taken.why, stamp))


def arrange(visit: Visit, taken: object) -> Recorded:
    """Events put together or apart."""
    assert isinstance(taken, Arrange)
    snapshot = visit.desk.now()

    def make(_: Store, stamp: Stamp) -> Entry:
        named = {one.id: one for one in (event_named(snapshot.release, name) for name in taken.events)}
        sides = [event.claims for event in named.values()]
        if taken.verdict == "split" and len(named) == 1:
            sides = list(parted(next(iter(named.values())), taken.claims))
        state = snapshot.about(*(claim for side in sides for claim in side))
        return arranged(state, taken.verdict, sides, taken.why, stamp)

    return _recorded(visit, make)


def review(visit: Visit, taken: object) -> Recorded:
    """An event let stand."""
    assert isinstance(taken, Review)
    release = visit.desk.now().release
    return _recorded(visit, lambda _, stamp: reviewed(event_named(release, taken.event), taken.why, stamp))


def correct(visit: Visit, taken: object) -> Recorded:
    """A field put right."""
    assert isinstance(taken, Correct)
    mend = Mend(taken.claim, taken.field, taken.value if isinstance(taken.value, str) else _json(taken.value))
    state = visit.desk.now().about(mend.claim)
    return _recorded(visit, lambda _, stamp: put_right(state, mend, taken.why, stamp))


def retract(visit: Visit, taken: object) -> Recorded:
    """A row taken back."""
    assert isinstance(taken, Retract)
    return _recorded(visit, lambda store, stamp: retracted(store, taken.row, taken.why, stamp))


def note(visit: Visit, taken: object) -> Recorded:
    """A remark."""
    assert isinstance(taken, Note)
    state = visit.desk.now().about(taken.claim)
    return _recorded(visit, lambda _, stamp: noted(state, taken.claim, taken.text, stamp))


def enter(visit: Visit, taken: object) -> Entered:
    """Logging in."""
    assert isinstance(taken, Enter)
    wait = let_in(visit, taken.name, taken.password)
    if wait is not None:
        raise HTTPException(429 if wait else 403, "wait" if wait else "name and password do not belong together")
    person = visit.request.app.state.gate.person(cookie_of(visit.request))
    return Entered(name=person.name, role=person.role)


def _recorded(visit: Visit, make: Callable[[Store, Stamp], Entry]) -> Recorded:
    """Record what is made; raises HTTPException where it does not fit."""
    assert visit.person is not None

    def one(store: Store, stamp: Stamp) -> list[Entry]:
        try:
            return [make(store, stamp)]
        except LedgerError as fault:
            raise HTTPException(422, str(fault)) from None

    return Recorded(row=visit.desk.append(one, visit.person.name)[1].seq)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
