"""What two moments differ in."""

import msgspec
import pytest

from sayso.core.difference import Began, Change, Changed, Ended
from sayso.core.event import Estimate, Event, EventWhen, EventWhere
from sayso.core.release import Release
from sayso.ledger.diff import difference
from sayso.ledger.entry import Stamp
from sayso.ledger.fold import fold
from sayso.ledger.judge import Mend, Pair, compared, put_right, retracted
from sayso.publish.difference import differing
from sayso.publish.sheet_text import text
from sayso.publish.terminal import Look

ADA = Stamp("ada", "2026-03-07T12:00:00Z")


def event(*claims, low=12, best=12, high=None, grade="weak", where="Orvelo"):
    total = Estimate(
        effect="killed", group=None, status="all", low=low, best=best, high=high, rule="r", voices=1, used=claims[:1]
    )
    return Event(
        id="e" + claims[0],
        type="attack",
        when=EventWhen(edtf="2018-02-07"),
        where=EventWhere(name=where) if where else None,
        documents=("d",),
        claims=claims,
        voices=(),
        estimates=(total,),
        grade=grade,
        clarity=1,
    )


@pytest.fixture
def moments(filled, adding, document):
    """Two moments of a ledger, between which a report came in, another text under an id, and three decisions."""
    before = fold(filled.rows())
    first, second, third = [claim.id for claim in before.reports[0].claims][:1] + [
        report.claims[0].id for report in before.reports[1:3]
    ]
    filled.append([compared(before, Pair(first, second), "same", "x", ADA)], after=filled.head())
    before = fold(filled.rows())
    adding(filled, document(4), at=ADA.at)
    filled.append([retracted(filled, before.head, "y", ADA)], after=filled.head())
    filled.append([compared(before, Pair(first, third), "different", "z", ADA)], after=filled.head())
    filled.append([put_right(before, Mend(first, "event.type", "shelling"), "w", ADA)], after=filled.head())
    return before, fold(filled.rows())


def test_a_moment_does_not_differ_from_itself(moments):
    for state in moments:
        release = Release(state=state, events=(event("a"),))
        found = difference(release, release)
        assert found == msgspec.structs.replace(
            type(found)(before=state.head, after=state.head), before=state.head, after=state.head
        )
        assert "Nothing differs." in text(differing(release, release, found), Look())


def test_documents_claims_and_decisions(moments):
    old, new = (Release(state=state, events=()) for state in moments)
    found = difference(old, new)
    (key,) = found.documents_new
    assert new.state.documents[key].id == "d4"
    assert found.claims_new == tuple(claim.id for claim in new.state.reports[-1].claims)
    assert (found.documents_gone, found.claims_gone, found.readings) == ((), (), ())
    assert [one.verdict for one in found.judgements_new] == ["different"]
    assert [one.verdict for one in found.judgements_gone] == ["same"]
    assert [one.field for one in found.corrections_new] == ["event.type"]
    back = difference(new, old)
    assert (back.documents_gone, back.claims_gone) == (found.documents_new, found.claims_new)
    assert (back.judgements_gone, back.corrections_gone) == (found.judgements_new, found.corrections_new)
    page = text(differing(old, new, found), Look())
    for said in ("Documents new: 1", "Orvelo Post", "Decided: 2", 'event.type is "shelling"', "Decided no longer: 1"):
        assert said in page


def test_a_report_read_otherwise(moments):
    state = moments[1]
    report = msgspec.structs.replace(state.reports[0], claims=state.reports[0].claims[1:])
    changed = msgspec.structs.replace(state, reports=(report, *state.reports[1:]))
    found = difference(Release(state=state, events=()), Release(state=changed, events=()))
    assert found.readings == (report.key,)
    assert found.claims_gone == (state.reports[0].claims[0].id,)


@pytest.fixture
def between(moments):
    def found(before, after):
        state = moments[1]
        old, new = Release(state=state, events=tuple(before)), Release(state=state, events=tuple(after))
        found = difference(old, new)
        text(differing(old, new, found), Look())
        return found

    return found


def test_an_event_that_grew(between):
    found = between([event("a", "b")], [event("a", "b", "c", low=12, best=40, high=60, grade="fair")])
    assert (found.events_new, found.events_gone) == ((), ())
    assert found.events_changed == (
        Changed(
            id="ea",
            changes=(
                Change(field="killed in all", before=[12, 12, None], after=[12, 40, 60]),
                Change(field="grade", before="weak", after="fair"),
                Change(field="claims", before=2, after=3),
            ),
        ),
    )


def test_an_event_under_an_earlier_first_claim_is_the_same(between):
    (changed,) = between([event("b", "c")], [event("a", "b", "c", where=None)]).events_changed
    assert (changed.id, changed.former) == ("ea", "eb")
    assert Change(field="where", before="Orvelo", after=None) in changed.changes


def test_events_that_began_and_ended(between):
    found = between([event("a")], [event("b")])
    assert found.events_new == (Began(id="eb"),)
    assert found.events_gone == (Ended(id="ea"),)


def test_events_that_became_one_and_came_apart(between):
    one, two, both = event("a", "b"), event("c"), event("a", "b", "c")
    merged = between([two, one], [both])
    assert merged.events_gone == (Ended(id="ec", into="ea"),)
    assert [changed.id for changed in merged.events_changed] == ["ea"]
    parted = between([both], [one, two])
    assert parted.events_new == (Began(id="ec", out_of="ea"),)
    assert [changed.id for changed in parted.events_changed] == ["ea"]


def test_a_figure_that_came(between):
    bare = msgspec.structs.replace(event("a"), estimates=())
    (changed,) = between([bare], [event("a")]).events_changed
    assert changed.changes == (Change(field="killed in all", before=None, after=[12, 12, None]),)
