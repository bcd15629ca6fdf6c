"""Pages: the text of the report, what the page says of itself, and what may never come of it."""

import codecs
import io
import json

import pytest

from sayso.core.document import Unread
from sayso.ingest import Intake
from sayso.ingest.charset import page_text
from sayso.ingest.dated import dated
from sayso.ingest.limits import Limits
from sayso.ingest.page import Sent, accepts, read_page
from sayso.ingest.port import Place

TEXT = "The army said at least 12 people were killed in Aleppo on Thursday."
HERE = Place("a.html")


def page(head="", body=f"<p>{TEXT}</p>", *, url=None):
    raw = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()
    return read_page(raw, HERE, Sent(url))


def ld(**fields):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def meta(**fields):
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in fields.items())


def test_a_page_with_all_it_can_say():
    found = page(
        ld(
            headline="A raid on the harbour",
            datePublished="2024-03-07T22:30:00+01:00",
            dateModified="2024-03-08T06:00:00Z",
            author=[{"@type": "Person", "name": "Ada Brandt"}, "Nils Ekmo"],
            publisher={"@type": "Organization", "name": "Harbour Post Media"},
        )
        + "<title>A raid on the harbour | The Harbour Post</title>"
        + meta(og__site_name="The Harbour Post")
        + '<link rel="canonical" href="https://www.harbourpost.example/raid">',
        "<nav><a href='/'>Home</a></nav><h1>A raid on the harbour</h1>"
        f"<article><p>{TEXT}</p><p>It was night &amp; dark.</p></article>"
        "<aside>Most read</aside><script>track()</script><footer>All rights</footer>",
    )
    assert found.text == f"{TEXT}\n\nIt was night & dark."
    assert (found.title, found.publisher) == ("A raid on the harbour", "The Harbour Post")
    assert found.author == "Ada Brandt; Nils Ekmo"
    assert (found.published, found.modified) == ("2024-03-07T22:30:00+01:00", "2024-03-08T06:00:00+00:00")
    assert found.url == "https://www.harbourpost.example/raid"
    assert found.language is None
    assert found.warnings == ()


def test_the_language_a_page_declares_is_not_believed():
    raw = f'<!DOCTYPE html><html lang="fr"><body><p>{TEXT}</p></body></html>'.encode()
    assert read_page(raw, HERE).language is None


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (meta(article__published_time="2024-03-07T22:30:00+01:00"), "", "2024-03-07T22:30:00+01:00"),
        ('<meta name="date" content="Thu, 07 Mar 2024 22:30:00 +0100">', "", "2024-03-07T22:30:00+01:00"),
        ('<meta name="dc.date" content="2024-03">', "", "2024-03"),
        ("", '<time itemprop="datePublished" datetime="2024-03-07T22:30Z">x</time>', "2024-03-07T22:30:00+00:00"),
        ("", '<time datetime="2024-03-07 22:30">x</time><time datetime="2024-03-07">y</time>', "2024-03-07T22:30:00"),
        ("", '<time datetime="2024-03-07">x</time><time datetime="2024-03-09">y</time>', None),
        (ld(datePublished="soon") + meta(article__published_time="2024-03-07"), "", "2024-03-07"),
        ("", "<p>Published on 7 March 2024</p>", None),
    ],
)  # fmt: skip
def test_when_a_page_was_published(head, body, published):
    assert page(head, f"<p>{TEXT}</p>{body}").published == published


@pytest.mark.parametrize("address", ["https://h.example/2024/03/07/raid", "https://h.example/news/2024-03-07-raid"])
def test_the_day_may_stand_in_the_address(address):
    found = page(url=address)
    assert found.published == "2024-03-07"
    assert found.warnings == ("the day of publication is that in its address",)
    assert found.publisher == "h.example"


def test_a_date_that_is_none_is_told():
    assert page(ld(datePublished="yesterday")).warnings == ("published 'yesterday' is not a date that is read",)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-03-07", "2024-03-07"),
        ("2024", "2024"),
        ("20240307T2230Z", "2024-03-07T22:30:00+00:00"),
        ("2024-03-07T22:30:00.123+0100", "2024-03-07T22:30:00+01:00"),
        ("2024-03-07 22:30:00 +01:00", "2024-03-07T22:30:00+01:00"),
        ("Thu, 7 Mar 2024 22:30:00 GMT", "2024-03-07T22:30:00+00:00"),
        ("20240307", "2024-03-07"),
        ("2024-02-30", None),
        ("2024-13", None),
        ("0000", None),
        ("7 March", None),
        ("", None),
        ("9" * 400, None),
    ],
)
def test_dates(written, read):
    assert dated(written) == read


