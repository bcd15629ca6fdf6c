import json

import pytest
from jsonschema import Draft202012Validator

from sayso.core import claim as words
from sayso.core.document import Unread
from sayso.publish.jsonl import line, schema
from sayso.reference.event_types import event_types

SCHEMA = json.loads(schema())
VALID = Draft202012Validator(SCHEMA)
RECORD = ["id", "text_sha256", "language", "published", "publisher", "title", "reader", "claims", "warnings"]
CLAIM = ["id", "content", "attribution", "polarity", "certainty", "confirmation", "event", "casualties"]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_every_bundled_report_is_valid(reports):
    for one in reports:
        VALID.validate(json.loads(line(one.record)))


def test_a_line_ends_once_and_has_the_keys_in_order(reports):
    for one in reports:
        raw = line(one.record)
        assert raw.endswith(b"}\n")
        assert raw.count(b"\n") == 1
        row = json.loads(raw)
        assert list(row) == [*RECORD, "mentions"]
        assert all(list(claim) == CLAIM for claim in row["claims"])


def test_an_error_line():
    raw = line(Unread(id="a", error="no text"))
    assert raw == b'{"id":"a","error":"no text"}\n'
    VALID.validate(json.loads(raw))


def test_a_file_name_that_is_no_text_still_gives_a_line():
    row = json.loads(line(Unread(id="\udcff.txt", error="\udcff.txt: no such file")))
    assert row == {"id": "?.txt", "error": "?.txt: no such file"}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("source", "properties", "kind"), "Kind"),
        (("link", "properties", "act"), "Act"),
        (("link", "properties", "manner"), "Manner"),
        (("claim", "properties", "polarity"), "Polarity"),
        (("claim", "properties", "certainty"), "Certainty"),
        (("basis",), "Basis"),
        (("casualty", "properties", "effect"), "Effect"),
        (("casualty", "properties", "status"), "Status"),
    ],
)
def test_the_schema_knows_the_words_of_the_domain(path, name):
    at = SCHEMA["$defs"]
    for key in path:
        at = at[key]
    assert at["enum"] == list(getattr(words, name).__args__)


def test_the_schema_knows_the_event_types():
    assert SCHEMA["$defs"]["event"]["properties"]["type"]["enum"] == list(event_types())


def spoil(row, what):
    claim = next(claim for claim in row["claims"] if claim["attribution"])
    match what:
        case "extra":
            row["more"] = 1
        case "deep extra":
            claim["event"]["more"] = 1
        case "span":
            claim["content"] = [[1, 2, 3]]
        case "empty":
            claim["content"] = []
        case "act":
            claim["attribution"][0]["act"] = "shout"
        case "nobody named":
            claim["attribution"][0]["source"].update(name="Someone", kind="unspecified")
        case "missing":
            del row["warnings"]
        case "float":
            claim["certainty"] = 0.9
    return row


@pytest.mark.parametrize("what", ["extra", "deep extra", "span", "empty", "act", "nobody named", "missing", "float"])
def test_the_schema_is_strict(reports, what):
    assert not VALID.is_valid(spoil(json.loads(line(reports[0].record)), what))
