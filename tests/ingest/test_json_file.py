"""JSON that is not one object a line."""

import io
import json

import pytest

from sayso.core.document import Unread
from sayso.ingest import Intake

ROWS = [{"id": "a", "text": "Two men died."}, {"text": "Three men died.", "title": "T"}]


def taken(raw, columns=None):
    return list(Intake(columns=columns).all(["-"], io.BytesIO(raw)))


@pytest.mark.parametrize(
    "whole",
    [ROWS, {"status": "ok", "articles": ROWS}, {"articles": ROWS, "pages": [1, 2]}],
    ids=["array", "held", "lists"],
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_an_array_of_objects(whole, mark):
    found = taken(mark + json.dumps(whole, indent=2).encode())
    assert [one.one.text for one in found] == ["Two men died.", "Three men died."]
    assert [one.form for one in found] == ["json", "json"]
    assert str(found[1].place) == "standard input!object 2"


def test_an_array_on_one_line():
    assert taken(json.dumps(ROWS).encode())[0].one.id == "a"


def test_one_object_over_several_lines():
    (found,) = taken(json.dumps(ROWS[0], indent=2).encode())
    assert (found.one.text, str(found.place)) == ("Two men died.", "standard input")


def test_columns():
    (found,) = taken(json.dumps([{"words": "Two men died."}]).encode(), {"text": "words"})
    assert found.one.text == "Two men died."


def test_an_object_without_text_costs_itself_alone():
    found = taken(json.dumps([{"n": 1}, *ROWS]).encode())
    assert isinstance(found[0].one, Unread)
    assert found[0].one.error.startswith("standard input!object 1: no 'text'")
    assert len(found) == 3


@pytest.mark.parametrize("raw", [b'[{"text": "a"', b'{\n"text"\n', b"[{" * 5000, b'[{"text": "\xff"}]'])
def test_what_is_not_json_is_told(raw):
    (found,) = taken(raw)
    assert "not JSON" in found.one.error or "not a JSON object" in found.one.error