def test_the_address_it_was_saved_from():
    raw = f"<html><!-- saved from url=(0030)https://www.lantern.example/a --><body><p>{TEXT}</p></body></html>"
    found = read_page(raw.encode(), HERE)
    assert (found.url, found.publisher) == ("https://www.lantern.example/a", "lantern.example")


def test_json_ld_in_a_graph_with_references():
    graph = {
        "@graph": [
            {"@type": "WebSite", "@id": "#site", "name": "Site"},
            {"@type": "Organization", "@id": "#org", "name": "The Lantern"},
            {"@type": ["X", "NewsArticle"], "name": "Raid", "publisher": {"@id": "#org"}, "author": {"@id": "#a"}},
            {"@type": "Person", "@id": "#a", "name": "Mira Castor"},
        ]
    }  # fmt: skip
    found = page(f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    assert (found.title, found.publisher, found.author) == ("Raid", "The Lantern", "Mira Castor")


@pytest.mark.parametrize(
    "script", ["{", "[" * 9999, '{"@type": 7}', '{"@type": "NewsArticle", "headline": {"a": 1}}', "null"]
)
def test_json_ld_that_is_not_right_costs_nothing(script):
    assert page(f'<script type="application/ld+json">{script}</script>').text == TEXT


@pytest.mark.parametrize(
    ("raw", "said", "text", "warned"),
    [
        ("<p>Två".encode(), None, "<p>Två", 0),
        ("<p>Två".encode(), "iso-8859-1", "<p>Två", 0),
        ("<p>Två".encode("latin-1"), "iso-8859-1", "<p>Två", 0),
        ("<p>Två".encode("latin-1"), "utf-8", "<p>Två", 1),
        (codecs.BOM_UTF16_LE + "<p>Två".encode("utf-16-le"), "utf-8", "<p>Två", 0),
        ('<meta charset="windows-1251"><p>Два'.encode("cp1251"), None, '<meta charset="windows-1251"><p>Два', 0),
        (b'<meta charset="utf-16"><p>Tv\xe5', None, '<meta charset="utf-16"><p>Två', 1),
        (b"<p>Tv\xe5", "base64", "<p>Två", 1),
        (b"<p>Tv\xe5", "no such thing", "<p>Två", 1),
        (b"<p>\x81\x30\xff", "gb2312", "<p>", 1),
    ],
)
def test_encodings(raw, said, text, warned):
    found = page_text(raw, said)
    assert found.text.startswith(text)
    assert len(found.warnings) == warned


@pytest.mark.parametrize(
    ("head", "is_page"),
    [
        (b"<!doctype html>", True),
        (b"\xef\xbb\xbf\n<HTML lang=x>", True),
        (b'<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE html PUBLIC "x">', True),
        (b"<p>a fragment", True),
        (codecs.BOM_UTF16_LE + "<html>".encode("utf-16-le"), True),
        (b'<?xml version="1.0"?><rss version="2.0">', False),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', False),
        (b"People <b>were killed", False),
        (b"<pre", False),
    ],
)
def test_what_begins_as_a_page(head, is_page):
    assert accepts(head, Place("standard input")) is is_page


def test_scripts_and_styles_never_reach_the_text():
    evil = "<script>alert(1)</script><style>p{}</style><svg onload=alert(2)><text>x</text></svg><p onclick=alert(3)>"
    found = page(
        "<title>A<script>alert(4)</script> raid</title>", f"{evil}{TEXT}</p><iframe src=javascript:alert(5)></iframe>"
    )
    assert found.text == TEXT
    assert "alert" not in found.text


def test_a_script_in_a_page_never_reaches_a_page_we_print(tmp_path):
    from click.testing import CliRunner

    from sayso.cli import main

    path = tmp_path / "a.html"
    body = f"<p>&lt;script&gt;alert(1)&lt;/script&gt; {TEXT}</p>"
    path.write_text(f"<html><head><title>&lt;img src=x onerror=alert(2)&gt;</title></head><body>{body}</body></html>")
    shown = CliRunner().invoke(main, ["read", str(path), "--format", "html"]).stdout
    assert "at least 12 people" in shown
    assert "<script>alert(1)" not in shown
    assert "<img src=x" not in shown


def test_a_text_decoded_wrongly_before_is_put_right():
    spoilt = "Två män dödades på torsdagen när en bomb exploderade i Orvelo, säger polisen.".encode().decode("cp1252")
    found = page(body=f"<p>{spoilt}</p>")
    assert found.text.startswith("Två män dödades på torsdagen")
    assert "had been decoded wrongly before" in found.warnings[0]


def test_entities_are_not_expanded():
    laughs = "".join(f'<!ENTITY a{k + 1} "{f"&a{k};" * 10}">' for k in range(12))
    raw = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "ha">{laughs}]><html><body><p>{TEXT} &a12;</p></body></html>'
    )
    found = read_page(raw.encode(), HERE)
    assert TEXT in found.text
    assert len(found.text) < 2000


