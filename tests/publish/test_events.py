import json

import msgspec
import pytest
from jsonschema import Draft202012Validator

from sayso.core import event as words
from sayso.core.event import EventWhen
from sayso.publish.events import events
from sayso.publish.jsonl import event_line, schema
from sayso.publish.sheet_text import text
from sayso.publish.terminal import Look, cells
from sayso.reference.event_types import event_types

SCHEMA = json.loads(schema("event"))
VALID = Draft202012Validator(SCHEMA)
KEYS = [
    "id", "type", "when", "where", "documents", "claims", "voices", "estimates", "conflicts", "reversals", "grade",
    "clarity",
]  # fmt: skip


def test_the_table(release):
    title, about, _, head, first, second = text(events(release, release.events), Look()).splitlines()
    assert title == "2 events"
    assert about == "3 reports · as of row 12 of the ledger, recorded 8 March 2024"
    assert head.split() == ["date", "place", "type", "killed", "voices", "reports", "grade", "event"]
    assert first.split() == [
        "2024-03-04/05",
        "Port",
        "Lirena",
        "shelling",
        "9–9–open",
        "2",
        "3",
        "confirmed",
        "e" + "a" * 8,
    ]
    assert second.split() == ["1994", "–", "killing", "0", "1", "weak", "e" + "f" * 8]


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2018-02-07/2018-03-08", "2018-02-07/03-08"),
        ("2018-02-07/2019-03-08", "2018-02-07/2019-03-08"),
        ("2018-02/2018-03", "2018-02/2018-03"),
        (None, "–"),
    ],
)
def test_dates(release, event, edtf, shown):
    one = msgspec.structs.replace(event, when=EventWhen(edtf=edtf))
    assert text(events(release, [one]), Look()).splitlines()[-1].split()[0] == shown


def test_some_of_all(release):
    shown = text(events(release, release.events[:1]), Look())
    assert shown.startswith("1 of 2 events\n")
    assert text(events(release, ()), Look()).startswith("0 of 2 events\n")


@pytest.mark.parametrize("width", [30, 60, 80])
def test_no_line_is_wider_than_the_terminal(release, width):
    assert max(map(cells, text(events(release, release.events), Look(width)).splitlines())) <= width


def test_a_line_has_the_keys_of_the_contract_and_is_valid(release):
    Draft202012Validator.check_schema(SCHEMA)
    for event in release.events:
        raw = event_line(event)
        assert raw.endswith(b"}\n")
        assert list(json.loads(raw)) == KEYS
        VALID.validate(json.loads(raw))
    estimate = json.loads(event_line(release.events[0]))["estimates"][0]
    assert estimate["left_out"][0] == ["a" * 16, "an earlier statement of the same voice"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("event", "properties", "grade"), "Grade"),
        (("estimate", "properties", "effect"), "Effect"),
        (("estimate", "properties", "status"), "GroupStatus"),
        (("voice", "properties", "kind"), "Kind"),
    ],
)
def test_the_schema_knows_the_words_of_the_domain(path, name):
    at = SCHEMA["$defs"]
    for key in path:
        at = at[key]
    assert at["enum"] == list(getattr(words, name).__args__)


def test_the_schema_knows_the_event_types():
    assert SCHEMA["$defs"]["event"]["properties"]["type"]["enum"] == list(event_types())


@pytest.mark.parametrize("spoilt", [{"more": 1}, {"grade": "good"}, {"claims": []}, {"id": "x"}, {"when": None}])
def test_the_schema_is_strict(event, spoilt):
    assert not VALID.is_valid({**json.loads(event_line(event)), **spoilt})
