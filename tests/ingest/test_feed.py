import pytest
from taking import documents, errors, take

from sayso.ingest.feed import read_feed

ITEM = """<item><title>Two killed &amp; three hurt</title><link>https://lantern.example/1</link>
<guid isPermaLink="false">l-1</guid><pubDate>Wed, 06 Mar 2024 06:15:00 +0100</pubDate>
<description>Two people were killed.</description>
<content:encoded><![CDATA[<p>Two people were <b>killed</b>.</p><script>alert(1)</script>
<p>Police said so.</p>]]></content:encoded></item>"""
SUMMARY = """<item><title>Short</title><link>/2</link>
<description>&lt;p&gt;Two were killed.&lt;/p&gt;</description></item>"""
LINK = "<item><title>Link</title><link>https://lantern.example/3</link></item>"


def rss(*items, before=""):
    return (
        f'<?xml version="1.0"?>{before}'
        f'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>The Lantern</title><link>https://lantern.example/</link>{''.join(items)}</channel></rss>"
    ).encode()


ATOM = b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Post</title>
<entry><id>urn:post:1</id><title type="html">Two &lt;b&gt;killed&lt;/b&gt;</title>
<author><name>Ada Brandt</name></author>
<published>2024-03-06T06:15:00+02:00</published><updated>2024-03-06T09:00:00+02:00</updated>
<link href="https://harbour.example/1"/>
<content type="html">&lt;p&gt;Two were killed.&lt;/p&gt;</content></entry></feed>"""


def test_an_entry_with_its_text():
    (document,) = documents(rss(ITEM), "feed.xml")
    assert document.text == "Two people were killed.\n\nPolice said so."
    assert (document.id, document.title) == ("l-1", "Two killed & three hurt")
    assert (document.publisher, document.url) == ("The Lantern", "https://lantern.example/1")
    assert document.published == "2024-03-06T06:15:00+01:00"
    assert document.warnings == ()


def test_atom():
    (document,) = documents(ATOM, "feed.atom")
    assert (document.text, document.title, document.author) == ("Two were killed.", "Two killed", "Ada Brandt")
    assert (document.published, document.modified) == ("2024-03-06T06:15:00+02:00", "2024-03-06T09:00:00+02:00")


def test_a_summary_is_read_and_says_that_it_is_one():
    (document,) = documents(rss(SUMMARY))
    assert document.text == "Two were killed."
    assert document.warnings == (
        "only what the feed says of it: the page it announces was not fetched; `sayso watch` does that",
    )


def test_a_link_alone_is_named_and_the_rest_go_on():
    first, second = take(rss(LINK, ITEM), "feed.xml")
    assert first.one.error == (
        "feed.xml!entry 1: only a link https://lantern.example/3, with no text; `sayso watch` fetches the page"
    )
    assert second.one.id == "l-1"


def test_the_entries_as_values():
    feed = read_feed(rss(ITEM, SUMMARY, LINK), "https://lantern.example/feed.xml")
    assert feed.title == "The Lantern"
    assert [entry.link for entry in feed.entries] == [f"https://lantern.example/{k}" for k in (1, 2, 3)]
    assert [(entry.summary, entry.content) for entry in feed.entries] == [
        ("Two people were killed.", "Two people were killed.\n\nPolice said so."),
        ("Two were killed.", ""),
        ("", ""),
    ]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "utf-16"])
def test_charsets(charset):
    raw = rss("<item><description>Två män dödades.</description></item>").decode()
    raw = raw.replace('version="1.0"', f'version="1.0" encoding="{charset}"', 1).encode(charset)
    assert [one.text for one in documents(raw, "feed.xml")] == ["Två män dödades."]


def test_entities_that_unfold_are_not_unfolded():
    laughs = "".join(f'<!ENTITY a{k} "&a{k - 1};&a{k - 1};">' for k in range(1, 40))
    before = f'<!DOCTYPE rss [<!ENTITY a0 "killed">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    found = take(rss("<item><description>&a39;&f; Two were killed.</description></item>", before=before), "laughs.xml")
    assert len(found) == 1
    assert len(str(found[0].one)) < 1000
    assert "root:" not in str(found[0].one)


def test_a_feed_broken_in_the_middle_gives_what_can_be_read():
    found = take(rss(ITEM, SUMMARY)[:-60], "feed.xml")
    assert found[0].one.id == "l-1"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (rss(), "a feed without entries"),
        (b'<rss version="2.0"><channel' + b"<" * 100, "feed"),
        (b'<rss version="2.0">' + b"<x>" * 5_000, "feed"),
        (b'<rss version="2.0">' + b"<x>" * 500_000, "a feed with more than 10,000 elements that are never closed"),
    ],
)
def test_feeds_without_anything(raw, said):
    (error,) = errors(raw, "feed.xml")
    assert said in error
