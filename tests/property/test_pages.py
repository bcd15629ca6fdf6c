"""Whatever bytes come as a page or a web archive, they give a document or a reason, and the same one again."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.document import Document
from sayso.ingest import Intake
from sayso.ingest.dated import dated
from sayso.ingest.page import Sent, read_page
from sayso.ingest.port import Place

PIECES = [
    "<p>", "</p>", "<html>", "<head>", "<title>", "</title>", "<meta name=date content='", "'>", '">', "<article>",
    "</article>", "<script type='application/ld+json'>", '{"@type": "NewsArticle", "datePublished": "', '"}',
    "</script>", "<table><tr><td>", "<h1>", "</h1>", "<link rel=canonical href=", "<!--", "-->", "<time datetime=",
    "<style>", "<svg>", "<template>", "<base href=", "The army said 12 people were killed. ", "//[x", "&#0;", "&amp;",
    "2024-03-07T22:30:00+01:00", "https://h.example/2024/03/07/a", "\0", "\ud800", "\u202e", "å", "&a;",
    "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE html [<!ENTITY a 'b'>]>",
]  # fmt: skip
BEGINNINGS = [b"", b"PK\x03\x04", b"\x1f\x8b\x08\0", b"WARC/1.0\r\n", b"\x28\xb5\x2f\xfd", b"<html>"]
HERE = Place("a.html")
pages = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map(
    lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
)


@settings(max_examples=150)
@given(st.one_of(pages, st.binary(max_size=200)), st.sampled_from([None, "utf-8", "iso-8859-1", "shift_jis", "x"]))
def test_any_page_is_a_document_or_a_reason_without_a_fault_of_ours(raw, charset):
    found = read_page(raw, HERE, Sent(charset=charset))
    assert found == read_page(raw, HERE, Sent(charset=charset))
    assert isinstance(found, Document) or "please report" not in found.error


@settings(max_examples=200)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b\x08\0", b"WARC/1.0\r\n", b"\x28\xb5\x2f\xfd", b"<html>"]),
)
def test_any_bytes_on_standard_input_end_well(raw, begin):
    for taken in Intake().all(["-"], io.BytesIO(begin + raw)):
        assert isinstance(taken.one, Document) or "please report" not in taken.one.error


@given(st.one_of(st.text(max_size=40), st.datetimes().map(str), st.dates().map(str)))
def test_a_date_read_is_read_again_as_itself(written):
    found = dated(written)
    assert found is None or dated(found) == found
