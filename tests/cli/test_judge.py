"""`sayso judge`: what a person decides of claims and events, seen in every command that shows a ledger."""

import json

import pytest

from sayso.ledger.sqlite import open_ledger
from sayso.ledger.verify import verify

TEXT = "The army said at least {} people were killed in {}. A medic said nine were injured."
TOWNS = ("Orvelo on 7 February 2018", "Orvelo on 7 February 2018", "Veldhamn on 2 March 2018")


@pytest.fixture
def ledger(sayso, tmp_path):
    reports = tmp_path / "reports.jsonl"
    told = [
        {"id": f"d{k}", "text": TEXT.format(12 + k, town), "published": "2018-03-05"} for k, town in enumerate(TOWNS)
    ]
    reports.write_text("".join(json.dumps(one) + "\n" for one in told), "utf-8")
    path = tmp_path / "a.db"
    assert sayso("add", reports, "--ledger", path, "--by", "ada").exit_code == 0
    return path


@pytest.fixture
def run(sayso, ledger):
    def go(*args, status=0):
        by = ("--by", "Ada Brandt") if args[0] == "judge" else ()
        done = sayso(*args, "--ledger", ledger, *by)
        assert done.exit_code == status, done.output
        return done.stdout if status == 0 else done.stderr

    return go


@pytest.fixture
def events(run):
    return lambda: [json.loads(line) for line in run("events", "--format", "jsonl").splitlines()]


def test_two_events_become_one_and_two_again(run, events):
    one, other = events()
    said = run("judge", "merge", one["id"], other["id"], "--why", "two names of one town")
    assert "merge: " in said
    (both,) = events()
    assert {*both["claims"]} == {*one["claims"], *other["claims"]}
    assert "one event: " in run("account", both["id"])
    run("judge", "split", both["id"], *other["claims"], "--why", "no, two towns")
    assert [event["claims"] for event in events()] == [one["claims"], other["claims"]]
    run("judge", "apart", one["id"], other["id"], "--why", "and so it stays")
    assert len(events()) == 2


def test_a_rejected_claim_is_shown_as_rejected_wherever_it_was(run, events):
    event = events()[0]
    claim = event["claims"][0]
    run("judge", "reject", claim, "--why", "a film is meant")
    assert claim not in {one for each in events() for one in each["claims"]}
    assert "rejected" in run("account", event["claims"][-1])
    assert "a film is meant" in run("why", claim)
    assert "since it was rejected" in run("account", claim[:12], status=1)
    assert f"{claim}: rejected" in run("diff", "1")
    run("judge", "accept", claim, "--why", "no, the war")
    assert claim in {one for each in events() for one in each["claims"]}


def test_a_review_a_note_and_a_mark_are_rows_with_an_author(run, events, ledger):
    event = events()[0]
    run("judge", "review", event["id"], "--why", "both reports read")
    run("judge", "note", event["id"], "asked the mayor")
    run("judge", "mark", event["claims"][0], "figure", "people", "--means", "12..", "--why", "as it stands")
    log = run("log", "--last", "3")
    assert f"{event['id']}: reviewed with {len(event['claims'])} claims, because both reports read" in log
    assert f"{event['id']}: asked the mayor" in log
    assert log.count("Ada Brandt: ") == 3
    account = run("account", event["id"])
    assert "asked the mayor" in account
    assert "both reports read" in account
    with open_ledger(str(ledger), "read") as store:
        assert verify(store).broken is None


def test_a_claim_the_reader_missed_is_added_counts_and_is_taken_back(run, events):
    words = ("judge", "add", "d2", "people were killed in Veldhamn on 2 March 2018", "--source", "A medic", "--type")
    run(*words, "shelling", "--date", "2018-03-02", "--place", "Veldhamn", "--figure", "killed=30..", "--why", "missed")
    row = run("log", "--last", "1").split()[0]
    assert "added, because missed" in run("log", "--last", "1")
    (event,) = (one for one in events() if "d2" in one["documents"])
    (total,) = (one for one in event["estimates"] if one["effect"] == "killed" and one["group"] is None)
    assert (total["low"], total["high"]) == (14, None)
    assert any(voice["name"] == "A medic" for voice in event["voices"])
    run("judge", "retract", row, "--why", "it was not missed")
    (event,) = (one for one in events() if "d2" in one["documents"])
    assert len(event["claims"]) == 2


@pytest.mark.parametrize(
    ("args", "status", "message"),
    [
        (("merge", "EVENT"), 1, "give two events"),
        (("merge", "EVENT", "zzz"), 1, "no event"),
        (("split", "EVENT", "CLAIM"), 0, ""),
        (("split", "EVENT", "zzz"), 1, "no claim or event 'zzz'"),
        (("reject", "zzz"), 1, "no claim or event 'zzz'"),
        (("mark", "CLAIM", "place", "Selvik"), 1, "does not stand in the report"),
        (("mark", "CLAIM", "date", "Orvelo on 7 February"), 1, "give the date"),
        (("mark", "CLAIM", "figure", "people"), 1, "is no number"),
        (("mark", "CLAIM", "mood", "people"), 2, "is not one of"),
        (("add", "d9", "people"), 1, "no document 'd9'"),
        (("add", "d1", "nobody"), 1, "does not stand in the report"),
        (("add", "d1", "people", "--figure", "killed"), 2, "write EFFECT=N"),
        (("add", "d1", "people", "--figure", "hurt=3"), 2, "Invalid enum value 'hurt'"),
        (("add", "d1", "people", "--type", "quarrel"), 1, "no event type 'quarrel'"),
        (("add", "d1", "people", "--date", "Tuesday"), 1, "is not a date as EDTF writes it"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(run, events, args, status, message):
    event = events()[0]
    before = run("log")
    named = {"EVENT": event["id"], "CLAIM": event["claims"][0]}
    said = run("judge", *(named.get(arg, arg) for arg in args), "--why", "x", status=status)
    assert message in said
    assert (run("log") == before) == (status != 0)
