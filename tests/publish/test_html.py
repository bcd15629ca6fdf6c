import re
from html.parser import HTMLParser

import pytest

from sayso.core.document import Unread
from sayso.core.span import Span
from sayso.publish.html import Page
from sayso.publish.segments import marks, paragraphs, segments

VOID = {"meta", "br"}


class Seen(HTMLParser):
    """A page as a browser takes it apart; fails on a tag that is not closed."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.text, self.inside = [], [], [], {}
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)
        for tag in set(self.open):
            self.inside[tag] = self.inside.get(tag, "") + data

    def named(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def page_of(*results):
    page = Page()
    for one in results:
        page.unread(one) if isinstance(one, Unread) else page.add(one.document, one.record)
    return page.finish()


@pytest.fixture(scope="module")
def page(reports):
    return page_of(*reports)


def test_it_is_whole_and_the_same_again(page, reports):
    seen = Seen(page)
    assert len(seen.named("section")) == len(reports)
    assert page == page_of(*reports)


def test_it_fetches_nothing_and_runs_nothing(page):
    seen = Seen(page)
    assert {"script", "link", "img", "iframe", "object", "base"}.isdisjoint(tag for tag, _ in seen.tags)
    assert "@import" not in page
    assert "url(" not in page
    assert "default-src 'none'" in page
    assert all(attrs["href"].startswith("#") for attrs in seen.named("a"))
    assert not any(key.startswith("on") or key == "style" for _, attrs in seen.tags for key in attrs)


def test_every_link_leads_somewhere_and_ids_are_unique(page, reports):
    seen = Seen(page)
    ids = [attrs["id"] for _, attrs in seen.tags if "id" in attrs]
    assert len(ids) == len(set(ids)) == len(reports) + sum(len(one.record.claims) for one in reports)
    assert {attrs["href"][1:] for attrs in seen.named("a")} == set(ids)


def test_every_claim_is_lit(page, reports):
    lit = {name for attrs in Seen(page).named("mark") for name in attrs["class"].split()}
    most = max(len(one.record.claims) for one in reports)
    assert {f"c{n}" for n in range(1, most + 1)} <= lit


def test_markup_in_a_report_stays_text(reading):
    bad = '<script>alert("1")</script>'
    one = reading(
        f"{bad} The army & police said 12 people were killed in {bad} Aleppo.",
        title=f"</title>{bad}",
        publisher=bad,
        id=f'x"{bad}',
        url="javascript:alert(1)",
    )
    seen = Seen(page_of(one, Unread(id=bad, error=f"{bad}: no")))
    assert seen.named("script") == []
    assert all("alert" not in value for _, attrs in seen.tags for value in attrs.values() if value)
    assert "".join(seen.text).count(bad) >= 5


def test_only_web_addresses_become_links(reading):
    text = "The army said 12 people were killed in Aleppo."
    assert 'href="https://example.org/a?b=1&amp;c=2"' in page_of(reading(text, url="https://example.org/a?b=1&c=2"))


def test_control_characters_are_made_visible(reading):
    page = page_of(reading("The army said 12 people\x00\x1b were killed in Aleppo.", title="a\x07b"))
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", page)
    assert "a\ufffdb" in page


def test_right_to_left(reading):
    text = "قالت وكالة رويترز إن 100 شخص قتلوا.\n\nThe army of قوات سوريا said 12 people were killed in دير الزور."
    page = page_of(reading(text, title="دير الزور", publisher="الجزيرة", language="en"))
    seen = Seen(page)
    texts = [attrs for attrs in seen.named("p") if "lang" in attrs]
    assert [attrs["dir"] for attrs in texts] == ["auto", "auto"]
    assert all(attrs["dir"] == "auto" for attrs in seen.named("h2"))
    assert "<bdi>الجزيرة</bdi>" in page
    # in the style, every side that text begins at is named as start and end
    assert not re.search(r"(margin|padding|border)-(left|right)|text-align:\s*(left|right)", page)


def test_what_could_not_be_read_is_on_the_page(reports):
    page = page_of(reports[0], Unread(id="b.txt", error="b.txt: no such file"))
    assert "Could not be read" in page
    assert "b.txt: no such file" in page
    assert "<nav" not in page


def test_paragraphs():
    text = "\n\nOne\nline.\r\n\r\n  Two. \n \n\nThree"
    assert [span.of(text) for span in paragraphs(text)] == ["One\nline.", "Two.", "Three"]
    assert paragraphs(" \n ") == []


def test_segments_give_back_the_text_and_hold_their_marks(reports):
    for one in reports:
        text, claims = one.document.text, one.record.claims
        parts = paragraphs(text)
        closing = []
        for part, some in zip(parts, segments(claims, parts), strict=True):
            assert "".join(segment.span.of(text) for segment in some) == part.of(text)
            for segment in some:
                inside = {mark for span, mark in marks(claims) if span.covers(segment.span)}
                touching = {mark for span, mark in marks(claims) if span.touches(segment.span)}
                assert set(segment.marks) == inside == touching
                closing += segment.closing
        assert sorted(closing) == list(range(1, len(claims) + 1))


def test_a_mark_that_is_there_twice_closes_twice(reading):
    claims = reading("The army said 12 people were killed in Aleppo.").record.claims
    doubled = (claims[0], claims[0])
    (some,) = segments(doubled, [Span(0, 46)])
    assert max(len(segment.marks) for segment in some) % 2 == 0
