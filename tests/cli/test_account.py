import copy
import json

import pytest
from jsonschema import Draft202012Validator

from sayso.cli import session
from sayso.publish.jsonl import schema

REPORTS = [
    {
        "id": "post", "publisher": "The Harbour Post", "published": "2024-03-05", "language": "en",
        "title": "Shells hit Port Lirena",
        "text": "Shells struck the harbour of Port Lirena on Tuesday, killing at least three people, port officials "
                "said. The army denied that it had shelled the harbour.",
    },
    {
        "id": "lantern", "publisher": "The Lantern", "published": "2024-03-06", "language": "en",
        "title": "Toll rises in Port Lirena",
        "text": "Nine people were killed when shells struck the harbour of Port Lirena on Tuesday, "
                "port officials said.",
    },
    {
        "id": "other", "publisher": "The Lantern", "published": "2023-01-02", "language": "en",
        "title": "Bomb in Selmira",
        "text": "A car bomb killed two people in Selmira on 1 January 2023, the police said.",
    },
]  # fmt: skip


@pytest.fixture
def ledger(sayso, tmp_path):
    for k, report in enumerate(REPORTS):
        lines = tmp_path / f"{report['id']}.jsonl"
        lines.write_text(json.dumps(report) + "\n", "utf-8")
        added = sayso("add", lines, "--ledger", tmp_path / "l.db", "--by", "Ada", "--at", f"2024-04-0{k + 1}")
        assert added.exit_code == 0, added.stderr
    return tmp_path / "l.db"


@pytest.fixture
def events(sayso, ledger):
    result = sayso("events", "--ledger", ledger, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_events_by_the_contract(events):
    valid = Draft202012Validator(json.loads(schema("event")))
    for event in events:
        valid.validate(event)
    assert events[0]["documents"] == ["post", "lantern"]
    assert "bombing" in {event["type"] for event in events}


def test_the_schema_of_events(sayso):
    assert json.loads(sayso("schema", "event").stdout) == json.loads(schema("event"))


def test_a_table_of_events(sayso, ledger, events):
    shown = sayso("events", "--ledger", ledger).stdout
    assert shown.startswith(f"{len(events)} events\n")
    assert "Port Lirena" in shown
    assert all(event["id"][:9] in shown for event in events)
    by_date = sayso("events", "--ledger", ledger, "--sort", "date").stdout.splitlines()
    assert "Selmira" in by_date[4]


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        (["--since", "2024"], "Port Lirena"),
        (["--until", "2023-12-31"], "Selmira"),
        (["--place", "selm"], "Selmira"),
        (["--type", "bombing"], "Selmira"),
        (["--limit", "1"], "Port Lirena"),
        (["--as-of", "2024-04-02"], "Port Lirena"),
    ],
)
def test_only_some_events(sayso, ledger, asked, place):
    result = sayso("events", "--ledger", ledger, "--format", "jsonl", *asked)
    found = {(json.loads(line)["where"] or {}).get("name") for line in result.stdout.splitlines()} - {None}
    assert found == {place}


@pytest.mark.parametrize(
    "asked", [["--since", "soon"], ["--type", "shell"], ["--limit", "0"], ["--as-of", "never"], ["--sort", "toll"]]
)
def test_wrong_usage(sayso, ledger, asked):
    result = sayso("events", "--ledger", ledger, *asked)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_type_that_is_none_tells_what_is_near(sayso, ledger):
    assert "near it: shelling" in sayso("events", "--ledger", ledger, "--type", "shell").stderr
    assert "there are: attack" in sayso("events", "--ledger", ledger, "--type", "zzz").stderr


@pytest.mark.parametrize("command", [["events"], ["account", "e1"], ["why", "e1"]])
def test_there_is_no_such_ledger(sayso, tmp_path, command):
    result = sayso(*command, "--ledger", tmp_path / "none.db")
    assert result.exit_code == 2
    assert "none.db" in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_the_account(sayso, ledger, events):
    event = events[0]
    shown = sayso("account", event["id"], "--ledger", ledger)
    assert shown.exit_code == 0
    assert shown.stdout.split("\n")[0].endswith(", Port Lirena, 5 March 2024")
    assert all(claim[:8] in shown.stdout for claim in event["claims"])
    assert sayso("account", event["claims"][-1][:10], "--ledger", ledger).stdout == shown.stdout
    marked = sayso("account", event["id"], "--ledger", ledger, "--format", "markdown").stdout
    assert marked.startswith(f"# {shown.stdout.splitlines()[0]}\n")
    assert "## How the figures moved" in marked


def test_the_account_as_of_an_earlier_day(sayso, ledger, events):
    shown = sayso("account", events[0]["id"], "--ledger", ledger, "--as-of", "2024-04-01").stdout
    assert "1 report · " in shown
    assert "Toll rises" not in shown


