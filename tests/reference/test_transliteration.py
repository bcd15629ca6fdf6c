"""The consonants that the transliterations of one name have in common."""

import pytest

from sayso.core.fold import fold
from sayso.reference.transliteration import skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "Dayr al-Zawr"),
        ("Khasham", "Chascham"),
        ("Kunduz", "Qonduz"),
        ("Kobanî", "Kobane"),
        ("Khan Shaykhun", "Khan Sheikhoun"),
        ("Chernihiv", "Tjernihiv"),
        ("Donetsk", "Donezk"),
    ],
)
def test_one_name_in_two_spellings(one, other):
    assert skeleton(fold(one)) == skeleton(fold(other)) != ""


@pytest.mark.parametrize(("one", "other"), [("Kharkiv", "Kherson"), ("Homs", "Hama"), ("Mariupol", "Melitopol")])
def test_two_names_stay_two(one, other):
    assert skeleton(fold(one)) != skeleton(fold(other))


@pytest.mark.parametrize("name", ["", "Qa", "Al", "—", "Ея"])
def test_too_little_is_left_to_tell(name):
    assert skeleton(fold(name)) == ""
