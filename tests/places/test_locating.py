"""Which place a name means, how exactly, and why: worked examples."""

import pytest

# text, name, id, UCDP where_prec
EXAMPLES = [
    ("It happened in Deir Ezzor.", "Deir Ezzor", "SY.deir", 1),
    ("It happened near Deir Ezzor.", "Deir Ezzor", "SY.deir", 2),
    ("It happened in Deir Ezzor province.", "Deir Ezzor", "SY.07", 4),
    ("It happened in the Deir Ezzor governorate.", "Deir Ezzor", "SY.07", 4),
    ("It happened in Lamar County.", "Lamar County", "US.TX.lamar", 3),
    ("It happened in Donbas.", "Donbas", "UA.donbas", 5),
    ("It happened in Syria.", "Syria", "SY", 6),
    ("A ship sank in the Black Sea.", "Black Sea", "black-sea", 7),
    ("All of Europe took part.", "Europe", "europe", None),
    # population, and what speaks against it
    ("It happened in Paris.", "Paris", "FR.paris", 1),
    ("It happened in Paris, Texas.", "Paris", "US.TX.paris", 1),
    ("Deputies of Lamar County came to Paris.", "Paris", "US.TX.paris", 1),
    ("Houston is far. Both men drove through Texas to Paris.", "Paris", "US.TX.paris", 1),
    # a state and a country of one name
    ("It happened in Gori, Georgia.", "Georgia", "GE", 6),
    ("It happened in Atlanta, Georgia.", "Georgia", "US.GA", 4),
    ("It rained in Alabama, Georgia and Florida.", "Georgia", "US.GA", 4),
    # where the text says what it lies in, and no such place is known there, that is all that is known
    ("It happened in Tavno, Ukraine.", "Ukraine", "UA", 6),
    ("It happened in Gori, Ukraine.", "Gori", "GE.gori", 1),
]


@pytest.mark.parametrize(("text", "name", "ident", "precision"), EXAMPLES, ids=[one[0] for one in EXAMPLES])
def test_places_located(places, text, name, ident, precision):
    assert next(found for found in places(text) if found[0] == name) == (name, ident, precision)


@pytest.mark.parametrize(
    "name", ["Deir Ezzor", "Dayr al-Zawr", "deir ez zor", "DEIR EZ-ZOR", "دير الزور", "Дейр-эз-Зор"]
)
def test_spellings_of_one_name_in_any_script(atlas, name):
    assert "SY.deir" in [place.id for place in atlas.places(name)]


def test_a_town_in_a_country_that_the_report_does_not_play_in_is_no_answer(places):
    text = "Shells fell in Raqqa, in northern Syria. Marijampole was hit too, police in Marijampole said."
    assert ("Marijampole", None, None) in places(text)
    assert ("Marijampole", "LT.marijampole", 1) in places("Police in Marijampole arrested two men.")


def test_a_great_city_is_meant_anywhere(places):
    assert ("Mosul", "IQ.mosul", 1) in places("Shells fell in Raqqa, in northern Syria, and in Mosul.")


def test_a_name_that_nobody_knows_is_left_open(places):
    assert places("Shells hit the village of Tavno.") == [("Tavno", None, None)]


def test_the_publishers_name_speaks_for_the_place_near_it(places):
    text = "Nobody was hurt in Georgia."
    assert places(text, publisher="The Atlanta Courier")[0][1] == "US.GA"
    assert places(text, publisher="Nordkuriren")[0][1] == "GE"


def test_a_claim_has_its_place_with_point_and_precision(read):
    result = read("Nine people were killed near Khasham on Tuesday, police said.")
    where = result.record.claims[0].event.where
    assert (where.name, where.id, where.lat, where.lon, where.precision) == ("Khasham", "SY.khasham", 35.3, 40.29, 2)


def test_a_claims_id_does_not_hang_on_the_gazetteer(read):
    text = "Nine people were killed near Khasham on Tuesday, police said."
    with_it, without = read(text), read(text, gazetteer=None)
    assert [one.id for one in with_it.record.claims] == [one.id for one in without.record.claims]
    assert without.record.claims[0].event.where.lat is None


def test_why_tells_what_spoke_for_a_place_and_what_was_passed_over(read):
    result = read("Nine people were killed in Paris, Texas, police said.")
    told = [(reason.field, reason.rule) for reason in result.reasons[0]]
    assert any(field == "place" and "US.TX.paris" in rule and "geo_precision 1" in rule for field, rule in told)
    assert any("+60 container: in Texas, as the text says" in rule for _, rule in told)
    assert any(field == "passed over" and "FR.paris" in rule for field, rule in told)


def test_a_place_lent_by_another_claim_is_located_too(read):
    text = "Shells hit Raqqa on Monday. At least nine people were killed, police said."
    wheres = [claim.event.where for claim in read(text).record.claims]
    assert {(where.name, where.id) for where in wheres} == {("Raqqa", "SY.raqqa")}
