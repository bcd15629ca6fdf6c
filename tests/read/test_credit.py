"""Whose text a report says it is: datelines, credits on a line of their own, bylines."""

import pytest

from sayso.core.document import Document
from sayso.run.packs import packs_on_demand
from sayso.run.pipeline import read_document

LEAD = {
    "en": "At least 12 people were killed when rockets hit the market on Monday, police said.",
    "sv": "Minst 12 människor dödades när raketer träffade marknaden på måndagen, säger polisen.",
    "nb": "Minst 12 mennesker ble drept da raketter traff markedet mandag, opplyser politiet.",
}
CREDITED = [
    ("en", "KABUL (Reuters) — {}", ("Reuters",)),
    ("en", "KHARKIV, 3 May (Meridian) - {}", ("Meridian",)),
    ("en", "KHARKIV, Ukraine, May 3 (AP) — {}", ("AP",)),
    ("en", "GENEVA/KABUL (Reuters/AFP) - {}", ("Reuters", "AFP")),
    ("en", "BEIRUT, Lebanon (AP) — {}", ("AP",)),
    ("en", "{}\n\nSource: AFP", ("AFP",)),
    ("en", "{}\n\nSources: AFP, Reuters", ("AFP", "Reuters")),
    ("en", "By Our Correspondent, with agencies\n\n{}", ()),
    ("en", "By Karin Holst, with Reuters\n\n{}", ("Reuters",)),
    ("en", "{}\n\n(With inputs from Reuters and AFP)", ("Reuters", "AFP")),
    ("en", "{}\n\nAFP", ("AFP",)),
    ("en", "{}\n\n- Reuters", ("Reuters",)),
    ("en", "{}\n\nAdditional reporting by Reuters.", ("Reuters",)),
    ("en", "Kabul, May 3 (dpa) - {}", ("dpa",)),
    ("en", "{}\n\n© AFP", ("AFP",)),
    ("en", "Source: Police spokesman in Sarvel\n\n{}", ()),
    ("en", "{}\n\nReuters reported the same.", ()),
    ("sv", "{}\n\n/TT-AFP/", ("TT", "AFP")),
    ("sv", "{}\n\n(TT)", ("TT",)),
    ("sv", "{}\n\nTT-AFP-Reuters", ("TT", "AFP", "Reuters")),
    ("sv", "{}\n\nKälla: TT", ("TT",)),
    ("sv", "{}\n\nKällor: TT och AFP", ("TT", "AFP")),
    ("sv", "STOCKHOLM (TT) {}", ("TT",)),
    ("sv", "Kabul (TT-Reuters) – {}", ("TT", "Reuters")),
    ("sv", "TT\n\n{}", ("TT",)),
    ("sv", "{}\n\n(TT-AFP-Reuters)", ("TT", "AFP", "Reuters")),
    ("nb", "{}\n\n(NTB)", ("NTB",)),
    ("nb", "{}\n\n©NTB", ("NTB",)),
    ("nb", "{}\n\nNTB", ("NTB",)),
    ("nb", "{}\n\n/ritzau/", ("Ritzau",)),
    ("nb", "{}\n\nKilde: NTB", ("NTB",)),
    ("nb", "Kabul (NTB–Reuters) – {}", ("NTB", "Reuters")),
    ("sv", "{}\n\n/Ritzau", ("Ritzau",)),
]


@pytest.fixture(scope="module")
def read():
    packs = packs_on_demand()
    return lambda text, language: read_document(Document(id="x", text=text, language=language), packs)


@pytest.mark.parametrize(("language", "written", "credits"), CREDITED)
def test_a_credit_is_read_and_claims_nothing(read, language, written, credits):
    one = read(written.format(LEAD[language]), language)
    assert tuple(name.lower() for name in one.reading.credits) == tuple(name.lower() for name in credits)
    assert [len(claim.attribution) for claim in one.record.claims] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "By noon, Reuters had left the town.",
        "With the bridge closed, Reuters went by boat.",
        "The source told AFP so.",
        "Marta Lenz (AFP) said that two men had died.",
    ],
)
def test_an_agency_in_a_sentence_is_no_credit(read, text):
    assert read(f"{LEAD['en']}\n\n{text}", "en").reading.credits == ()
