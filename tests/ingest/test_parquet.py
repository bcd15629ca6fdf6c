import sys

import duckdb
import pytest
from taking import documents, errors, take

ROWS = """SELECT 'Two men were killed, no ' || i AS body, DATE '2024-03-01' + i::INT AS date,
'The Lantern' AS source, i AS nr"""


def parquet(tmp_path, rows=3, select=ROWS):
    path = tmp_path / "rows.parquet"
    duckdb.connect().execute(f"COPY ({select} FROM range({rows}) r(i)) TO '{path}' (FORMAT parquet)")
    return path.read_bytes()


def test_a_document_a_row(tmp_path):
    found = documents(parquet(tmp_path), "x.parquet", id="nr")
    assert [one.text for one in found] == [f"Two men were killed, no {k}" for k in range(3)]
    assert [one.published for one in found] == ["2024-03-01", "2024-03-02", "2024-03-03"]
    assert [one.id for one in found] == ["0", "1", "2"]
    assert {one.publisher for one in found} == {"The Lantern"}


def test_times_keep_their_zone(tmp_path):
    select = "SELECT 'Two men were killed' AS text, TIMESTAMPTZ '2024-03-07 23:30:00+02' AS published"
    assert documents(parquet(tmp_path, 1, select))[0].published == "2024-03-07T21:30:00+00:00"


def test_rows_in_the_order_of_the_file(tmp_path):
    found = documents(parquet(tmp_path, 20_000), id="nr")
    assert [int(one.id) for one in found] == list(range(20_000))


def test_a_row_without_text_is_named_and_the_rest_go_on(tmp_path):
    select = "SELECT CASE WHEN i = 1 THEN NULL ELSE 'Two were killed' END AS text"
    found = [taken.one for taken in take(parquet(tmp_path, 3, select), "x.parquet")]
    assert found[1].error == "x.parquet!row 2: no text"
    assert found[2].text


def test_names_of_columns_are_names_and_no_commands(tmp_path):
    select = """SELECT 'Two were killed' AS "a"") FROM x; --", 'x' AS y"""
    assert documents(parquet(tmp_path, 1, select), text='a") FROM x; --')[0].text == "Two were killed"


def test_no_column_for_the_text(tmp_path):
    (error,) = errors(parquet(tmp_path, 1, "SELECT 1 AS code"), "x.parquet")
    assert error == "x.parquet: no column that holds the text; its columns are 'code'; say which: --columns text=…"


@pytest.mark.parametrize("cut", [100, 12])
def test_a_damaged_file(tmp_path, cut):
    (error,) = errors(parquet(tmp_path)[:cut], "x.parquet")
    assert error.startswith("x.parquet: a damaged Parquet file (")
    assert str(tmp_path) not in error


def test_without_the_extra_it_says_what_to_install(tmp_path, monkeypatch):
    raw = parquet(tmp_path)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert errors(raw, "x.parquet") == [
        "x.parquet: a Parquet file; to read it, pip install 'sayso[parquet]', or save it as CSV"
    ]
