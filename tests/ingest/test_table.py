import codecs
import tracemalloc
from io import BytesIO

import pytest
from taking import documents, errors, take

from sayso.core.document import Document
from sayso.ingest.limits import Limits
from sayso.ingest.port import Place
from sayso.ingest.stream import opened
from sayso.ingest.take import Intake

TEXT = "Two men, both drivers, were killed in Selvik; a medic said so."


def csv(*rows, by=","):
    return "\r\n".join(by.join(row) for row in rows).encode() + b"\r\n"


def test_columns_by_their_usual_names():
    header = ("Doc_ID", "Headline", "Body", "Date", "Source", "Link", "Lang", "Byline")
    row = ("17", "Two killed", f'"{TEXT}"', "6 March 2024", "The Lantern", "https://l.example/1", "English", "Ada")
    (document,) = documents(csv(header, row), "reports.csv")
    assert document.text == TEXT
    assert (document.id, document.title, document.published) == ("17", "Two killed", "2024-03-06")
    assert (document.publisher, document.url) == ("The Lantern", "https://l.example/1")
    assert (document.language, document.author) == ("en", "Ada")


def test_columns_as_told_come_before_names():
    raw = csv(("body", "Uttag", "date", "added"), ("no", f'"{TEXT}"', "2024-03-06", "2025-01-01"))
    (document,) = documents(raw, "x.csv", text="uttag", published="added")
    assert (document.text, document.published) == (TEXT, "2025-01-01")


@pytest.mark.parametrize("by", [",", ";", "\t", "|"])
@pytest.mark.parametrize("quoted", [f'"{TEXT}"', "Two were killed"])
def test_whatever_parts_the_columns(by, quoted):
    raw = csv(("title", "text", "date"), ("One", quoted, "2024-03-06"), ("Two", "b", "2024"), by=by)
    assert [document.title for document in documents(raw, "x.csv")] == ["One", "Two"]


def test_a_table_is_known_by_its_columns_whatever_its_name():
    raw = csv(("title", "text", "date"), ("One", "Two were killed", "2024-03-06"))
    assert [taken.form for taken in take(raw, "standard input")] == ["csv"]
    assert [
        taken.form for taken in take(b"Text, date and title of the report\nTwo were killed, he said.", "x.txt")
    ] == ["text"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(encoding):
    raw = "text;date\nTvå män dödades i Selvik.;2024-03-06\n".encode(encoding)
    (document,) = documents(raw, "x.csv")
    assert document.text == "Två män dödades i Selvik."
    assert bool(document.warnings) == (encoding == "cp1252")


def test_what_excel_says_of_the_delimiter():
    assert documents(b"sep=|\ntext|date\nOne; two, three|2024\n", "x.csv")[0].published == "2024"


def test_a_row_has_the_bytes_it_was_read_from():
    raw = b'text,date\n"Two lines\nof text",2024\nOne,2024\n'
    assert [taken.raw for taken in take(raw, "x.csv")] == [b'"Two lines\nof text",2024\n', b"One,2024\n"]
    assert [str(taken.place) for taken in take(raw, "x.csv")] == ["x.csv:2", "x.csv:4"]


def test_no_column_for_the_text_lists_what_there_is():
    assert errors(csv(("code", "Uttag"), ("1", "x")), "x.csv") == [
        "x.csv: no column that holds the text; its columns are 'code', 'Uttag'; say which: --columns text=…"
    ]


def test_a_column_that_is_not_there():
    (error,) = errors(csv(("text", "date"), ("a", "2024")), "x.csv", text="uttag")
    assert error == "x.csv: no column text=uttag; its columns are 'text', 'date'; set --columns to one of these"


def test_bad_rows_are_named_and_the_rest_go_on():
    raw = b"text,date\nOne,2024\n,2024\nTwo,2024,more\n\nThree\nFour,soon\n"
    found = [taken.one for taken in take(raw, "x.csv")]
    assert [one.text if isinstance(one, Document) else one.error for one in found] == [
        "One",
        "x.csv:3: row 2: no text",
        "x.csv:4: row 3: 3 cells where there are 2 columns; one with a delimiter in it needs quotes",
        "Three",
        "Four",
    ]
    assert found[-1].published == "soon"  # told when it is read, like any date that is none


def test_a_quote_that_is_never_closed_swallows_nothing_in_silence():
    raw = b'text,date\nOne,2024\n"Two,2024\nThree,2024\n'
    (error,) = [taken.one.error for taken in take(raw, "x.csv")[1:]]
    assert error == (
        "x.csv:3: row 2: a quote is never closed, and all to line 4 stands in it; "
        "close it, or double it if it is meant as such"
    )


def test_a_cell_of_a_hundred_megabytes_is_refused_and_the_rest_go_on():
    raw = b'text,date\nOne,2024\n"' + b"killed " * 15_000_000 + b'",2024\nTwo,2024\n'
    tracemalloc.start()
    found = [taken.one for taken in take(raw, "x.csv", Limits(page_bytes=1 << 20))]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [getattr(one, "text", None) for one in found] == ["One", None, "Two"]
    assert found[1].error.startswith("x.csv:3: row 2: a row larger than 1 MiB, the limit page-bytes;")
    assert peak < 20 << 20


def test_a_cell_of_many_lines_and_a_hundred_megabytes():
    raw = b'text,date\nOne,2024\n"' + b"killed\n" * 400_000 + b'",2024\nTwo,2024\n'
    found = [taken.one for taken in take(raw, "x.csv", Limits(page_bytes=1 << 20))]
    assert [getattr(one, "text", None) for one in found] == ["One", None, "Two"]


def test_a_long_article_is_no_fault():
    raw = b'text,date\n"' + b"killed " * 100_000 + b'",2024\n'
    assert len(documents(raw, "x.csv")[0].text) == 700_000


@pytest.mark.parametrize("raw", [b"", b"\n\n", codecs.BOM_UTF8])
def test_an_empty_table(raw):
    assert errors(raw, "x.csv") == ["x.csv: an empty table"]


def test_a_table_of_names_alone():
    assert errors(b"text,date\n", "x.csv") == ["x.csv: a table without rows"]


def test_bytes_that_are_no_text():
    (error,) = errors(b"\0\1\2" * 400, "x.csv")
    assert "NUL" in error


def test_memory_does_not_grow_with_the_table():
    class Rows(BytesIO):
        """A table that is made as it is read, so that none of the memory is the table's own."""

        def __init__(self, count):
            self.left, self.rest = count, b"text,date\n"

        def readline(self, size=-1):
            row, self.rest = self.rest, b""
            if not row and self.left:
                self.left -= 1
                row = b'"%d %s",2024-03-06\n' % (self.left, b"people were killed " * 50)
            return row

    def peak(count):
        given = opened(Place("x.csv"), BytesIO(b"text,date\nOne,2024\n"))._replace(stream=Rows(count))
        tracemalloc.start()
        read = sum(1 for _ in Intake().take(given))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert read == count
        return most

    peak(2_500)  # Python keeps some of the first values for later ones
    assert peak(4_000) < 1.15 * peak(400) + 20_000
