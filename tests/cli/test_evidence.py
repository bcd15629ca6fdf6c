"""The commands about evidence, as a user has them."""

import hashlib
import json
import shutil
import subprocess
import zipfile

import pytest

TEXT = "Police in Orvelo said that {n} people were killed on 7 February 2018. A medic said 15 were injured."


@pytest.fixture
def ledger(sayso, tmp_path):
    """A ledger of three pages of one address and a line of JSON."""
    for n in (8, 9, 10):
        page = tmp_path / f"page-{n}.html"
        page.write_text(
            f'<!DOCTYPE html><html lang="en"><head><title>Blast in Orvelo</title><link rel="canonical" '
            f'href="https://harbourpost.example/orvelo"><meta property="og:site_name" content="The Harbour Post">'
            f'<meta property="article:published_time" content="2018-02-08T0{n - 8}:00:00Z"></head><body><article>'
            f"<p>{TEXT.format(n=n)}</p></article></body></html>",
            "utf-8",
        )
    line = tmp_path / "line.jsonl"
    line.write_text(json.dumps({"id": "wire", "text": TEXT.format(n=10), "published": "2018-02-09"}) + "\n", "utf-8")
    made = tmp_path / "a.db"
    pages = sorted(tmp_path.glob("page-*.html"), key=lambda path: (len(path.name), path.name))
    done = sayso("add", "--ledger", made, "--by", "ada", "--at", "2026-03-06", "--language", "en", *pages, line)
    assert done.exit_code == 0, done.output
    return made


@pytest.fixture
def event(sayso, ledger):
    return json.loads(sayso("events", "--ledger", ledger, "--format", "jsonl").stdout.splitlines()[0])["id"]


@pytest.fixture
def export(sayso, ledger, event, tmp_path):
    def run(name="out.zip", status=0):
        done = sayso("evidence", "export", event[:9], "--ledger", ledger, "--output", tmp_path / name)
        assert done.exit_code == status, done.output
        return tmp_path / name, done

    return run


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="needs the command sha256sum")
def test_an_export_is_checked_by_sha256sum(export, tmp_path):
    path, _ = export()
    with zipfile.ZipFile(path) as bundle:
        bundle.extractall(tmp_path / "out")
    check = ["sha256sum", "-c", "--strict", "manifest.sha256"]
    done = subprocess.run(check, cwd=tmp_path / "out", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    files = {one.relative_to(tmp_path / "out").as_posix() for one in (tmp_path / "out").rglob("*") if one.is_file()}
    assert {line.partition(": ")[0] for line in done.stdout.splitlines()} == files - {"manifest.sha256"}
    (tmp_path / "out" / "account.md").write_text("another account")
    assert subprocess.run(check, cwd=tmp_path / "out", capture_output=True, check=False).returncode == 1


def test_an_export_holds_what_the_reports_were_taken_from(export, tmp_path):
    path, _ = export()
    with zipfile.ZipFile(path) as bundle:
        documents = [json.loads(line) for line in bundle.read("documents.jsonl").splitlines()]
        claims = [json.loads(line) for line in bundle.read("claims.jsonl").splitlines()]
        texts = {one["key"]: bundle.read(one["text_file"]).decode() for one in documents}
        raws = {bundle.read(one["raw_file"]) for one in documents}
        readme = bundle.read("README.txt").decode()
    assert {path.read_bytes() for path in tmp_path.glob("page-*.html")} < raws
    assert (tmp_path / "line.jsonl").read_bytes() in raws
    said = {texts[one["document"]][slice(*one["claim"]["content"][0])] for one in claims}
    assert "10 people were killed on 7 February 2018" in said
    assert "sha256sum -c manifest.sha256" in readme


def test_the_rows_in_an_export_have_the_hashes_they_say(export):
    path, _ = export()
    with zipfile.ZipFile(path) as bundle:
        rows = [json.loads(line) for line in bundle.read("rows.jsonl").splitlines()]
    for row in rows:
        parts = [row[name] for name in ("prev", "seq", "kind", "about", "body", "by", "at")]
        written = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
        assert hashlib.sha256(written.encode()).hexdigest() == row["hash"]
    assert {row["kind"] for row in rows} == {"document", "reading", "claim"}


def test_the_same_ledger_gives_the_same_zip(export):
    assert export("a.zip")[0].read_bytes() == export("b.zip")[0].read_bytes()


def test_bytes_that_are_missing_are_told_and_the_rest_is_exported(export, sayso, ledger, tmp_path):
    lost = hashlib.sha256((tmp_path / "page-8.html").read_bytes()).hexdigest()
    (tmp_path / "a-evidence" / lost[:2] / f"{lost}.zst").unlink()
    path, done = export(status=3)
    assert f"{lost}.zst: is missing" in done.stderr
    with zipfile.ZipFile(path) as bundle:
        assert "Not in raw/, since\n" in bundle.read("README.txt").decode()
        assert sum(name.startswith("raw/") for name in bundle.namelist()) == 3
    checked = sayso("verify", "--ledger", ledger)
    assert checked.exit_code == 1
    assert "the bytes of 1 of 4 documents are missing or changed" in checked.stdout
    assert sayso("verify", "--ledger", ledger, "--no-evidence").exit_code == 0
    again = ("add", "--ledger", ledger, "--by", "ada", "--language", "en", tmp_path / "page-8.html")
    assert sayso(*again).exit_code == 0
    assert sayso("verify", "--ledger", ledger).exit_code == 0, "adding the page again brought them back"


def test_no_evidence_keeps_none(sayso, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(TEXT.format(n=3), "utf-8")
    done = sayso("add", "--no-evidence", "--ledger", tmp_path / "b.db", "--by", "ada", "--language", "en", page)
    assert done.exit_code == 0
    assert not (tmp_path / "b-evidence").exists()
    assert sayso("verify", "--ledger", tmp_path / "b.db").stdout.count("\n") == 1


def test_evidence_in_another_folder(sayso, tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_EVIDENCE", str(tmp_path / "kept"))
    page = tmp_path / "page.txt"
    page.write_text(TEXT.format(n=3), "utf-8")
    sayso("add", "--ledger", tmp_path / "b.db", "--by", "ada", "--language", "en", page)
    assert (
        f"{tmp_path / 'kept'}: whole; the bytes of 1 document\n"
        in sayso("verify", "--ledger", tmp_path / "b.db").stdout
    )


def test_versions_of_an_address(sayso, ledger):
    shown = sayso("versions", "http://harbourpost.example/orvelo/?utm_source=x", "--ledger", ledger).stdout
    assert "3 versions · The Harbour Post · Blast in Orvelo" in shown
    assert "- Police in Orvelo said that 8 people were killed on 7 February 2018." in shown
    assert "+ Police in Orvelo said that 9 people were killed on 7 February 2018." in shown
    assert shown.count("Claims with other figures: 1") == 2
    found = json.loads(
        sayso("versions", "https://harbourpost.example/orvelo", "--ledger", ledger, "--format", "json").stdout
    )
    assert [one["published"] for one in found["versions"]] == sorted(one["published"] for one in found["versions"])
    assert [one["what"] for each in found["revisions"] for one in each["claims_changed"]] == ["figure", "figure"]


def test_an_address_that_is_not_there(sayso, ledger):
    done = sayso("versions", "https://elsewhere.example/", "--ledger", ledger)
    assert done.exit_code == 1
    assert "no document in" in done.stderr
