"""Languages without a pack: read where a tagger is, for who says what and no more."""

import pytest

from sayso.core.document import Document, Unread
from sayso.core.proposal import Proposal
from sayso.core.span import Span
from sayso.run.language import WITHOUT
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document
from sayso.run.readers import GRAMMAR, By

TEXT = "Der Sprecher der Gemeinde Karsal erklärte am Montag, zwölf Soldaten seien gefallen."
WARNING = (
    "there is no language pack for German (de): who says what is as the tagger found it; what the cues do, how sure, "
    "dates, places and casualties are left unread"
)


def span(wording):
    at = TEXT.index(wording)
    return Span(at, at + len(wording))


SAID = Proposal(
    cue=span("erklärte"), source=(span("Der Sprecher der Gemeinde Karsal"),),
    content=(span("zwölf Soldaten seien gefallen"),), sure=0.9,
)  # fmt: skip
TAGGER = By(lambda text: (SAID,) if text == TEXT else (), "a tagger", alone=True)


@pytest.fixture(scope="module")
def packs():
    return load_packs(("en",))


@pytest.mark.parametrize("by", [TAGGER, TAGGER._replace(alone=False)])
@pytest.mark.parametrize("language", ["de", None])
def test_who_says_what_is_read_and_the_rest_is_said_to_be_unread(packs, by, language):
    record = read_document(Document(id="x", text=TEXT, language=language), packs, by=by).record
    (claim,) = record.claims
    (link,) = claim.attribution
    assert (record.language, *record.warnings) == ("de", WARNING)
    assert (link.source.name, link.source.kind, link.act) == ("Der Sprecher der Gemeinde Karsal", "unnamed", "say")
    assert (claim.certainty, claim.casualties, claim.event.when) == ("unknown", (), None)


def test_capitals_alone_are_a_name(packs):
    text = "Karl Brenner sagte, es sei ruhig."
    said = Proposal(cue=Span(13, 18), source=(Span(0, 12),), content=(Span(20, 32),), sure=0.9)
    read = read_document(Document(id="x", text=text, language="de"), packs, by=By(lambda _: (said,), "a tagger"))
    assert read.record.claims[0].attribution[0].source.kind == "person"


def test_the_grammar_alone_reads_no_language_without_a_pack(packs):
    read = read_document(Document(id="x", text=TEXT, language="de"), packs, by=GRAMMAR)
    assert read == Unread(id="x", error="no language pack for 'de'; there are packs for: en; " + WITHOUT)


def test_a_script_that_the_tagger_has_no_words_of_is_not_read(packs):
    text = "Министр сказал, что погибли десять человек."
    read = read_document(Document(id="x", text=text, language="ru"), packs, by=TAGGER)
    assert read == Unread(id="x", error="no language pack for 'ru'; there are packs for: en")


def test_a_language_that_a_pack_reads_needs_no_bare_one(packs):
    record = read_document(Document(id="x", text="Two died.", language="en"), packs, by=TAGGER).record
    assert record.warnings == ()
    assert record.reader.pack == packs["en"].digest
