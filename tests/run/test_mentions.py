"""What `--mentions` adds: everything found, whether a claim uses it or not."""

import pytest

from sayso.core.document import Document
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document


@pytest.fixture(scope="module")
def mentioned():
    packs = load_packs()

    def mention(text, language="en"):
        document = Document(id="x", text=text, language=language, published="2024-03-07")
        return text, read_document(document, packs, with_mentions=True).record.mentions

    return mention


def of_kind(found, kind):
    text, every = found
    return [" … ".join(span.of(text) for span in one["span"]) for one in every if one["kind"] == kind]


def test_every_hand_of_a_chain_is_a_source_and_has_its_cue(mentioned):
    found = mentioned("Nordkuriren skriver, med hänvisning till den lokala polisen, att tre personer dödades.", "sv")
    assert of_kind(found, "source") == ["Nordkuriren", "den lokala polisen"]
    assert len(of_kind(found, "cue")) == 2


def test_a_person_who_speaks_is_a_person_too(mentioned):
    found = mentioned("Nine people were killed, said Ilo Marek, a crane operator.")
    assert of_kind(found, "person") == of_kind(found, "source")
    assert len(of_kind(found, "person")) == 1


def test_nothing_is_mentioned_twice(mentioned):
    _, every = mentioned("LIRENA (Meridian) — Nine people were killed near Karsal on Tuesday, police said.")
    keys = [(one["kind"], str(one["span"])) for one in every]
    assert len(keys) == len(set(keys))


def test_a_place_says_what_it_rests_on(mentioned):
    _, every = mentioned("LIRENA (Meridian) — Nine people were killed near Karsal on Tuesday.")
    places = {one["name"]: one["basis"] for one in every if one["kind"] == "place"}
    assert places == {"Lirena": "context", "Karsal": "explicit"}


def test_a_time_told_against_an_event_has_the_date_of_its_claim(mentioned):
    _, every = mentioned("A convoy was attacked on 1 March. Two days later a bridge was destroyed.")
    assert [one["edtf"] for one in every if one["kind"] == "time"] == ["2024-03-01", "2024-03-03"]
