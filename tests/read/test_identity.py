"""Whom a name means: what the tables of names in the packs cannot show, since it takes a kind of source or a report."""

import pytest

from sayso.read.code import slug
from sayso.read.identity import source
from sayso.run.packs import load_packs


@pytest.fixture(scope="module")
def english():
    return load_packs(["en"])["en"]


@pytest.mark.parametrize(
    ("phrase", "kind", "code"),
    [
        ("Moscow", "state", "RU"),
        ("the White House", "office", "US"),
        ("The Harbour Post", "outlet", "name:harbour-post"),
        ("SANA", "agency", "name:sana"),
        ("Syrian state television", "outlet", "SY:state-media"),
        ("the governor of the province", "person", "governor"),
        ("A police officer", "person", None),
        ("a hospital", "office", None),
        ("residents of the town", "witness", None),
        ("soldiers", "armed_group", None),
    ],
)
def test_a_source_without_a_personal_name(english, phrase, kind, code):
    assert source(english, phrase, kind) == code


def test_a_person_has_his_own_code(english):
    assert source(english, "Defence minister", "person", "Marta Hald") == "name:marta-hald"


def test_a_spokesman_has_that_of_his_body(english):
    phrase = "A Russian defence ministry spokesman, Captain"
    assert source(english, phrase, "person", "Jan Kolar", speaks_for=True) == "RU:defence-ministry"


def test_what_was_taken_for_a_person_may_be_a_body(english):
    assert source(english, "", "person", "Parliament") == "parliament"


@pytest.mark.parametrize(
    "spellings",
    [
        ("Sergej Lavin", "Sergei Lavin", "Sergey Lavin", "SERGEY LAVIN"),
        ("Jevgenij Prigov", "Yevgeny Prigov"),
        ("Marija Sjorova", "Marija Shorova"),
        ("Søren Ærø", "Soren Aero"),
        ("The Harbour Post", "Harbour Post"),
    ],
)
def test_one_name_in_several_spellings(spellings):
    assert len({slug(name) for name in spellings}) == 1
