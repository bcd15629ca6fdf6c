"""The commands about a ledger."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from sayso.cli.ledger import opened
from sayso.ledger.sqlite import open_ledger
from sayso.ledger.verify import verify

WAIT = 60
TEXT = "The army said at least {} people were killed in Orvelo on 7 February 2018. A medic said {} were injured."
posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")


def lines(first, last):
    return "".join(
        json.dumps({"id": f"d{k}", "text": TEXT.format(k, k + 1), "published": "2018-03-05"}) + "\n"
        for k in range(first, last)
    )


@pytest.fixture
def ledger(tmp_path):
    return tmp_path / "a.db"


@pytest.fixture
def reports(tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_text(lines(10, 14), "utf-8")
    return path


@pytest.fixture
def run(sayso, ledger):
    """Run a command on the ledger, which must end as expected."""

    def go(*args, status=0, at="2026-03-06", **more):
        writes = args[0] in ("add", "tag", "judge")
        done = sayso(*args, "--ledger", ledger, *(("--by", "ada", "--at", at) if writes else ()), **more)
        assert done.exit_code == status, done.output
        return done

    return go


@pytest.fixture
def added(run, reports):
    run("add", reports)
    return [json.loads(line) for line in run("log", "--format", "jsonl").stdout.splitlines()]


@pytest.fixture
def claims(added):
    return [row["about"] for row in added if row["kind"] == "claim"]


def test_add_says_what_it_did_and_a_repeat_adds_nothing(run, reports, ledger):
    first = run("add", reports).stdout
    assert first.startswith(f"{ledger}: 4 documents new, 2 of them copies of others; 8 claims new; 16 rows, the last ")
    held = ledger.read_bytes()
    second = run("add", reports, at="2026-03-09").stdout
    assert second.startswith(f"{ledger}: 0 documents new, 4 known; 0 claims new; 16 rows, the last ")
    assert run("add", "--again", reports, at="2026-03-09").stdout == second
    assert second.split()[-1] == first.split()[-1]
    assert ledger.read_bytes() == held


def test_add_goes_on_where_some_cannot_be_read(run, reports, tmp_path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "x"}\n' + lines(20, 21) + "no JSON\n", "utf-8")
    done = run("add", reports, bad, tmp_path / "none.txt", status=3)
    assert re.search(
        r"5 documents new, \d of them copies of others, 3 that could not be read; 10 claims new", done.stdout
    )
    assert "none.txt: no such file" in done.stderr
    assert run("verify").exit_code == 0


def test_add_reads_standard_input_and_a_language(run):
    done = run("add", "-", "--language", "en", stdin="Two killed.")
    assert "1 document new" in done.stdout
    again = run("add", "-", "--language", "en", stdin="Two killed.")
    assert "0 documents new, 1 known" in again.stdout


def test_add_reads_again_by_another_reader(run, reports):
    assert "4 documents new" in run("add", reports, "--reader", "grammar").stdout
    assert "0 documents new, 4 read again" in run("add", reports, "--reader", "neural").stdout
    assert "0 documents new, 4 known" in run("add", reports, "--reader", "neural").stdout


def test_add_uses_the_current_folder_and_the_environment(sayso, reports, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_BY", "eva")
    assert sayso("add", reports).stdout.startswith("sayso-ledger.db: 4 documents new")
    assert {row["by"] for row in map(json.loads, sayso("log", "--format", "jsonl").stdout.splitlines())} == {"eva"}
    monkeypatch.setenv("SAYSO_LEDGER", "other.db")
    assert sayso("add", reports).stdout.startswith("other.db: 4 documents new")


def test_rows_have_the_moment_of_recording(sayso, reports, ledger):
    before = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    sayso("add", reports, "--ledger", ledger)
    after = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    with open_ledger(str(ledger), "read") as store:
        assert all(before <= row.at <= after for row in store.rows())


@pytest.mark.parametrize("moment", ["2026-03-06", "2026-03-06T00:00:00Z", "2026-03-06T01:00+01:00"])
def test_a_moment_is_told_in_utc(sayso, reports, ledger, moment):
    assert sayso("add", reports, "--ledger", ledger, "--at", moment).exit_code == 0
    assert opened(ledger, None).at == "2026-03-06T00:00:00Z"


@pytest.mark.parametrize("moment", ["Tuesday", "2026-02-30", "", "9999-12-31T23:59:59-12:00"])
def test_what_is_no_moment_is_wrong_usage(run, reports, ledger, moment):
    done = run("add", reports, at=moment, status=2)
    assert "is not a day or moment as ISO 8601 writes it" in done.stderr
    assert not ledger.exists()


def test_moments_never_go_back(run, added, reports, claims):
    assert "rows never go back in time" in run("add", reports, at="2026-03-05", status=2).stderr
    assert "cannot stand behind row 16" in run("tag", "x", at="2026-03-05", status=1).stderr


def test_log_shows_every_kind_of_row(run, added, claims):
    run("judge", "different", claims[0], claims[2], "--why", "two days")
    run("judge", "correct", claims[0], "event.where.name", "Orvela", "--why", "its new name")
    run("judge", "note", claims[0], "asked the ministry")
    run("judge", "retract", 18, "--why", "not yet then")
    run("judge", "retract", 17, "--why", "one day")
    run("tag", "draft", "--at-row", 16)
    shown = run("log").stdout.splitlines()
    assert len(shown) == 22
    assert shown[0].startswith("     1  2026-03-06T00:00:00Z  document    ada: ")
    pair = " and ".join(sorted((claims[0], claims[2])))
    assert [line.partition("ada: ")[2] for line in shown[16:]] == [
        f"{pair}: different, because two days",
        f'{claims[0]}: event.where.name is "Orvela", because its new name',
        f"{claims[0]}: asked the ministry",
        "row 18 taken back, because not yet then",
        "row 17 taken back, because one day",
        "draft is row 16",
    ]
    assert "killing · Orvelo · 2018-02-07 · army" in shown[1].lower() or "· Orvelo ·" in shown[1]
    assert "2 claims · en · sayso" in shown[3]


def test_log_takes_some(run, added, claims):
    assert run("log", "--last", 2).stdout.splitlines() == run("log").stdout.splitlines()[-2:]
    assert run("log", "--after", 15).stdout.count("\n") == 1
    assert run("log", "--kind", "document").stdout.count("\n") == 4
    assert run("log", "--kind", "document", "--kind", "reading").stdout.count("\n") == 8
    assert run("log", "--about", claims[0]).stdout.count("\n") == 1
    assert run("log", "--as-of", 3).stdout.count("\n") == 3
    assert run("log", "--as-of", "2026-03-05", status=2)


def test_log_gives_rows_that_anyone_can_hash(run, added):
    import hashlib

    before = "0" * 64
    for row in added:
        parts = [row[key] for key in ("prev", "seq", "kind", "about", "body", "by", "at")]
        written = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
        assert row["prev"] == before
        assert row["hash"] == hashlib.sha256(written.encode()).hexdigest()
        before = row["hash"]


def test_the_documented_way_to_verify_by_hand(sayso, reports, tmp_path, monkeypatch):
    page = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text("utf-8")
    (script,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    last = sayso("add", reports).stdout.split()[-1]
    command = [sys.executable, "-W", "ignore::ResourceWarning", "-c", script]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == last
    with closing(sqlite3.connect("sayso-ledger.db")) as raw, raw:
        raw.execute("DROP TRIGGER ledger_never_changes")
        raw.execute("UPDATE ledger SET by = 'eve' WHERE seq = 3")
    assert "AssertionError: row 3" in subprocess.run(command, capture_output=True, text=True, check=False).stderr


def test_verify_names_the_first_broken_row(run, added, ledger):
    head = run("verify").stdout
    assert head == (
        f"{ledger}: whole; 16 rows, the last {added[-1]['hash']}\n"
        f"{ledger.with_name(ledger.stem)}-evidence: whole; the bytes of 4 documents\n"
    )
    assert run("verify", "--noted", added[3]["hash"][:16]).stdout == head
    assert "no row has the noted hash abc" in run("verify", "--noted", "abc", status=1).stdout
    with closing(sqlite3.connect(ledger)) as raw, raw:
        raw.execute("DROP TRIGGER ledger_never_changes")
        raw.execute("UPDATE ledger SET body = replace(body, 'killed', 'filled') WHERE seq = 5")
    assert run("verify", status=1).stdout == (
        f"{ledger}: broken at row 5: was changed: its hash is not that of what it holds\n"
    )


def test_as_of_a_day_a_row_and_a_tag(run, added, ledger, tmp_path):
    more = tmp_path / "more.jsonl"
    more.write_text(lines(20, 22), "utf-8")
    run("tag", "draft", at="2026-03-06")
    run("add", more, at="2026-03-08")
    assert [len(opened(ledger, moment).documents) for moment in ("2026-03-07", "16", "draft", "2026-03-08", None)] == [
        4, 4, 4, 6, 6,
    ]  # fmt: skip
    assert opened(ledger, "4").head == 4
    assert [len(json.loads(run("diff", *ab, "--format", "json").stdout)["documents_new"]) for ab in (
        ("draft", "2026-03-08"), ("draft",), ("2026-03-08", "draft"), ("16", "17"),
    )] == [2, 2, 0, 0]  # fmt: skip
    assert "Documents new: 2" in run("diff", "draft").stdout
    assert "## Documents gone: 2" in run("diff", "2026-03-08", "draft", "--format", "markdown").stdout
    for command in (["diff", "nope"], ["log", "--as-of", "nope"], ["events", "--as-of", "nope"]):
        assert "no tag 'nope' (there are: draft)" in run(*command, status=2).stderr


def test_a_judgement_changes_what_is_seen(run, added, claims, ledger):
    run("judge", "same", claims[0], "e" + claims[2], "--why", "the same attack")
    run("judge", "unsure", claims[0], claims[4], "--why", "cannot tell")
    assert [one.verdict for one in opened(ledger, None).judgements] == ["same", "unsure"]
    run("judge", "retract", 17, "--why", "no")
    assert [one.verdict for one in opened(ledger, None).judgements] == ["unsure"]
    assert [one.verdict for one in opened(ledger, "18").judgements] == ["same", "unsure"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["same", "xyz", "CLAIM"], "no claim or event 'xyz' among the 8 claims"),
        (["different", "CLAIM", "eCLAIM"], "are the same claim"),
        (["correct", "CLAIM", "event.kind", "x"], "event has no field 'kind'"),
        (["correct", "CLAIM", "certainty", "sure"], "Invalid enum value"),
        (["correct", "xyz", "certainty", "certain"], "no claim or event 'xyz'"),
        (["retract", "99"], "no row 99"),
        (["retract", "1"], "row 1 is a document"),
    ],
)
def test_a_judgement_about_what_is_not_there_is_refused(run, claims, args, message):
    done = run("judge", *(arg.replace("CLAIM", claims[0]) for arg in args), "--why", "x", status=1)
    assert message in done.stderr
    assert run("log").stdout.count("\n") == 16


def test_a_reason_is_needed(run, claims):
    assert "Missing option '--why'" in run("judge", "same", claims[0], claims[1], status=2).stderr
    assert "say why" in run("judge", "same", claims[0], claims[1], "--why", " ", status=1).stderr


READING = (["log"], ["verify"], ["diff", "1"], ["events"], ["tag", "x"], ["judge", "retract", "1", "--why", "x"])


@pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
def test_no_ledger_a_wrong_one_and_a_newer_one(run, ledger, command):
    assert "there is no such ledger; `sayso add` makes one" in run(*command, status=2).stderr
    assert not ledger.exists()
    ledger.write_text("a text that is no ledger, and long enough to be taken for something else\n" * 9, "utf-8")
    assert "is not a ledger" in run(*command, status=2).stderr
    ledger.unlink()
    with open_ledger(str(ledger), "create"), closing(sqlite3.connect(ledger)) as raw:
        raw.execute("PRAGMA user_version = 7")
    assert "was written by a newer sayso" in run(*command, status=2).stderr


def test_add_refuses_what_is_no_ledger(run, ledger, reports):
    ledger.write_bytes(b"x")
    assert "is not a ledger" in run("add", reports, status=2).stderr
    assert ledger.read_bytes() == b"x"


def test_a_store_nobody_opens(sayso):
    done = sayso("log", "--ledger", "postgresql://db/x")
    assert done.exit_code == 2
    assert "nothing installed opens postgresql:// ledgers" in done.stderr


def test_a_locked_ledger_is_told(run, added, ledger, monkeypatch, tmp_path):
    from sayso.ledger import sqlite_file

    more = tmp_path / "more.jsonl"
    more.write_text(lines(20, 22), "utf-8")
    real = sqlite_file._opened
    monkeypatch.setattr(sqlite_file, "_opened", lambda path, access, _: real(path, access, 0.1))
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = run("add", more, status=1)
        assert "is locked by another program; try again when that is done" in done.stderr
        assert "Before that, 0 documents new; 0 claims new" in done.stderr
        assert run("log").stdout.count("\n") == 16
        other.execute("ROLLBACK")
    assert "2 documents new" in run("add", more).stdout


@pytest.mark.parametrize("command", ["add", "log", "verify", "diff", "tag", "judge"])
def test_help_has_examples(sayso, command):
    shown = sayso(command, "--help").stdout
    assert f"  sayso {command}" in shown
    assert "Exit status" in shown


@posix
def test_a_full_disk_costs_nothing_that_was_in(process, ledger, run, added, tmp_path):
    import resource

    more = tmp_path / "more.jsonl"
    more.write_text(lines(20, 60), "utf-8")
    command = ("add", more, "--ledger", ledger, "--by", "ada", "--at", "2026-03-06", "--language", "en")
    limit = ledger.stat().st_size
    full = process(*command, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    _, told = full.communicate(timeout=WAIT)
    assert full.returncode == 1
    assert b"the disk is full" in told
    assert b"0 documents new; 0 claims new were added and are safe" in told
    assert run("verify").stdout.startswith(f"{ledger}: whole; 16 rows, the last {added[-1]['hash']}\n")
    assert "40 documents new" in run(*command[:2], "--language", "en").stdout


@posix
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_leaves_a_whole_ledger_that_goes_on(process, tmp_path, ledger, run, jobs):
    """Reports come in one by one; each that was read is in, also those no batch had taken along yet."""
    command = ("--ledger", ledger, "--by", "ada", "--at", "2026-03-06", "--language", "en")
    running = process("add", "-", *command, "--jobs", jobs, start_new_session=True)
    fed, deadline = 10, time.monotonic() + WAIT
    while not _rows(ledger) and time.monotonic() < deadline:
        running.stdin.write(lines(fed, fed + 1).encode())
        running.stdin.flush()
        fed += 1
        time.sleep(0.2)
    running.stdin.write(lines(fed, fed + 1).encode())
    running.stdin.flush()
    time.sleep(0.5)
    os.killpg(running.pid, signal.SIGINT)
    assert running.wait(timeout=WAIT) == 130
    told = running.stderr.read().decode()
    said = int(re.match(r"sayso: stopped; (\d+) documents? new; ", told)[1])
    assert told.endswith(" are in. Run the same command again to go on\n")
    with open_ledger(str(ledger), "read") as store:
        assert verify(store).broken is None
        stopped = list(store.rows())
    assert stopped[-1].kind == "reading"
    assert sum(row.kind == "document" for row in stopped) == said >= 1
    path = tmp_path / "all.jsonl"
    path.write_text(lines(10, fed + 10), "utf-8")
    told = run("add", path, "--language", "en").stdout
    assert re.search(rf"\b{fed - said} documents new, (\d+ of them copies of others, )?{said} known", told)
    with open_ledger(str(ledger), "read") as store:
        assert list(store.rows(upto=len(stopped))) == stopped


def _rows(ledger):
    if not ledger.exists():
        return 0
    with open_ledger(str(ledger), "read") as store:
        return store.head().seq


def test_adding_only_what_is_not_there_makes_no_ledger(tmp_path):
    ledger = tmp_path / "new.db"
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "add", "nowhere.txt", "--ledger", str(ledger)],
        capture_output=True, text=True, cwd=tmp_path, check=False,
    )  # fmt: skip

    assert done.returncode == 3
    assert "nowhere.txt: no such file" in done.stderr
    assert not ledger.exists()