def test_an_unknown_event(sayso, ledger):
    result = sayso("account", "lirena", "--ledger", ledger)
    assert result.exit_code == 1
    assert "near it" in result.stderr
    assert ", Port Lirena, 5 March 2024" in result.stderr


def test_why_a_claim_down_to_its_rows(sayso, ledger, events):
    claim = events[0]["claims"][0]
    shown = sayso("why", claim[:12], "--ledger", ledger)
    assert shown.exit_code == 0
    assert shown.stdout.startswith(f"claim {claim}\n")
    assert "words/say:" in shown.stdout
    recorded = shown.stdout.split("\nrecorded\n")[1]
    assert "row 1, 2024-04-01T00:00:00Z, by Ada" in recorded
    assert events[0]["id"] in recorded
    assert ", Port Lirena, 5 March 2024" in recorded
    rows = sayso("log", "--ledger", ledger, "--format", "jsonl").stdout.splitlines()
    row = next(json.loads(row) for row in rows if json.loads(row)["about"] == claim)
    assert row["hash"] in recorded


def test_why_with_another_pack(sayso, ledger, events, monkeypatch, packs):
    changed = {code: copy.copy(pack) for code, pack in packs.items()}
    for pack in changed.values():
        pack.digest = "0" * 64
    monkeypatch.setattr(session, "packs_on_demand", lambda: changed)
    shown = sayso("why", events[0]["claims"][0], "--ledger", ledger).stdout
    assert "the language pack has changed since it was read" in " ".join(shown.split())
    assert "words/say:" not in shown


def test_why_an_event(sayso, ledger, events):
    shown = sayso("why", events[0]["id"][:10], "--ledger", ledger)
    assert shown.exit_code == 0
    assert "Why these reports are one event" in shown.stdout
    assert "by the rule" in shown.stdout
    assert "killed, in all" in shown.stdout


def test_why_of_nothing(sayso, ledger):
    result = sayso("why", "zzz", "--ledger", ledger)
    assert result.exit_code == 1
    assert "no event, nor a claim in one" in result.stderr
    several = sayso("why", "", "--ledger", ledger)
    assert several.exit_code == 1
    assert "claims; give more of the id" in several.stderr


def test_why_takes_files_or_a_ledger(sayso, ledger, report):
    assert sayso("why", "abc", report, "--ledger", ledger).exit_code == 2
    assert sayso("why", "abc", report, "--as-of", "1").exit_code == 2
    assert sayso("why", "--all", "--ledger", ledger).exit_code == 2


def test_corrections_and_judgements_are_shown(sayso, ledger, events):
    a, b = events[0]["claims"][0], events[-1]["claims"][0]
    judged = sayso("judge", "different", a, b, "--why", "two towns", "--by", "Bo", "--ledger", ledger)
    assert judged.exit_code == 0, judged.stderr
    shown = sayso("why", a, "--ledger", ledger).stdout
    assert f"by Bo: different, with {b}, because two towns" in " ".join(shown.split())
    assert "Human judgements" in sayso("account", a, "--ledger", ledger).stdout


def test_outlets_of_one_publisher_are_one_voice(sayso, tmp_path, ledger):
    families = tmp_path / "families.tsv"
    families.write_text("# publisher and outlets\nCoast Media\tThe Harbour Post, The Lantern\n", "utf-8")
    lines = tmp_path / "own.jsonl"
    texts = {"The Harbour Post": "Six people were killed", "The Lantern": "Six people lost their lives"}
    with lines.open("w", encoding="utf-8") as out:
        for outlet, killed in texts.items():
            text = f"{killed} when a bomb exploded in Karmen on Tuesday."
            out.write(json.dumps({"id": outlet, "publisher": outlet, "published": "2024-06-05", "text": text}) + "\n")
    sayso("add", lines, "--ledger", ledger)

    def voices(*more):
        result = sayso("events", "--ledger", ledger, "--place", "Karmen", "--format", "jsonl", *more)
        return [voice["name"] for voice in json.loads(result.stdout)["voices"]]

    assert sorted(voices()) == ["The Harbour Post", "The Lantern"]
    assert voices("--families", families) == ["Coast Media"]
    event = sayso("events", "--ledger", ledger, "--place", "Karmen").stdout.split()[-1]
    shown = sayso("account", event, "--ledger", ledger, "--families", families).stdout
    assert "Coast Media" in shown


@pytest.mark.parametrize("written", ["Coast Media\n", "\tThe Lantern\n", "a\tb\tc\n", "a\tb\nc\td\te\n", None])
def test_a_list_of_publishers_that_is_none(sayso, tmp_path, ledger, written):
    families = tmp_path / "families.tsv"
    if written is not None:
        families.write_text(written, "utf-8")
    result = sayso("events", "--ledger", ledger, "--families", families)
    assert result.exit_code == 2
    assert "families.tsv" in result.stderr
