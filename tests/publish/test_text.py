import msgspec
import pytest

from sayso.core.claim import Casualty, Link, Source, When
from sayso.core.span import Span
from sayso.publish import phrase
from sayso.publish.terminal import Look, cells
from sayso.publish.text import table
from sayso.publish.tree import grow, tree

SPAN = (Span(0, 1),)


def source(name, **fields):
    return Source(**{"name": name, "kind": "person", "span": SPAN, **fields})


def link(name, act="say", **fields):
    return Link(source=source(name, **fields), cue=SPAN, act=act, manner="indirect")


def toll(low, high, *, approximate=False):
    return Casualty(
        effect="killed", low=low, high=high, approximate=approximate, group=None, status="unknown", span=SPAN
    )


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (100, None, "at least 100"),
        (None, 20, "at most 20"),
        (0, 0, "none"),
        (3, 3, "3"),
        (30, 40, "30–40"),
        (None, None, "number not given"),
    ],
)
def test_count(low, high, said):
    assert phrase.count(toll(low, high)) == said


def test_about():
    assert phrase.count(toll(100, 100, approximate=True)) == "about 100"


def test_who():
    assert phrase.who(source("Ana", role="spokesman", on_behalf_of="the army")) == "Ana (spokesman, for the army)"
    assert phrase.who(source("a US official", role="US official")) == "a US official"
    assert phrase.who(source(None, kind="unspecified", span=None)) == "source not named"


@pytest.fixture
def claim(reading):
    return reading("According to the army, 12 people were killed in Aleppo.").record.claims[0]


def test_chain(claim):
    chain = msgspec.structs.replace(
        claim, attribution=(link("The Post", "deny"), link("AFP"), link("Ana", role="nurse"))
    )
    assert phrase.chain(chain) == "The Post [deny] ← AFP ← Ana (nurse)"
    assert phrase.chain(msgspec.structs.replace(claim, attribution=())) == "own voice"


def test_when_says_what_it_rests_on():
    assert phrase.when(When(edtf="2018-02", span=None, basis="published")) == "2018-02 (published)"
    assert phrase.when(When(edtf="2018-02", span=SPAN, basis="explicit")) == "2018-02"


@pytest.mark.parametrize("width", [30, 40, 80, 200])
@pytest.mark.parametrize("show", [table, tree])
def test_no_line_is_wider_than_the_terminal(reports, show, width):
    for one in reports:
        lines = show(one.document, one.record, Look(width)).splitlines()
        deep = 16 if show is tree and width < 40 else 0  # a deep branch keeps a little room of its own
        assert max(map(cells, lines)) <= width + deep
        assert not any(line != line.rstrip() for line in lines)


def test_the_table_shows_what_a_claim_is(reading):
    one = reading(
        "According to the army, at least 12 people were killed in Aleppo on 7 February 2018.",
        title="A title",
        publisher="The Post",
    )
    shown = table(one.document, one.record, Look(100))
    for part in ("A title", "The Post", "the army", "certain", "killed", "at least 12", "2018-02-07", "Aleppo"):
        assert part in shown
    assert "\x1b" not in shown
    assert "\x1b[" in table(one.document, one.record, Look(100, colour=True))


def test_every_claim_is_in_table_and_tree(reports):
    for one in reports:
        shown = table(one.document, one.record, Look(100))
        assert all(claim.id[:8] in shown for claim in one.record.claims)

        def leaves(node):
            return sum(leaves(part) if hasattr(part, "order") else 1 for part in node.order)

        assert leaves(grow(one.record)) == len(one.record.claims)


def test_the_tree_merges_shared_beginnings(claim, reading):
    one = reading("According to the army, 12 people were killed in Aleppo.")
    chains = [(link("The Post"), link("Ana")), (link("The Post"), link("Ben")), (link("the post"),), ()]
    claims = tuple(msgspec.structs.replace(claim, attribution=chain) for chain in chains)
    record = msgspec.structs.replace(one.record, claims=claims)
    root = grow(record)
    assert [node.label for node in root.order] == ["The Post", "own voice"]
    assert [getattr(node, "label", "claim") for node in root.order[0].order] == ["Ana", "Ben", "claim"]
    lines = tree(one.document, record, Look(80)).splitlines()
    assert "├─ The Post" in lines
    assert "│  ├─ Ana" in lines
    assert "└─ own voice" in lines
