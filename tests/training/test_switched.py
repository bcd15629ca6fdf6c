"""Words of another language in an English text: what is marked stays marked, wherever it goes."""

import random

from hypothesis import given
from hypothesis import strategies as st

from training import switched
from training.corpora import Attribution, Text

LISTS = {"sv": {"said": ("sade",), "the": ("den",), "was closed": ("var stängd",), "according to": ("~ enligt",)}}
TEXT = "“The bridge was closed,” the mayor said. According to Lirena radio it was closed."


def spans(*wordings):
    return tuple((TEXT.index(one), TEXT.index(one) + len(one)) for one in wordings)


MARKED = Text(
    TEXT,
    (
        Attribution(spans("the mayor"), spans("said"), spans("The bridge was closed")),
        Attribution(spans("Lirena radio"), spans("According to"), ((TEXT.rindex("it was"), len(TEXT) - 1),)),
    ),
    ((*spans("Lirena")[0], "LOC"),),
    english=True,
)


def drawn(text, lists, seed=0):
    return switched.switched(text, lists, random.Random(seed))  # noqa: S311 -- no secret


def always(monkeypatch, turned):
    monkeypatch.setattr(switched, "OFTEN", (1.0, 1.0))
    monkeypatch.setattr(switched, "TURNED", turned)
    return drawn(MARKED, LISTS)


def worded(text):
    return [[tuple(text.text[s:e] for s, e in role) for role in one] for one in text.attributions]


def test_listed_words_are_exchanged_in_the_case_of_what_stood_there(monkeypatch):
    assert (
        always(monkeypatch, 0.0).text == "“Den bridge var stängd,” den mayor sade. Lirena radio Enligt it var stängd."
    )


def test_a_source_behind_what_it_said_changes_places_with_its_cue(monkeypatch):
    new = always(monkeypatch, 1.0)
    assert new.text.startswith("“Den bridge var stängd,” sade den mayor.")
    assert worded(new)[0] == [("den mayor",), ("sade",), ("Den bridge var stängd",)]


def test_a_postposition_follows_its_source_and_a_name_goes_with_it(monkeypatch):
    new = always(monkeypatch, 1.0)
    assert worded(new)[1] == [("Lirena radio",), ("Enligt",), ("it var stängd",)]
    assert [(new.text[s:e], kind) for s, e, kind in new.names] == [("Lirena", "LOC")]


def test_a_word_that_follows_what_was_said_is_written_only_there(monkeypatch):
    monkeypatch.setattr(switched, "OFTEN", (1.0, 1.0))
    monkeypatch.setattr(switched, "TURNED", 0.0)
    lists = {"de": {"said": ("+ so",)}}
    assert drawn(MARKED, lists).text.startswith("“The bridge was closed,” so the mayor.")
    before = Text("The mayor said it.", (Attribution(((0, 9),), ((10, 14),), ((15, 17),)),), (), english=True)
    assert drawn(before, lists).text == before.text


def test_no_phrase_is_exchanged_across_the_edge_of_a_span(monkeypatch):
    monkeypatch.setattr(switched, "OFTEN", (1.0, 1.0))
    cut = Text("It was closed.", (), ((0, 6, "LOC"),), english=True)
    assert drawn(cut, LISTS).text == cut.text


@given(st.integers())
def test_what_is_marked_is_never_lost(seed):
    new = drawn(MARKED, switched.listed(), seed)
    assert all(role for one in new.attributions for role in one)
    assert all(0 <= s < e <= len(new.text) for one in new.attributions for role in one for s, e in role)
    assert len(new.names) == 1


def test_every_line_of_the_list_has_a_word_in_every_language():
    for phrases in switched.listed().values():
        assert all(
            word.removeprefix(switched.BEHIND).removeprefix(switched.BEFORE).strip()
            for words in phrases.values()
            for word in words
        )
