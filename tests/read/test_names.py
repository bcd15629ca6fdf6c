"""The proper names that a report uses, in any script and however its author writes capitals."""

import pytest

from sayso.core.document import Document
from sayso.read import read
from sayso.run.packs import load_packs

PACKS = load_packs(["en", "sv"])


def names(text, code="en"):
    """The names of a text and how often it uses each."""
    reading = read(Document(id="d", text=text, language=code), PACKS[code])
    return {name.name: name.count for name in reading.names}


def test_a_name_is_capitals_inside_a_sentence():
    assert names("The shells hit Varsk, and Ilan Doro of Temne saw it.") == {"ilan doro": 1, "temne": 1, "varsk": 1}


def test_the_first_word_of_a_sentence_is_a_name_where_it_is_one_elsewhere():
    text = "Shells fell at dawn. Varsk burned. People fled from Varsk by boat."

    assert names(text) == {"varsk": 2}


def test_or_where_a_name_goes_on_behind_it():
    assert names("The road was cut. Ana Brandel saw it.") == {"ana brandel": 1}


def test_a_word_that_the_text_has_in_small_letters_is_no_name():
    assert names("The Ferry left at noon, and a ferry came back to Varsk.") == {"varsk": 1}


def test_titles_weekdays_and_the_like_are_no_part_of_a_name():
    assert names("On Monday the police met Colonel Ilan Kolar in Varsk.") == {"ilan kolar": 1, "varsk": 1}


def test_a_genitive_ending_is_not_of_the_name():
    assert names("I går sade Tarvias regering att Tarvia inte sköt.", "sv") == {"tarvia": 2}


@pytest.mark.parametrize("text", ["SHELLS HIT VARSK AND TEMNE ON MONDAY, ILAN DORO SAID.", "", "12 31 4"])
def test_capitals_all_through_tell_nothing(text):
    assert set(names(text)) <= {"varsk", "temne", "ilan doro"}


def test_names_are_folded_and_in_order():
    found = list(names("They met Zoë Århus and later also the younger Émile in Ćosić."))

    assert found == sorted(found)
    assert "emile" in found
