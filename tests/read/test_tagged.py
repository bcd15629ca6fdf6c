"""What a tagger proposes, written by hand here, read as attributions: alone, and beside the grammar."""

import pytest
from msgspec.structs import replace

from sayso.core.document import Document
from sayso.core.proposal import Proposal
from sayso.core.span import Span
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document
from sayso.run.readers import By

TEXT = "The ministry's view was plain: rebels had killed four guards in Tarvo. Two died, the governor said."


@pytest.fixture(scope="module")
def packs():
    return load_packs(("en", "sv"))


def spans(text, wording):
    at = text.index(wording) if wording else 0
    return (Span(at, at + len(wording)),) if wording else ()


def proposal(text, *, cue, source, content, sure=0.9):
    """A proposal whose spans are the first of each wording in the text."""
    return Proposal(cue=spans(text, cue)[0], source=spans(text, source), content=spans(text, content), sure=sure)


VIEW = proposal(TEXT, cue="view was plain", source="The ministry's", content="rebels had killed four guards in Tarvo")


def read(packs, text, *proposals, language):
    """The record of a text that the tagger reads alone."""
    by = By(lambda _: proposals, "a tagger", alone=True)
    return read_document(Document(id="x", text=text, language=language), packs, by=by).record


def links(packs, text, *proposals, alone, language="en"):
    """The outermost link of each claim: source, cue and content as written."""
    by = By(lambda _: proposals, "a tagger", alone)
    record = read_document(Document(id="x", text=text, language=language), packs, by=by).record
    assert record.reader.mode == "neural"
    assert record.reader.model == "a tagger"

    def written(ranges):
        return " ".join(text[one.start : one.end] for one in ranges or ())

    said = [claim for claim in record.claims if claim.attribution and claim.attribution[0].cue]
    return [
        (written(one.attribution[0].source.span), written(one.attribution[0].cue), written(one.content)) for one in said
    ]


def test_alone_only_what_the_tagger_proposes_is_an_attribution(packs):
    assert links(packs, TEXT, VIEW, alone=True) == [
        ("The ministry's", "view was plain", "rebels had killed four guards in Tarvo")
    ]


def test_alone_too_the_grammar_says_what_its_cues_do(packs):
    """Swedish: whom *med hänvisning till* cites and to whom somebody spoke is the pack's to say."""
    text = "AFP skriver, med hänvisning till armén, att två dog. – Tre dog, säger Jan Kolar till AFP."
    said = proposal(text, cue="skriver", source="AFP", content="med hänvisning till armén, att två dog")
    told = proposal(text, cue="säger", source="Jan Kolar", content="Tre dog")
    record = read(packs, text, said, told, language="sv")
    assert [[(one.source.name, one.act) for one in claim.attribution] for claim in record.claims] == [
        [("AFP", "report"), ("armén", "report")],
        [("AFP", "report"), ("Jan Kolar", "say")],
    ]
    assert [text[claim.content[0].start : claim.content[0].end] for claim in record.claims] == [
        "att två dog",
        "Tre dog",
    ]


def test_hearsay_is_a_mood_of_the_verb_whoever_reads(packs):
    """*ska ha* needs no proposal, and one that breaks it off does not break the clause."""
    text = "Två vakter ska ha dödats i Tarvo."
    broken = proposal(text, cue="ska ha", source="", content="Två vakter")
    for proposals in ((), (broken,)):
        (claim,) = read(packs, text, *proposals, language="sv").claims
        assert claim.certainty == "probable"
        assert [text[one.start : one.end] for one in claim.content] == [text.rstrip(".")]


def test_hearsay_in_words_that_have_a_source_adds_no_second_one(packs):
    text = "Guvernörens bild var att två vakter ska ha dödats."
    view = proposal(text, cue="bild var", source="Guvernörens", content="två vakter ska ha dödats")
    (claim,) = read(packs, text, view, language="sv").claims
    assert [one.source.name for one in claim.attribution] == ["Guvernörens"]


def test_what_only_joins_a_content_to_its_cue_is_no_part_of_it(packs):
    """*Också att* before what was said; and *that* at its front parts nothing: the toll is still open."""
    text = "Han säger också att dödstalet ännu inte står klart."
    said = proposal(text, cue="säger", source="Han", content="också att dödstalet ännu inte står klart")
    (claim,) = read(packs, text, said, language="sv").claims
    assert text[claim.content[0].start : claim.content[0].end] == "att dödstalet ännu inte står klart"
    assert (claim.attribution[-1].act, claim.certainty) == ("declare_open", "unknown")


def test_a_source_that_breaks_off_before_its_head_is_made_whole(packs):
    text = "Enligt en syrisk militärkälla dödades två."
    said = proposal(text, cue="Enligt", source="en syrisk", content="militärkälla dödades två")
    assert links(packs, text, said, alone=True, language="sv") == [("en syrisk militärkälla", "Enligt", "dödades två")]


def test_where_the_tagger_leads_the_grammar_says_what_its_cues_do(packs):
    """English: *denied* is the pack's to say, the words are the tagger's, and what it does not see is no cue."""
    text = "The mayor denied that two had died. Two died, the governor said."
    short = proposal(text, cue="denied", source="mayor", content="two had died")
    assert links(packs, text, short, alone=False) == [("mayor", "denied", "two had died")]
    record = read_document(Document(id="x", text=text, language="en"), packs, by=By(lambda _: (short,), "a")).record
    assert record.claims[0].polarity == "negative"


def test_where_the_grammar_leads_what_either_finds_is_one(packs):
    """Swedish: a cue that both see is the grammar's, and the tagger's others are added."""
    text = "Ministeriets syn var tydlig: rebeller hade dödat fyra vakter. Två dog, sade guvernören i Tarvo."
    view = proposal(text, cue="syn var tydlig", source="Ministeriets", content="rebeller hade dödat fyra vakter")
    short = proposal(text, cue="sade", source="guvernören", content="dog")
    assert links(packs, text, view, short, alone=False, language="sv") == [
        ("Ministeriets", "syn var tydlig", "rebeller hade dödat fyra vakter"),
        ("guvernören i Tarvo", "sade", "Två dog"),
    ]


def test_a_faint_cue_is_none(packs):
    assert links(packs, TEXT, replace(VIEW, sure=0.2), alone=True) == []


@pytest.mark.parametrize("span", [Span(len(TEXT), len(TEXT) + 3), Span(3, 4)])
def test_a_proposal_that_does_not_fit_the_text_is_left_out_and_counted(packs, span):
    """Outside the text, or white space only."""
    wrong = replace(VIEW, content=(span,))
    by = By(lambda _: (wrong, VIEW), "a tagger", alone=True)
    record = read_document(Document(id="x", text=TEXT, language="en"), packs, by=by).record
    assert len([claim for claim in record.claims if claim.attribution]) == 1
    assert [w for w in record.warnings if "proposals" in w] == [
        "left out 1 of the tagger's proposals: their spans are no parts of the text"
    ]


@pytest.mark.parametrize(
    ("cue", "content"), [("agreed", "to leave Tarvo"), ("agreed to", "leave Tarvo"), ("agreed", "leave Tarvo")]
)
def test_a_cue_may_be_a_part_of_a_phrase_that_the_pack_lists(packs, cue, content):
    """*agreed to* is one entry of the English word list; whether *to* is cue, content or neither is the tagger's."""
    text = "The rebels agreed to leave Tarvo."
    proposed = proposal(text, cue=cue, source="The rebels", content=content)
    assert links(packs, text, proposed, alone=True) == [("The rebels", cue, content)]
