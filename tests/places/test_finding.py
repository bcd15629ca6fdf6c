"""Which names in a text are places: worked examples with the places in square brackets."""

import re

import pytest

EXAMPLES = [
    # a word of place, a great name, a name beside another
    ("en", "Shells hit houses in [Khasham] and nearby villages in [Syria]."),
    ("en", "Fighting went on in [Mosul], [Raqqa] and [Khasham]."),
    ("en", "[Iraq] and [Turkey] closed the border."),
    ("en", "The convoy left for [Kramatorsk]."),
    ("en", "Refugees crossed the [Black Sea]."),
    # an article joined to the name
    ("en", "Fighting went on in [al-Bab] and in [Raqqa]."),
    ("sv", "Striderna i [al-Bab] fortsatte."),
    # what it lies in stands behind it
    ("en", "A man from [Gary], [Ind.], was shot."),
    ("en", "The blast in [Gori], [Georgia], woke the town."),
    # a noun of its kind, also where no gazetteer has it
    ("en", "Troops crossed the [Karsal River] on Monday."),
    ("en", "They met in the village of [Tavno]."),
    ("en", "The road from [Paris] to [Lamar County] was shut."),
    # parts, compounds, genitives
    ("en", "A [Gori]-based unit was hit."),
    ("en", "[Syria]'s army left eastern [Aleppo]."),
    # persons, outlets and bodies of that name are none
    ("en", "Paris Hilton spoke first."),
    ("en", "The Washington Post reported it."),
    ("en", "Gary Marek died. Marek was 40, and Gary had no debts."),
    ("en", "President Houston resigned."),
    ("en", "The army spoke to Georgia Marek."),
    # people of a country are no place
    ("en", "American and Syrian soldiers were hurt."),
    ("sv", "Amerikanska och syriska soldater skadades."),
    ("nb", "Amerikanske soldater ble skadet."),
    # Swedish: genitive, apposition, distance, parts
    ("sv", "[Syrien]s armé lämnade staden [Raqqa]."),
    ("sv", "Striderna i provinsen [Deir ez-Zor] fortsatte."),
    ("sv", "Det hände 20 km norr om [Mosul]."),
    ("sv", "[Östra Ghouta] besköts."),
    ("sv", "[Irak]s president Ilo Marek avgick."),
    # Norwegian
    ("nb", "Byen [Raqqa] i [Irak] ble angrepet."),
]


@pytest.mark.parametrize(("language", "marked"), EXAMPLES, ids=[text for _, text in EXAMPLES])
def test_places_found(places, language, marked):
    text = re.sub(r"[\[\]]", "", marked)
    assert [name for name, _, _ in places(text, language)] == re.findall(r"\[(.*?)\]", marked)


def test_a_name_used_as_a_place_once_is_one_elsewhere(places):
    text = "Police in Marijampole arrested two men. Nobody else was hurt. Marijampole residents had called them."
    assert [name for name, _, _ in places(text)] == ["Marijampole", "Marijampole"]


def test_without_a_gazetteer_places_are_found_by_the_words_around_them(read):
    text = "Nine people were killed near Karsal, in eastern Syria."
    found = [one for one in read(text, gazetteer=None).record.mentions if one["kind"] == "place"]
    assert [one["name"] for one in found] == ["Karsal", "Syria"]
    assert {one["id"] for one in found} == {None}
