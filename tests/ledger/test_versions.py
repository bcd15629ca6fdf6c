"""What one version of a page changed against the one before."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.version import Edit
from sayso.ledger.revision import edits, revision, sentences
from sayso.ledger.versions import versions
from sayso.reference.address import compared

FIRST = (
    "The army said at least 12 people were killed in Orvelo on 7 February 2018. A medic said 15 were injured."
    " The mayor denied that soldiers had been in the market."
)
SECOND = (
    "The army said at least 14 people were killed in Orvelo on 7 February 2018.\n\nA medic said 15 were injured."
    " Police said that two people were missing."
)
URL = "https://harbourpost.example/market"


@pytest.fixture
def revised(memory, adding, document):
    """What a second text changed against a first one, both from one address."""

    def revise(first, second, **second_has):
        for text, more in ((first, {}), (second, second_has)):
            adding(memory, msgspec.structs.replace(document(0), text=text, url=URL, **more))
        return revision(*versions(memory, lambda url: url == URL))

    return revise


def test_sentences_that_differ(revised):
    assert revised(FIRST, SECOND).text == (
        Edit(
            before="The army said at least 12 people were killed in Orvelo on 7 February 2018.",
            after="The army said at least 14 people were killed in Orvelo on 7 February 2018.",
        ),
        Edit(
            before="The mayor denied that soldiers had been in the market.",
            after="Police said that two people were missing.",
        ),
    )


def test_claims_that_came_went_and_changed_their_figure(revised):
    found = revised(FIRST, SECOND)
    assert [(one.what, one.before.casualties[0].low, one.after.casualties[0].low) for one in found.claims_changed] == [
        ("figure", 12, 14)
    ]
    assert [(one.origin, one.content) for one in found.claims_new] == [("Police", "two people were missing")]
    assert [(one.origin, one.act) for one in found.claims_gone] == [("The mayor", "deny")]


def test_the_other_way_round_it_says_the_opposite(memory, adding, document):
    for text in (FIRST, SECOND):
        adding(memory, msgspec.structs.replace(document(0), text=text, url=URL))
    first, second = versions(memory, lambda url: url == URL)
    forth, back = revision(first, second), revision(second, first)
    assert forth.claims_new == back.claims_gone
    assert [(one.before, one.after) for one in forth.claims_changed] == [
        (one.after, one.before) for one in back.claims_changed
    ]
    assert [(one.before, one.after) for one in forth.text] == [(one.after, one.before) for one in back.text]


def test_a_denial_where_there_was_a_statement_is_another_stance(revised):
    found = revised(
        "The army said that two soldiers were killed in Orvelo.",
        "The army denied that two soldiers were killed in Orvelo.",
    )
    assert [one.what for one in found.claims_changed] == ["stance"]


def test_a_title_that_changed_alone(revised):
    found = revised(FIRST, FIRST, title="Fourteen killed")
    assert found.title == Edit(before=None, after="Fourteen killed")
    assert (found.text, found.claims_new, found.claims_gone, found.claims_changed) == ((), (), (), ())


@given(st.lists(st.sampled_from(["One came.", "Two went!", "Was it so?", "قال الجيش ذلك.", "Nobody said."])))
def test_a_text_does_not_differ_from_itself_however_it_is_spaced(parts):
    text = " ".join(parts)
    assert sentences(text) == parts
    assert list(edits(text, text.replace(" ", "  ").replace("!  ", "!\n\n"))) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://harbourpost.example/market",
        "https://HarbourPost.example/market/",
        "https://harbourpost.example:443/market#comments",
        "https://harbourpost.example/market?utm_source=feed&utm_medium=rss&fbclid=abc",
        "https://harbourpost.example/%6Darket",
    ],
)
def test_one_address_written_otherwise(address):
    assert compared(address) == "harbourpost.example/market"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x", "https://a.example/X"),
        ("https://a.example/x?id=1", "https://a.example/x?id=2"),
        ("https://a.example/x", "https://a.example:8443/x"),
        ("https://a.example/x", "https://www.a.example/x"),
        ("https://a.example/a%2Fb", "https://a.example/a/b"),
    ],
)
def test_addresses_that_are_two(one, other):
    assert compared(one) != compared(other)


@pytest.mark.parametrize("address", ["", "urn:1", "mailto:a@b.example", "https://[::1/", "http://a:b/", "not one"])
def test_what_is_no_address_stays_as_it_is(address):
    assert compared(address) == address


@given(st.text())
def test_comparing_changes_nothing_the_second_time(path):
    once = compared(f"https://a.example/{path}")
    assert compared(f"https://{once}") == once