def test_no_file_is_drawn_in_by_an_entity(tmp_path):
    (tmp_path / "secret").write_text("the secret")
    entity = f'<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">'
    raw = f"<!DOCTYPE html [{entity}]><html><body><p>{TEXT} &x;</p></body></html>"
    assert "the secret" not in read_page(raw.encode(), HERE).text


def test_a_page_of_fifty_megabytes_is_refused():
    raw = b"<html><body><p>" + bytes(50 << 20)
    (found,) = Intake().all(["-"], io.BytesIO(raw))
    assert found.one.error == (
        "standard input: larger than 20 MiB, the limit page-bytes; "
        "if you trust it, raise that with --limit page-bytes=…"
    )


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<div>" * 50_000 + TEXT, "more than a page can hold (Excessive depth in document: 256)"),
        (
            "<p " + " ".join(f"a{k}='>'" for k in range(100_000)) + f">{TEXT}</p>",
            "a tag with more than 5,000 attributes",
        ),
        ("<p>" * 200_001 + TEXT, "more than 200,000 tags, the limit tags; if you trust it"),
        ("x" * 10_000_001, "more than a page can hold"),
    ],
    ids=["deep", "attributes", "tags", "one text"],
)
def test_what_no_page_holds_is_refused_at_once(body, said):
    found = page(body=body)
    assert isinstance(found, Unread)
    assert said in found.error


def test_a_long_drawing_is_no_fault():
    drawing = f'<svg><path d="{"M 1 2 " * 40_000}"></path></svg><img src="data:image/png;base64,{"A" * 400_000}">'
    assert page(body=f"{drawing}<p>{TEXT}</p>").text == TEXT


def test_a_fault_in_a_library_costs_one_page(monkeypatch):
    import trafilatura

    def fail(*args, **more):
        raise TypeError("not this")

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    assert page().error == ("a.html: cannot be read as a page (TypeError: not this); please report it with the page")


def test_a_fault_in_an_ingestor_costs_one_input():
    from sayso.ingest.plain import PLAIN

    def fail(given, tools):
        raise IndexError("far out")
        yield

    (found,) = Intake(ingestors=(PLAIN._replace(documents=fail),)).all(["-"], io.BytesIO(b"x"))
    assert "sayso failed on this input (IndexError: far out); please report it" in found.one.error


@pytest.mark.parametrize(
    "raw", [b"", b"<html>", b"<!-- -->", b"\0<html></html>", b"<html><head></head><body>\x00</body>"]
)
def test_a_page_with_nothing_in_it_is_a_document(raw):
    assert read_page(raw, HERE).text == ""


def test_the_same_bytes_give_the_same_document():
    assert page(ld(headline="x")) == page(ld(headline="x"))


def test_a_casualty_table_is_kept():
    rows = "".join(f"<tr><td>Town {k}</td><td>{k} killed</td></tr>" for k in range(3))
    found = page(body=f"<article><p>{TEXT}</p><table>{rows}</table></article>")
    assert "2 killed" in found.text


@pytest.mark.parametrize(("size", "fine"), [(100, True), (1 << 20, False)])
def test_the_limit_is_a_setting(size, fine):
    raw = b"<html><body><p>" + TEXT.encode() + b"<!--" + b"x" * size + b"--></p></body></html>"
    (found,) = Intake(Limits(page_bytes=10_000)).all(["-"], io.BytesIO(raw))
    assert (not isinstance(found.one, Unread)) is fine
