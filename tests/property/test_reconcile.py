"""What must hold of reconciling whatever is told: order, growth, and what people have judged."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from made import claim, members, report

from sayso.core.judgement import Judgement
from sayso.reconcile import reconcile
from sayso.reconcile.estimate import estimates
from sayso.reconcile.figure import figures
from sayso.reconcile.heard import heard
from sayso.reconcile.voice import Voices

HANDS = st.sampled_from(["office police", "organisation hospital", "unnamed a medic", "armed_group Column"])
COUNTS = st.sampled_from(["3", "3..", "7", "9", "12..", "~40", "5..8", "..20"])
DAYS = st.sampled_from(["2024-03-05", "2024-03-06", "2024-03-09", "2024-06-01"])
PLACES = st.sampled_from(["Selvik", "Tavno", "Orvelo"])
TYPES = st.sampled_from(["bombing", "shelling", "killing", "armed_clash"])


@st.composite
def reports(draw, most=8):
    """Reports of a few events, as several outlets have them."""
    made = []
    for number in range(draw(st.integers(1, most))):
        day = draw(DAYS)
        said = [
            claim(draw(HANDS), type=draw(TYPES), on=day, at=draw(PLACES), killed=draw(COUNTS))
            for _ in range(draw(st.integers(1, 3)))
        ]
        unique = {one.id: one for one in said}.values()
        made.append(report(f"Outlet {number}", *unique, published=draw(st.sampled_from([day, "2024-06-02"]))))
    return made


@given(reports(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_events(told, random):
    shuffled = random.sample(told, len(told))

    assert reconcile(shuffled) == reconcile(told)


@given(reports())
def test_a_report_told_twice_adds_nothing(told):
    assert reconcile([*told, *told]) == reconcile(told)


@given(reports(), st.data())
def test_what_a_person_judged_different_is_never_one_event(told, data):
    ids = [one.claim.id for one in members(*told)]
    left, right = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    same = [Judgement(left=a, right=b, verdict="same", by="x", why="w", row=2) for a, b in pairwise(ids)]
    apart = Judgement(left=left, right=right, verdict="different", by="x", why="w", row=1)
    of_one_strand = any({left, right} <= set(event.claims) for event in reconcile(told))
    events = reconcile(told, [apart, *same])

    if not of_one_strand:
        assert not any({left, right} <= set(event.claims) for event in events)


@given(st.lists(COUNTS, min_size=1, max_size=6), COUNTS)
def test_another_voice_never_narrows_low_to_high(numbers, more):
    def bounds(written):
        told = [report(f"Outlet {k}", claim(f"person Voice {k}", killed=one)) for k, one in enumerate(written)]
        found = members(*told)
        (total,) = estimates(*figures(found, heard(found, Voices(told))))
        return total.low, float("inf") if total.high is None else total.high

    (low, high), (wider_low, wider_high) = bounds(numbers), bounds([*numbers, more])

    assert wider_low <= low
    assert high <= wider_high


@given(reports())
def test_every_estimate_is_chosen_and_within_its_bounds(told):
    for event in reconcile(told):
        for one in event.estimates:
            assert one.low <= one.best
            assert one.high is None or one.best <= one.high
            assert set(one.used) <= set(event.claims)
