import json
import re

import pytest
from jsonschema import Draft202012Validator

from sayso.publish.jsonl import schema
from sayso.run import readers

TEXT = "The army said at least 12 people were killed in Aleppo on 7 February 2018."


def rows(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def lines(path, *texts):
    path.write_text("".join(json.dumps({"id": f"d{k}", "text": text}) + "\n" for k, text in enumerate(texts)), "utf-8")
    return path


def test_jsonl(sayso, report):
    result = sayso("read", report, "--format", "jsonl")
    assert result.exit_code == 0
    assert result.stderr == ""
    (row,) = rows(result)
    Draft202012Validator(json.loads(schema())).validate(row)
    assert row["language"] == "en"
    assert row["claims"][0]["casualties"][0]["low"] == 12


def test_mentions_only_where_asked_for(sayso, report):
    assert "mentions" not in rows(sayso("read", report, "--format", "jsonl"))[0]
    assert rows(sayso("read", report, "--format", "jsonl", "--mentions"))[0]["mentions"]


def test_text_and_tree(sayso, report):
    plain = sayso("read", report)
    assert plain.exit_code == 0
    assert "at least 12" in plain.stdout
    assert "\x1b" not in plain.stdout
    assert "└─ The army" in sayso("read", "--tree", report).stdout


def test_documents_come_in_the_order_of_the_inputs(sayso, tmp_path, report):
    some = lines(tmp_path / "b.jsonl", TEXT, TEXT, TEXT)
    result = sayso("read", some, report, "--format", "jsonl")
    assert [row["id"] for row in rows(result)][:3] == ["d0", "d1", "d2"]
    assert len(rows(result)) == 4


@pytest.mark.parametrize("stdin", [TEXT, json.dumps({"text": TEXT}) + "\n"])
def test_standard_input(sayso, stdin):
    result = sayso("read", "-", "--format", "jsonl", stdin=stdin)
    assert result.exit_code == 0
    assert len(rows(result)[0]["claims"]) == 1


def test_what_cannot_be_read_has_a_line_and_a_message_and_the_rest_go_on(sayso, tmp_path):
    path = tmp_path / "some.jsonl"
    good = json.dumps({"id": "good", "text": TEXT})
    absent = json.dumps({"id": "absent", "title": "A"})
    foreign = json.dumps({"id": "foreign", "text": TEXT, "language": "xx"})
    path.write_text(f"{good}\n\n{absent}\nnot json\n[]\n{foreign}\n{good}\n", "utf-8")
    missing = tmp_path / "missing.txt"
    result = sayso("read", path, missing, "--format", "jsonl")
    assert result.exit_code == 3
    found = rows(result)
    assert [row["id"] for row in found] == [
        "good", "absent", f"{path}:4", f"{path}:5", "foreign", "good", str(missing),
    ]  # fmt: skip
    wrong = [row for row in found if "error" in row]
    assert all(list(row) == ["id", "error"] for row in wrong)
    assert [row["error"].split(": ")[0] for row in wrong] == [f"{path}:{n}" for n in (3, 4, 5, 6)] + [str(missing)]
    assert result.stderr.splitlines() == [f"sayso: {row['error']}" for row in wrong]


@pytest.mark.parametrize("form", ["text", "html"])
def test_what_cannot_be_read_is_told_in_every_format(sayso, tmp_path, report, form):
    missing = tmp_path / "missing.txt"
    result = sayso("read", missing, report, "--format", form)
    assert result.exit_code == 3
    assert result.stderr == f"sayso: {missing}: no such file; check the path\n"
    assert "The army" in result.stdout


def test_trouble_on_standard_input_names_the_line(sayso):
    good = json.dumps({"text": TEXT})
    foreign = json.dumps({"text": TEXT, "language": "xx"})
    result = sayso("read", "-", stdin=f"{good}\n\n{foreign}\n")
    assert result.exit_code == 3
    assert result.stderr.startswith("sayso: standard input:3: no language pack for 'xx'")


def test_a_fault_of_ours_costs_one_document(sayso, tmp_path, monkeypatch):
    from sayso.run import one

    def fail(document, packs, **more):
        if document.id == "d1":
            raise IndexError("far out")
        return real(document, packs, **more)

    real = one.read_document
    monkeypatch.setattr(one, "read_document", fail)
    result = sayso("read", lines(tmp_path / "a.jsonl", TEXT, TEXT, TEXT), "--format", "jsonl")
    assert result.exit_code == 3
    assert ["error" in row for row in rows(result)] == [False, True, False]
    assert "IndexError: far out" in result.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "Missing argument"),
        (["--reader", "both"], "Invalid value for '--reader'"),
        (["--tree", "--format", "html"], "--tree"),
        (["--mentions"], "--format jsonl"),
        (["--jobs", "0"], "0 is not in the range x>=1"),
        (["--language", "xx"], "no language pack for it; there are packs for: en, "),
        (["--format", "pdf"], "Invalid value"),
        (["--output", "nowhere/page.html"], "there is no folder nowhere"),
    ],
)
def test_wrong_usage(sayso, report, args, said):
    result = sayso("read", *args, *([report] if args else []))
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(("reader", "mode"), [("grammar", "grammar"), ("neural", "neural"), ("auto", "neural")])
def test_reader(sayso, report, reader, mode):
    result = sayso("read", "--reader", reader, report, "--format", "jsonl")
    (row,) = rows(result)
    assert row["reader"]["mode"] == mode
    ((start, end),) = row["claims"][0]["attribution"][0]["source"]["span"]
    assert TEXT[start:end] == "The army"


