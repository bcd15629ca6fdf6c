"""The commands take in every form: what they print of it, and the options."""

import gzip
import json
import zipfile

import pytest

from sayso.ingest import fast

TEXT = "The army said at least 12 people were killed in Aleppo on 7 February 2018."
PAGE = f"""<!DOCTYPE html><html><head><title>A raid</title>
<meta property="article:published_time" content="2018-02-08T06:00:00+03:00">
<meta property="og:site_name" content="The Lantern">
</head><body><p>{TEXT}</p><script>alert(1)</script></body></html>"""


@pytest.fixture
def folder(tmp_path):
    """Eight documents of four forms, two files of no form, and one that is broken."""
    into = tmp_path / "in"
    into.mkdir()
    (into / "a.html").write_text(PAGE, "utf-8")
    (into / "b.txt").write_text(TEXT + " Again.", "utf-8")
    (into / "c.jsonl").write_text(
        "".join(json.dumps({"text": f"{TEXT} {k}.", "language": "en"}) + "\n" for k in range(4)) + "{\n", "utf-8"
    )
    with zipfile.ZipFile(into / "d.zip", "w") as archive:
        archive.writestr("e.txt", "Armén uppger att minst tolv personer dödades i Aleppo i går, på onsdagen.")
        archive.writestr("e.png", b"\x89PNG\0")
    (into / "f.txt.gz").write_bytes(gzip.compress(f"{TEXT} Once more.".encode()))
    (into / "g.css").write_text("p { color: red }", "utf-8")
    return into


ROWS = [
    ["jsonl", "en", "read", "4"], ["jsonl", "–", "not read", "1"], ["page", "en", "read", "1"],
    ["text", "en", "read", "2"], ["text", "sv", "read", "1"],
]  # fmt: skip


def table(shown):
    lines = shown.splitlines()
    at = next(k for k, line in enumerate(lines) if line.startswith("form "))
    rows = [[part.strip() for part in line.split("  ") if part.strip()] for line in lines[at + 1 :]]
    return [row for row in rows if len(row) == 4]


def test_a_folder_of_everything_is_added_with_a_table(sayso, folder, tmp_path):
    done = sayso("add", folder, "--ledger", tmp_path / "l.db", "--by", "ada", "--at", "2026-03-06")
    assert done.exit_code == 3
    assert done.stdout.startswith("9 documents\npassed over · 2 of no known form\n")
    assert table(done.stdout) == ROWS
    assert "8 documents new, 1 that could not be read" in done.stdout.splitlines()[-1]
    again = sayso("add", folder, "--ledger", tmp_path / "l.db", "--by", "ada", "--at", "2026-03-07")
    assert ["page", "–", "known", "1"] in table(again.stdout)
    assert "0 documents new, 8 known" in again.stdout


def test_few_documents_need_no_table(sayso, folder, tmp_path):
    done = sayso("add", folder / "a.html", "--ledger", tmp_path / "l.db", "--by", "ada")
    assert done.stdout.count("\n") == 1


def test_reading_tells_the_sum_on_standard_error_where_asked(sayso, folder):
    plain = sayso("read", folder, "--format", "jsonl")
    assert "documents\n" not in plain.stderr
    summed = sayso("read", folder, "--format", "jsonl", "--summary")
    assert summed.stdout == plain.stdout
    assert table(summed.stderr) == ROWS


def test_a_page_is_read_with_what_it_says_of_itself(sayso, folder):
    row = json.loads(sayso("read", folder / "a.html", "--format", "jsonl").stdout)
    assert (row["title"], row["publisher"], row["published"]) == ("A raid", "The Lantern", "2018-02-08T06:00:00+03:00")
    assert row["language"] == "en"


def test_a_claim_in_an_archive_can_be_asked_why(sayso, folder):
    row = json.loads(sayso("read", folder / "f.txt.gz", "--format", "jsonl").stdout)
    assert "killed" in sayso("why", row["claims"][0]["id"], folder / "f.txt.gz").stdout


def test_the_digest_of_the_bytes_stands_in_the_ledger(sayso, folder, tmp_path):
    import hashlib
    import sqlite3

    sayso("add", folder / "a.html", "--ledger", tmp_path / "l.db", "--by", "ada")
    with sqlite3.connect(tmp_path / "l.db") as ledger:
        ((body,),) = ledger.execute("select body from ledger where kind = 'document'").fetchall()
    ledger.close()
    assert json.loads(body)["raw"] == hashlib.sha256((folder / "a.html").read_bytes()).hexdigest()


def test_a_limit_is_set_on_the_command_line(sayso, folder):
    done = sayso("read", folder / "a.html", "--limit", "page-bytes=100B")
    assert done.exit_code == 3
    assert "larger than 100 bytes, the limit page-bytes" in done.stderr
    assert sayso("read", folder / "a.html", "--limit", "page-bytes=1KiB", "--limit", "depth=1").exit_code == 0


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("page-bytes", "not an amount; write it as page-bytes=50MiB"),
        ("page-bytes=-1", "not an amount"),
        ("page-bytes=5 apples", "not an amount"),
        ("depth=3MiB", "not an amount; write it as depth=5"),
        ("pages=3", "no such limit; there are page-bytes, tags, unpacked-bytes, ratio, members, depth"),
    ],
)
def test_a_limit_that_is_none(sayso, folder, setting, said):
    done = sayso("add", folder, "--limit", setting)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())


@pytest.mark.parametrize("columns", ["body", "text=", "=body", "words=body"])
def test_columns_that_name_no_field(sayso, folder, columns):
    done = sayso("read", folder, "--columns", columns)
    assert done.exit_code == 2
    assert "write FIELD=COLUMN; the fields are text, title" in " ".join(done.stderr.split())


def test_the_forms_are_listed(sayso):
    shown = sayso("ingestors").stdout
    assert "a web archive: every page captured" in shown
    rows = [json.loads(line) for line in sayso("ingestors", "--format", "jsonl").stdout.splitlines()]
    assert rows[-1]["name"] == "text"
    assert all(list(row) == ["name", "about", "known", "install"] for row in rows)


def test_what_is_not_installed_is_said(sayso, monkeypatch):
    from sayso.ingest.plain import PLAIN
    from sayso.run import ingestors

    monkeypatch.setattr(ingestors, "INGESTORS", (PLAIN._replace(extra="bench"),))
    assert "text: pip install 'sayso[bench]'" in sayso("ingestors").stdout


def test_pages_of_a_large_crawl(sayso, folder):
    usual, found = (sayso("read", *more, "--format", "jsonl", folder / "a.html") for more in ([], ["--fast-pages"]))
    assert json.loads(found.stdout)["claims"] == json.loads(usual.stdout)["claims"] != []
    added = sayso("add", "--fast-pages", folder / "a.html", "--ledger", folder / "l.db", "--by", "ada")
    assert "1 document new" in added.stdout


def test_fast_pages_without_their_extra_say_what_to_install(sayso, folder, monkeypatch):
    monkeypatch.setattr(fast, "find_spec", lambda _: None)
    done = sayso("read", "--fast-pages", folder)
    assert done.exit_code == 2
    assert "pip install 'sayso[scale]'" in done.stderr
