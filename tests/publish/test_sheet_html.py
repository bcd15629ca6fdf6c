import pytest

from sayso.publish.account import account
from sayso.publish.ids import Ids
from sayso.publish.lit import around
from sayso.publish.sheet import Part, Section, line
from sayso.publish.sheet_html import Ways, html

BAD = "<b onclick=x>&"


def test_a_sheet_is_drawn_with_its_claims_as_links(release, event, steps):
    drawn = html(account(release, event, steps).sections, Ways(claim=lambda mark: f"/claim/{mark}"))
    assert "<h2" in drawn
    assert "<h3" in drawn
    assert all(f'href="/claim/{claim[:8]}"' in drawn for claim in event.claims)
    assert drawn.count("<table>") == 3
    assert drawn.count("<ul") == drawn.count("</ul>")


def test_words_of_reports_are_escaped_wherever_they_stand():
    parts = [Part(BAD, style) for style in ("plain", "strong", "quote", "quiet", "pale", "stark", "id")]
    drawn = html((Section(heading=BAD, blocks=(line(*parts, Part("x", mark=BAD)),)),), Ways())
    assert "<b " not in drawn
    assert drawn.count("&lt;b onclick=x&gt;&amp;") == 9


def test_its_own_words_are_said_in_another_language():
    section = Section(heading="Figures", blocks=(line(Part("Figures", "quote"), "counted"),))
    drawn = html((section,), Ways(say={"Figures": "Siffror", "counted": "räknat"}.get))
    assert "Siffror" in drawn
    assert "räknat" in drawn
    assert '<q dir="auto">Figures</q>' in drawn  # words of a report stay as they are


def test_headings_go_no_deeper_than_six():
    section = Section(heading="x")
    for _ in range(8):
        section = Section(heading="x", under=(section,))
    assert "<h7" not in html((section,), Ways())


def test_a_claim_is_lit_alone_in_its_own_paragraph(release):
    report = release.state.reports[0]
    text = release.state.documents[report.key].text
    shown = around(f"{text}\n\nAnother paragraph.", "en", report.claims[0])
    assert shown.count("<p") == 1
    assert "<mark" in shown
    assert 'class="ref"' not in shown
    assert "Another" not in shown


@pytest.mark.parametrize(
    ("begun", "whole"), [("ab1", "ab12"), ("ab", None), ("x", None), ("ab12", "ab12"), ("c", "cd34")]
)
def test_the_one_id_that_begins_so_is_found(begun, whole):
    assert Ids(["ab12", "ab34", "cd34"]).whole(begun) == whole
