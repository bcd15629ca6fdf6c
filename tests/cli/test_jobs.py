"""`--jobs`: what comes out is the same to the byte, however many processes read."""

import json

import pytest

from sayso.run.many.crew import Crew

TEXT = "The army said at least {} people were killed in Orvelo on 7 February 2018. A medic said {} were injured."
FORMATS = (["--format", "text"], ["--tree"], ["--format", "html"], ["--format", "jsonl", "--mentions", "--summary"])


@pytest.fixture
def inputs(tmp_path):
    """Reports in plenty, one of them twice, and among them what cannot be read for every kind of reason."""
    rows = [{"id": f"d{k}", "text": TEXT.format(k, k + 1), "published": "2018-03-05"} for k in range(40)]
    rows[17] |= {"text": "Bonjour.", "language": "fr"}
    rows[23] |= {"text": "half \ud800 a sign"}
    rows.insert(30, rows[28])
    lines = [json.dumps(row) for row in rows]
    lines.insert(20, "no JSON")
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    plain = tmp_path / "plain.txt"
    plain.write_text(TEXT.format(77, 78), "utf-8")
    return path, tmp_path / "none.txt", plain


@pytest.mark.parametrize("form", FORMATS, ids=" ".join)
def test_read_prints_the_same(sayso, inputs, form):
    one, two = (sayso("read", *form, "--jobs", jobs, *inputs) for jobs in (1, 2))
    assert (one.exit_code, one.stdout_bytes, one.stderr) == (two.exit_code, two.stdout_bytes, two.stderr)
    assert one.exit_code == 3
    assert one.stderr.count("\n") >= 4


@pytest.mark.parametrize("reader", ["neural", "auto"])
def test_the_tagger_reads_the_same(sayso, inputs, reader):
    one, two = (
        sayso("read", "--format", "jsonl", "--reader", reader, "--jobs", jobs, *inputs).stdout_bytes for jobs in (1, 2)
    )
    assert one == two
    assert b'"mode":"neural"' in one


def test_a_gazetteer_given_is_used_by_all(sayso, inputs, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    orvelo = "9\tOrvelo\tOrvelo\t\t10.5\t20.5\tP\tPPL\tXX\t\t\t\t\t\t5000\t\t\t\t2020-01-01\n"
    (tmp_path / "dump.txt").write_text(orvelo, "utf-8")
    one, two = (
        sayso("read", "--format", "jsonl", "--gazetteer", "dump.txt", "--jobs", jobs, *inputs).stdout_bytes
        for jobs in (1, 2)
    )
    assert one == two
    assert b'"lat":10.5' in one


def test_add_writes_the_same_rows(sayso, inputs, tmp_path):
    told, rows = {}, {}
    for jobs in ("1", "2"):
        ledger = tmp_path / f"{jobs}.db"
        how = ("--ledger", ledger, "--by", "ada", "--at", "2026-03-06", "--jobs", jobs)
        done = [sayso("add", *how, inputs[2]), sayso("add", *how, *inputs), sayso("add", "--again", *how, *inputs)]
        told[jobs] = [(one.exit_code, one.stdout.replace(str(ledger), ""), one.stderr) for one in done]
        rows[jobs] = sayso("log", "--ledger", ledger, "--format", "jsonl").stdout
    assert told["1"] == told["2"]
    assert rows["1"] == rows["2"]
    assert "2 known, 4 that could not be read" in told["2"][1][1]


def test_the_number_is_taken_from_the_environment(sayso, inputs, monkeypatch):
    monkeypatch.setenv("SAYSO_JOBS", "none")
    done = sayso("add", *inputs)
    assert done.exit_code == 2
    assert "SAYSO_JOBS" in done.stderr


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_process_that_is_lost_ends_the_command_and_says_so(sayso, inputs, tmp_path, monkeypatch, command):
    """Killed once both had begun: what was added before is safe, and a repeat goes on."""
    begin = Crew.begin

    def lost(crew):
        begun = begin(crew)
        for worker in crew._workers:
            worker.process.kill()
        return begun

    monkeypatch.setattr(Crew, "begin", lost)
    ledger = ("--ledger", tmp_path / "a.db") if command == "add" else ()
    done = sayso(command, *ledger, "--jobs", 2, *inputs)
    assert done.exit_code == 1
    assert "a process that reads was killed by signal 9" in done.stderr
    assert "use fewer --jobs" in done.stderr
    if ledger:
        assert "Before that, 0 documents new; 0 claims new were added and are safe" in done.stderr
        monkeypatch.undo()
        assert "39 documents new" in sayso(command, *ledger, *inputs).stdout


def test_a_tagger_that_is_not_there_is_told_once(sayso, inputs, monkeypatch):
    monkeypatch.setattr(Crew, "begin", lambda crew: (crew.by, "reading by the grammar alone: no tagger"))
    done = sayso("read", "--reader", "auto", "--jobs", 2, inputs[2])
    assert done.stderr == "sayso: reading by the grammar alone: no tagger\n"
