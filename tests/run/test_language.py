"""In which language a report is read, and what in it is not."""

import pytest

from sayso.core.document import Document, Unread
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import read_document

REPORT = """Minst tolv människor dödades på måndagen när raketer träffade marknaden i Sarvel, säger polisen.

Talespersonen Marta Lenz sade på engelska: ”{quoted}”

Polisen söker fortfarande efter vittnen, och ingen har tagit på sig dådet. Marknaden hålls stängd hela veckan."""
ENGLISH = "At least 40 soldiers were killed in the attack on the bridge, and we know who did it."


@pytest.fixture(scope="module")
def read():
    packs = packs_on_demand()

    def one(text, **fields):
        return read_document(Document(id="x", text=text, published="2024-03-05", **fields), packs)

    return one


def test_what_is_quoted_in_another_language_is_not_counted(read):
    text = REPORT.format(quoted=ENGLISH)
    record = read(text).record
    assert record.language == "sv"
    assert [(c.effect, c.low) for claim in record.claims for c in claim.casualties] == [("killed", 12)]
    at = text.index(ENGLISH)
    assert record.warnings == (f"not read for claims, since it is in English: {at - 1}..{at + len(ENGLISH) + 1}",)


def test_it_is_still_said_by_whoever_says_it(read):
    claims = read(REPORT.format(quoted=ENGLISH)).record.claims
    assert any("Marta Lenz" in str(link.source.name) for claim in claims for link in claim.attribution)


def test_a_quotation_in_the_language_of_the_report_is_read(read):
    record = read(
        REPORT.format(quoted="Minst 40 soldater dödades i attacken mot bron, och vi vet vem som gjorde det.")
    ).record
    assert record.warnings == ()
    assert {c.low for claim in record.claims for c in claim.casualties} == {12, 40}


def test_a_language_without_a_pack_is_named(read):
    result = read("Şahitler, askerlerin köprüden önce durdurulduğunu ve on iki kişinin öldüğünü söyledi.")
    assert isinstance(result, Unread)
    assert result.error.startswith("it is in Turkish (tr): no language pack for it; there are packs for: ")


def test_a_language_stated_wrongly_is_told_and_nothing_is_left_out(read):
    record = read(
        "The army said that at least 12 of the men were killed when they tried to cross.", language="sv"
    ).record
    assert record.warnings == ("read as Swedish, but most of it looks like English; check 'language'",)
