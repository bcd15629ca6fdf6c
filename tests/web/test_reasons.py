"""Reasons that reconciling gives, in another language: each of its sentences is found by its pattern."""

import pytest

from sayso.run.joined import AtHand, pairs
from sayso.run.stores import open_store
from sayso.web.build import build
from sayso.web.reasons import is_known, said
from sayso.web.words import catalogues

ENGLISH, *OTHERS = catalogues().values()


@pytest.fixture(scope="module")
def snapshot(bundled_ledger):
    with open_store(str(bundled_ledger), "read") as store:
        return build(store, store.head().seq, None)


def reasons(snapshot):
    """Every reason of the stories: joins and their features, what was kept out, contradictions, figures left out."""
    for event in snapshot.release.events:
        at_hand = AtHand(snapshot.groups_of.get(event.id, ()), snapshot.rarity, snapshot.claims, snapshot.claim_ids)
        made = pairs(snapshot.release, event, at_hand)
        for pair in (*made.joined, *made.kept_out):
            yield pair.reason
            yield from (reason for _, _, reason in pair.features)
        yield from (one.reason for one in event.conflicts)
    yield from (one.reason for one in snapshot.release.doubts)


def test_every_reason_of_the_stories_is_found(snapshot):
    found = sorted({one for one in reasons(snapshot) if one})
    assert len(found) > 50
    assert [one for one in found if not is_known(one)] == []


@pytest.mark.parametrize("words", OTHERS, ids=lambda words: words.code)
def test_every_reason_why_a_figure_is_left_out_has_a_translation(words, snapshot):
    left = {one.reason for event in snapshot.release.events for figure in event.estimates for one in figure.left_out}
    assert left
    assert sorted(left - set(words.texts)) == []


@pytest.mark.parametrize(
    ("reason", "swedish"),
    [
        ("both at Orvelo; both tell of 12 killed", "båda vid Orvelo; båda berättar om 12 dödade"),
        ("air_strike is no shelling", "flyganfall är inte beskjutning"),
        ("Orvelo and Tessit: 12 km, and one is an area", "Orvelo och Tessit: 12 km, och den ena är ett område"),
        ("Orvelo is not Tessit", "Orvelo är inte Tessit"),
        ("2026-03-04 is not 2026-03-09", "2026-03-04 är inte 2026-03-09"),
        ("at least 5 (the governor); 3 (the army)", "minst 5 (the governor); 3 (the army)"),
        ("said of the army; denied by the army, a spokesman", "sägs om the army; förnekat av the army, a spokesman"),
        ("it is not the same house", "it is not the same house"),
    ],
)
def test_a_reason_is_said_in_swedish_and_what_a_person_wrote_stays(reason, swedish):
    (words,) = (one for one in OTHERS if one.name == "Svenska")
    assert said(words, reason) == swedish
    assert said(ENGLISH, reason) == reason
