"""What stands in the review queue, why, and in which order."""

import msgspec

from sayso.core.event import Doubt, EventWhere
from sayso.core.judgement import Judgement, Review
from sayso.publish.queue import RULE, queue

A, B, C, D, E, F = (letter * 16 for letter in "abcdef")


def texts(entry):
    return [reason.text.format(**reason.values) for reason in entry.reasons]


def with_state(release, **changed):
    return msgspec.structs.replace(release, state=msgspec.structs.replace(release.state, **changed))


def test_what_cannot_both_be_right_comes_first_and_says_why(release):
    first, *rest = queue(release)
    assert first.events[0].id == f"e{A}"
    assert "voices part on killed: at least 3; 9" in texts(first)
    assert "killed 9 or more, open upwards" in texts(first)
    assert "the army says something else later" in texts(first)
    assert "Port Lirena is not found on the map" in texts(first)
    assert first.claims[:2] == (A, D)
    assert [entry.points for entry in rest] == sorted((entry.points for entry in rest), reverse=True)
    assert all(entry.points < first.points for entry in rest)


def test_the_size_of_a_figure_gives_no_place_in_the_order(release):
    def larger(times):
        total = release.events[0].estimates[0]
        more = msgspec.structs.replace(total, low=9 * times, best=9 * times, voices=2)
        return msgspec.structs.replace(release.events[0], estimates=(more,))

    few, many = (queue(msgspec.structs.replace(release, events=(larger(n),)))[0].points for n in (2, 200))
    assert few == many


def test_an_event_that_was_reviewed_is_out_until_a_claim_comes_or_goes(release):
    event = release.events[0]
    mark = Review(event=event.id, claims=event.claims, by="Ada", why="read", row=13)
    assert event.id not in [entry.id for entry in queue(with_state(release, decisions=(mark,)))]
    mark = msgspec.structs.replace(mark, claims=event.claims[:-1])
    found = next(entry for entry in queue(with_state(release, decisions=(mark,))) if entry.id == event.id)
    assert found.reviewed == "changed"
    assert "a claim came or went since it was reviewed" in texts(found)


def test_events_nearly_put_together_are_a_pair_until_somebody_judges_them(release):
    doubt = Doubt(left=A, right=F, joined=False, points=None, reason="one report tells them apart")
    doubtful = msgspec.structs.replace(release, doubts=(doubt,))
    (pair,) = [entry for entry in queue(doubtful) if entry.kind == "pair"]
    assert {event.id for event in pair.events} == {f"e{A}", f"e{F}"}
    assert texts(pair) == ["the rules nearly made these one event: one report tells them apart"]
    seen = Judgement(left=A, right=F, verdict="unsure", by="Ada", why="cannot tell", row=13)
    assert not [entry for entry in queue(with_state(doubtful, judgements=(seen,))) if entry.kind == "pair"]


def test_reports_put_together_on_little_are_named(release):
    doubt = Doubt(left=A, right=C, joined=True, points=4.2, reason="one day")
    first = queue(msgspec.structs.replace(release, doubts=(doubt,)))[0]
    assert "put together on 4.2 points: one day" in texts(first)


def test_what_is_clear_and_agreed_is_not_in_the_queue(release):
    clear = msgspec.structs.replace(
        release.events[0], conflicts=(), reversals=(), estimates=(), where=EventWhere(name="Port Lirena", id="geo:1")
    )
    assert queue(msgspec.structs.replace(release, events=(clear,))) == ()


def test_every_reason_has_the_points_of_the_rule_that_the_page_shows(release):
    given = {reason.points for entry in queue(release) for reason in entry.reasons}
    assert given <= {points for points, _ in RULE}
