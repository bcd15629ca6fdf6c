"""Pages of large crawls by the libraries of the extra `scale`: the same report, and nothing that is none."""

import io

import pytest

from sayso.ingest import Intake
from sayso.ingest.page import read_page
from sayso.ingest.port import Place

HERE = Place("a.html")
TEXT = "The army said at least 12 people were killed in Aleppo on Thursday."
MORE = "It was night &amp; dark when the shells fell, and nobody had been told to leave the harbour."
PAGE = f"""<!DOCTYPE html><html><head><title>A raid on the harbour | The Lantern</title>
<meta property="og:site_name" content="The Lantern"><meta name="author" content="Ada Brandt">
<meta property="article:published_time" content="2018-02-08T06:00:00+03:00"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>A raid on the harbour</h1><p class="byline">Ada Brandt</p><p>{TEXT}</p>
<table><tr><td>Killed</td><td>12</td></tr></table><p>{MORE}</p></article>
<aside><p>Most read: the raid, hour by hour, as those who lived through it tell of it to our reporter.</p></aside>
<script>track("{TEXT}")</script><footer><p>All rights reserved by The Lantern and those who write for it.</p></footer>
</body></html>""".encode()


def test_the_same_document_as_ever():
    usual, found = read_page(PAGE, HERE), read_page(PAGE, HERE, fast=True)
    assert found.text.startswith(TEXT)
    assert found.text.endswith(
        "It was night & dark when the shells fell, and nobody had been told to leave the harbour."
    )
    assert "Killed" in found.text
    for aside in ("Home", "Most read", "track", "All rights", "Ada Brandt", "A raid on the harbour"):
        assert aside not in found.text
    for field in ("title", "publisher", "author", "published", "warnings"):
        assert getattr(found, field) == getattr(usual, field)


@pytest.mark.parametrize(
    "raw", [b"", b"<p>", b"<html><body>\0&#0;<p>a\0b</p></body></html>", b"<!DOCTYPE html>" + b"<b>" * 300]
)
def test_a_page_that_is_hardly_one_fails_as_ever(raw):
    usual, found = read_page(raw, HERE), read_page(raw, HERE, fast=True)
    assert type(usual) is type(found)
    assert getattr(usual, "error", None) == getattr(found, "error", None)


def test_a_page_of_too_many_tags_is_refused_before_it_is_looked_into():
    (found,) = Intake(fast=True).all(["-"], io.BytesIO(b"<html><body>" + b"<p>" * 200_001))
    assert "more than 200,000 tags" in found.one.error
