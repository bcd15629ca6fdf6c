"""Which claims are put into one event: clusters on lines, and what holds whatever the reports say."""

import random
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from clusters import cases, judgement, report
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.judgement import Judgement
from sayso.reconcile.group import groups
from sayso.reconcile.kind import FAMILIES, alike, family
from sayso.reconcile.pair import pair
from sayso.reference.event_types import event_types

CASES = [case for path in sorted((Path(__file__).parent / "cases").glob("*.md")) for case in cases(path)]


def events(reports, judgements=()):
    """The claims of each group, as sets."""
    return [{claim for strand in group.strands for claim in strand.claims} for group in groups(reports, judgements)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case):
    found = events(case.reports, case.judgements)
    home = {claim: at for at, claims in enumerate(found) for claim in claims}

    assert [pair for pair in case.same if home.get(pair[0], -1) != home.get(pair[1], -2)] == []
    assert [pair for pair in case.different if home.get(pair[0], -1) == home.get(pair[1], -2)] == []
    assert [claim for claim in case.none if claim in home] == []
    kept = {(one.left, one.right) for group in groups(case.reports, case.judgements) for one in group.refused}
    assert [{left, right} for left, right in case.refused if not kept & {(left, right), (right, left)}] == []


def test_every_type_but_other_has_one_family():
    assert {type_ for type_ in event_types() if family(type_) is None} == {"other"}
    assert sum(len(types) for types in FAMILIES.values()) == len(event_types()) - 1


def test_alike_goes_both_ways():
    types = list(event_types())

    assert all(alike(a, b) == alike(b, a) for a in types for b in types)
    assert all(alike(a, a) for a in types)


def test_a_pair_is_explained_feature_by_feature():
    one = report("A 2031-03-03 | armed_clash 2031-03-02 Varsk killed=14 | Varsk, Ilan Doro")
    other = report("B 2031-03-03 | armed_clash 2031-03-02 Varsk killed=14 | Varsk, Ilan Doro")
    rows = {row.feature: row for row in pair([one, other], "A.1", "B.1")}

    assert rows["date"].reason == "2031-03-02 can be 2031-03-02"
    assert rows["place"].reason == "both at Varsk"
    assert rows["counts"].reason == "both tell of 14 killed"
    assert rows["names"].reason == "both name doro, ilan"
    assert pair([one, other], "A.1", "no such claim") == ()


def test_sixty_reports_of_one_battle_are_one_event():
    line = "{} 2031-03-0{} | armed_clash 2031-03-02 Varsk killed={} | Varsk, Temne, Ilan Doro"
    reports = [
        msgspec.structs.replace(
            one := report(line.format("A", 3 + at % 5, 10 + at % 3)),
            key=f"key {at}",
            claims=tuple(msgspec.structs.replace(claim, id=f"{at}.{claim.id}") for claim in one.claims),
        )
        for at in range(60)
    ]

    assert len(events(reports)) == 1


TOWNS = ("Varsk", "Lirn", "Osk", "Temne")
PEOPLE = ("Ilan Doro", "Ossi Kern", "Rosa Delg", "Pav Reyn", "Ana Brand")


@st.composite
def reports(draw):
    """Up to twelve reports of a few towns, days and people, so that many are alike."""
    out = []
    for letter in "ABCDEFGHIJKL"[: draw(st.integers(1, 12))]:
        day = draw(st.integers(1, 9))
        told = []
        for _ in range(draw(st.integers(1, 3))):
            type_ = draw(st.sampled_from(("attack", "bombing", "killing", "arrest", "other", "deny:other")))
            date = draw(st.sampled_from((f"2031-03-0{day}", "2031-03", "2031", "2025-03-01", "-")))
            town = draw(st.sampled_from((*TOWNS, "-")))
            count = draw(st.sampled_from(("", " killed=3", " killed=14", " injured=0")))
            told.append(f"{type_} {date} {town}{count}")
        names = draw(st.lists(st.sampled_from((*TOWNS, *PEOPLE)), min_size=1, max_size=5))
        out.append(report(f"{letter} 2031-03-0{day} | {' ; '.join(told)} | {', '.join(names)}"))
    return out


@st.composite
def judged(draw):
    """Reports, and judgements about any of their claims."""
    some = draw(reports())
    ids = [claim.id for one in some for claim in one.claims]
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from("=≠?"), st.sampled_from(ids)), max_size=8))
    return some, [judgement(*one, row) for row, one in enumerate(pairs, 1) if one[0] != one[2]]


@given(judged(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_any_order_gives_the_same_groups(given_, chance: random.Random):
    some, said = given_
    mixed, other = chance.sample(some, len(some)), chance.sample(said, len(said))

    assert groups(some, said) == groups(mixed, other)


@given(judged())
@settings(max_examples=60)
def test_different_is_never_gone_against(given_):
    some, said = given_
    found = events(some, said)

    for one in said:
        if one.verdict == "different":
            assert not any({one.left, one.right} <= claims for claims in found)


@given(judged())
@settings(max_examples=50)
def test_same_joins_where_nobody_says_different(given_):
    some, said = given_
    same = [one for one in said if one.verdict == "same"]
    found = events(some, same)

    for one in same:
        assert any({one.left, one.right} <= claims for claims in found)


@given(judged())
@settings(max_examples=50)
def test_adding_a_report_again_changes_nothing(given_):
    some, said = given_

    assert groups([*some, *some[:3]], said) == groups(some, said)


@given(judged())
@settings(max_examples=50)
def test_a_claim_is_in_one_group_at_most(given_):
    some, said = given_
    found = events(some, said)

    assert sum(map(len, found)) == len(set().union(*found)) if found else True
    assert all(claims for claims in found)


def test_a_long_chain_of_same_stops_at_the_first_different():
    letters = "ABCDEFGH"
    some = [
        report(f"{letter} 2031-03-03 | attack - {town} | {town}")
        for letter, town in zip(letters, TOWNS * 2, strict=True)
    ]
    chain = [judgement(a, "=", b, row) for row, (a, b) in enumerate(pairwise(letters), 1)]
    apart: list[Judgement] = [judgement("A", "≠", "H", 99)]
    home = {claim: at for at, claims in enumerate(events(some, [*chain, *apart])) for claim in claims}

    assert home["A.1"] == home["G.1"]
    assert home["A.1"] != home["H.1"]
