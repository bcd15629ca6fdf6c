"""Which reports are one text, from what the ledger keeps of each."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.report import Report
from sayso.reconcile.copies import FEW, NAMED, copies, originals
from sayso.run.sketch import particulars, sketches

STORY = (
    "At least 12 people were killed when rockets struck the market in Sarvel on Monday, police chief Marta Lenz said. "
    "She said that five rockets had been fired from the hills south of the town shortly before noon. Two people are "
    "still missing, according to Lenz, and the police have closed the bridge and the road to Torvik."
)
ELSEWHERE = (
    STORY.replace("12", "31").replace("Sarvel", "Kessa").replace("Monday", "Friday").replace("Marta Lenz", "Ola Rim")
    .replace("Lenz", "Rim").replace("Torvik", "Ashby")
)  # fmt: skip


def kept(key, text, published="2024-05-01"):
    return Report(
        key=key,
        id=key,
        language="en",
        published=published,
        sketch=sketches([text])[0],
        particulars=particulars([text])[0],
    )


def found(*reports):
    return {key: report.key for key, report in originals(reports).items()}


def test_the_copy_published_first_is_the_original():
    assert found(kept("b", STORY, "2024-05-02"), kept("a", "Read on. " + STORY, "2024-05-03")) == {"a": "b", "b": "b"}


def test_another_event_in_the_same_sentences_is_no_copy():
    assert found(kept("a", STORY), kept("b", ELSEWHERE)) == {"a": "a", "b": "b"}


def test_a_corrected_figure_is_still_a_copy():
    assert found(kept("a", STORY), kept("b", STORY.replace("12", "14"))) == {"a": "a", "b": "a"}


def test_a_text_too_short_for_a_sketch_is_alone():
    assert found(kept("a", "Too short."), kept("b", "Too short.")) == {"a": "a", "b": "b"}


@given(st.permutations(range(9)), st.integers(0, 5))
def test_the_order_in_which_reports_come_changes_nothing(order, seed):
    chance = random.Random(seed)  # noqa: S311 -- no secret
    sentences = STORY.split(". ")
    reports = [kept(str(at), ". ".join(chance.sample(sentences, 3))) for at in range(9)]
    assert originals(reports[at] for at in order) == originals(reports)


@given(st.lists(st.integers(0, 8), min_size=3, max_size=9), st.sets(st.integers(0, 8)), st.integers(0, 5))
def test_a_few_are_told_among_many_as_they_are_among_all(starts, few, seed):
    chance = random.Random(seed)  # noqa: S311 -- no secret
    sentences = [*STORY.split(". "), *ELSEWHERE.split(". ")]
    reports = [kept(str(k), ". ".join(chance.sample(sentences[at % 4 :], 3))) for k, at in enumerate(starts)]
    root = originals(reports)
    assert copies(reports, set(map(str, few))) == {key for key in map(str, few) if key in root and root[key].key != key}


named = st.lists(st.integers(0, 12) | st.integers(2**32 - 3, 2**32 - 1), max_size=14).map(tuple)


@given(named, named)
def test_of_two_texts_alike_the_particulars_tell_whether_one_is_a_copy(one, other):
    fewer = min(len(set(one)), len(set(other)))
    same = fewer < FEW or len(set(one) & set(other)) >= NAMED * fewer
    reports = [Report(key=key, id=key, language="en", sketch=sketches([STORY])[0], particulars=told)
               for key, told in (("a", one), ("b", other))]  # fmt: skip
    assert found(*reports)["b"] == ("a" if same else "b")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("She met Marta Lenz in Sarvel.", "Then Marta Lenz in Sarvel."),
        ("killed 12, he said", "He saw 12."),
    ],
)
def test_particulars_are_names_and_numbers_inside_sentences(text, same):
    assert set.intersection(*map(set, particulars([text, same])))
    assert particulars(["Nobody knows. Everyone left."]) == [()]