def test_without_the_tagger_neural_says_what_to_install_and_auto_reads_by_the_grammar(sayso, report, monkeypatch):
    monkeypatch.setattr(readers, "entry_points", lambda group: ())
    refused = sayso("read", "--reader", "neural", report)
    assert refused.exit_code == 2
    assert "pip install ./weights" in refused.stderr
    result = sayso("read", "--reader", "auto", report, report, "--format", "jsonl")
    assert [row["reader"]["mode"] for row in rows(result)] == ["grammar", "grammar"]
    assert result.stderr.count("reading by the grammar alone") == 1


def test_a_language_is_given_to_those_without_one(sayso, tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text(json.dumps({"text": "12."}) + "\n" + json.dumps({"text": "12.", "language": "en"}) + "\n", "utf-8")
    assert sayso("read", path).exit_code == 3
    found = rows(sayso("read", path, "--language", "sv", "--format", "jsonl"))
    assert [row["language"] for row in found] == ["sv", "en"]


def test_output_to_a_file(sayso, tmp_path, report):
    for form in ("jsonl", "text", "html"):
        path = tmp_path / f"out.{form}x"
        result = sayso("read", report, "--format", form, "--output", path)
        assert result.exit_code == 0
        assert result.stdout == ""
        assert path.read_text("utf-8") == sayso("read", report, "--format", form).stdout
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.htmlx", "out.jsonlx", "out.textx", "report.txt"]


def test_a_page_that_fails_leaves_the_old_one(sayso, tmp_path, report, monkeypatch):
    from sayso.publish.html import Page

    page = tmp_path / "page.html"
    page.write_text("old", "utf-8")
    monkeypatch.setattr(Page, "finish", lambda self: 1 / 0)
    assert isinstance(sayso("read", report, "--format", "html", "--output", page).exception, ZeroDivisionError)
    assert page.read_text("utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["page.html", "report.txt"]


def test_an_input_is_never_written_over(sayso, tmp_path, report):
    before = report.read_bytes()
    for paths, output in (([report], report), ([tmp_path], tmp_path / "new.jsonl")):
        result = sayso("read", *paths, "--format", "jsonl", "--output", output)
        assert result.exit_code == 2
        assert "among the inputs" in result.stderr
    assert report.read_bytes() == before
    assert "among the inputs" in sayso("read", tmp_path, "--format", "html", "--output", tmp_path / "page.html").stderr


def test_the_same_bytes_again(sayso, report):
    for form in ("jsonl", "text", "html"):
        assert sayso("read", report, "--format", form).stdout == sayso("read", report, "--format", form).stdout


def test_help_shows_examples(sayso):
    shown = sayso("read", "--help").stdout
    assert re.search(r"^ +sayso read report\.txt$", shown, re.MULTILINE)
    assert "Exit status" in shown


def test_schema(sayso):
    result = sayso("schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json.loads(schema())
