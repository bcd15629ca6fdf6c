"""Whatever is done to the bytes of a form, what comes of them are documents and errors that name the place."""

import contextlib
import gzip
import io

import pytest
from exports import factiva, factiva_lines, nexis
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from mixed import message, page, report, warc
from pdfs import pdf
from taking import take

from sayso.core.document import Document, Unread

REPORT = report(1)
ARTICLE = {"HD": "Two", "PD": "6 March 2024", "SN": "The Lantern", "LP": ["Two were killed."], "AN": "Document A1"}
NEXIS = {"title": "Two", "outlet": "The Lantern", "date": "6 March 2024", "body": ["Two were killed."]}
ITEM = "<item><title>Two</title><description>Two were killed.</description></item>"
RSS = f'<rss version="2.0"><channel><title>L</title>{ITEM * 3}</channel></rss>'.encode()


def mail():
    made = message(REPORT, page_too=True)
    made.add_attachment(pdf([["One."]]), maintype="application", subtype="pdf", filename="a.pdf")
    return bytes(made)


def parquet():
    import duckdb

    with contextlib.closing(duckdb.connect()) as engine:
        engine.execute("CREATE TABLE t AS SELECT 'Two were killed' AS text, DATE '2024-03-06' AS date FROM range(50)")
        import pathlib
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "t.parquet"
            engine.execute(f"COPY t TO '{path}' (FORMAT parquet)")
            return path.read_bytes()


FORMS = {
    "factiva": factiva(ARTICLE, ARTICLE),
    "factiva-lines": factiva().replace(
        b"</body>", factiva_lines("A", "Two", ["9 March 2024", "The Lantern"], ["Two."], "X").encode() + b"</body>"
    ),
    "docx": nexis(NEXIS, NEXIS),
    "pdf": pdf([["Two were killed."]], [["In Selvik."]], title="Two", made="D:20240306"),
    "csv": b'text,date,title\n"Two, or ""three"", were\nkilled",2024-03-06,Two\nOne,2024,One\n',
    "parquet": parquet(),
    "mail": mail(),
    "mbox": b"From x@y.example Wed Mar  6\n" + mail() + b"\nFrom x@y.example Wed Mar  6\n" + mail(),
    "feed": RSS,
    "page": page(REPORT).encode(),
    "warc": gzip.decompress(warc([REPORT])),
}
edits = st.lists(
    st.tuples(
        st.integers(0, 1 << 20), st.sampled_from(("cut", "drop", "put", "flip", "twice")), st.binary(max_size=12)
    ),
    min_size=1,
    max_size=6,
)


def edited(raw, changes):
    """The bytes with some of them cut off, left out, put in, turned or doubled."""
    for place, what, more in changes:
        at = place % max(len(raw), 1)
        if what == "cut":
            raw = raw[: max(at, 1)]
        elif what == "drop":
            raw = raw[:at] + raw[at + len(more) + 1 :]
        elif what == "put":
            raw = raw[:at] + more + raw[at:]
        elif what == "flip":
            raw = raw[:at] + bytes(255 - byte for byte in raw[at : at + 2]) + raw[at + 2 :]
        else:
            raw = raw[:at] + raw[at : at + 200] + raw[at:]
    return raw


@pytest.mark.parametrize("form", FORMS)
@given(changes=edits)
@example(changes=[])
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_bytes_give_documents_and_errors(form, changes):
    for taken in take(edited(FORMS[form], changes), f"given.{form}"):
        assert isinstance(taken.one, Document | Unread)
        assert str(taken.place).startswith(f"given.{form}")
        if isinstance(taken.one, Unread):
            assert taken.one.error.startswith(f"given.{form}")
            assert "please report" not in taken.one.error
        else:
            assert taken.one.text.encode("utf-8", "surrogatepass") is not None


@given(
    raw=st.binary(max_size=400), name=st.sampled_from(("x", "x.csv", "x.eml", "x.pdf", "x.html", "x.docx", "x.jsonl"))
)
@settings(max_examples=100)
def test_any_bytes_give_documents_and_errors(raw, name):
    found = [taken.one for taken in take(raw, name)]
    assert all(isinstance(one, Document) or "please report" not in one.error for one in found)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_bytes_give_the_same_documents(form):
    assert take(FORMS[form], "a") == take(io.BytesIO(FORMS[form]).getvalue(), "a")
