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
    return load_packs(("en",))


def spans(text, wording):
    at = text.index(wording) if wording else 0
    return (Span(at, at + len(wording)),) if wording else ()


def proposal(text, *, cue, source, content, sure=0.9):
    """A proposal whose spans are the first of each wording in the text."""
    return Proposal(cue=spans(text, cue)[0], source=spans(text, source), content=spans(text, content), sure=sure)


VIEW = proposal(TEXT, cue="view was plain", source="The ministry's", content="rebels had killed four guards in Tarvo")


def links(packs, text, *proposals, alone):
    """The outermost link of each claim: source, cue and content as written."""
    by = By(lambda _: proposals, "a tagger", alone)
    record = read_document(Document(id="x", text=text, language="en"), packs, by=by).record
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


def test_beside_the_grammar_what_either_finds_is_one(packs):
    assert links(packs, TEXT, VIEW, alone=False) == [
        ("The ministry's", "view was plain", "rebels had killed four guards in Tarvo"),
        ("the governor", "said", "Two died"),
    ]


def test_where_both_see_a_cue_the_grammar_has_it(packs):
    short = proposal(TEXT, cue="said", source="governor", content="died")
    assert links(packs, TEXT, short, alone=False) == [("the governor", "said", "Two died")]


def test_a_faint_cue_is_none(packs):
    assert links(packs, TEXT, replace(VIEW, sure=0.3), alone=True) == []


@pytest.mark.parametrize("span", [Span(len(TEXT), len(TEXT) + 3), Span(3, 4)])
def test_a_proposal_that_does_not_fit_the_text_is_left_out(packs, span):
    """Outside the text, or white space only."""
    assert links(packs, TEXT, replace(VIEW, content=(span,)), alone=True) == []
