import codecs
import json

import pytest

from sayso.core.document import Document, Unread
from sayso.ingest.jsonl import read_lines as taken
from sayso.ingest.limits import Limits
from sayso.ingest.port import Place

GOOD = b'{"id": "a", "text": "Two men died."}\n'


def read_lines(rows, name):
    return (line.one for line in taken(rows, Place(name), Limits()))


def one(raw):
    (found,) = read_lines([raw], "some.jsonl")
    return found


def test_fields():
    row = {
        "id": 7,
        "text": "A\u2028b",
        "title": "T",
        "published": "2018",
        "publisher": "P",
        "url": "u",
        "language": "en",
    }
    found = one(json.dumps(row).encode())
    assert found == Document(**{**row, "id": "7"})


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"not json", "not a JSON object"),
        (b'{"text": "a', "not a JSON object"),
        (b"[" * 200_000, "not a JSON object"),
        (b"\0\0\0", "not a JSON object"),
        (b'{"text": "\xff"}', "not a JSON object"),
        (b'{"text": "' + "Två".encode("utf-16-le") + b'"}', "not a JSON object"),
        (b'{"id": "x", "text": "a \\ud800 b"}', "it holds \\ud800 alone, which is half a character"),
        (b'{"id": "\\uDC00", "text": "a"}', "it holds \\udc00 alone"),
        (b'{"text": "a", "more": ' + b"9" * 5000 + b"}", "not a JSON object"),
        (b"[]", "expected a JSON object with 'text', got list"),
        (b'"text"', "got str"),
        (b"{}", "no 'text'"),
        (b'{"text": null}', "no 'text'"),
        (b'{"text": ["a"]}', "no 'text'"),
        (b'{"text": "a", "id": ["b"]}', "'id' is not a string"),
        (b'{"text": "a", "id": true}', "'id' is not a string"),
        (b'{"text": "a", "published": 2018}', "'published' is not a string"),
    ],
)
def test_a_bad_line_names_file_and_line(raw, said):
    found = one(raw)
    assert isinstance(found, Unread)
    assert found.error.startswith("some.jsonl:1: ")
    assert said in found.error


def test_a_whole_pair_is_one_character():
    assert one(b'{"id": "a", "text": "\\ud83d\\ude00"}').text == "😀"


def test_a_bad_line_in_the_middle_costs_one_document():
    lines = [GOOD] * 5000 + [b'{"id": "a", "text": \n'] + [GOOD] * 5000
    found = list(read_lines(lines, "some.jsonl"))
    assert [k for k, document in enumerate(found) if isinstance(document, Unread)] == [5000]
    assert found[5000].id == "some.jsonl:5001"


def test_lines_are_read_one_at_a_time():
    def endless():
        while True:
            yield GOOD

    found = read_lines(endless(), "some.jsonl")
    assert [next(found).id for _ in range(3)] == ["a", "a", "a"]


def test_empty_lines_count_but_give_nothing():
    found = list(read_lines([b"\n", b"  \r\n", GOOD, b"x"], "n"))
    assert [document.id for document in found] == ["a", "n:4"]


def test_a_mark_at_the_beginning():
    assert one(codecs.BOM_UTF8 + GOOD).id == "a"


def test_another_encoding_is_told_once():
    raw = codecs.BOM_UTF16_LE + (GOOD.decode() * 100).encode("utf-16-le")
    (found,) = read_lines(raw.splitlines(keepends=True), "some.jsonl")
    assert found == Unread(
        id="some.jsonl", error="some.jsonl: is utf-16-le; JSON lines are read as UTF-8, so save it as that"
    )


def test_the_same_id_twice_is_the_callers_affair():
    """Nothing is kept from one document to the next: both are read, each as if it stood alone."""
    assert [document.id for document in read_lines([GOOD, GOOD], "n")] == ["a", "a"]


@pytest.mark.parametrize("given", ["", '"id": null,', '"id": "",'])
def test_without_an_id_it_is_a_digest(given):
    found = one(f'{{{given} "text": "Two men died."}}'.encode())
    assert len(found.id) == 16
    assert found.id == one(b'{"text": "Two men died."}').id


def named(raw, **columns):
    (found,) = taken([raw], Place("some.jsonl"), Limits(), columns)
    return found.one


def test_other_names_for_the_keys():
    row = {"Body": "Two were killed.", "headline": "Two", "date": "6 March 2024", "source": "The Lantern"} | {
        "la": "English"
    }
    document = named(json.dumps(row).encode())
    assert (document.text, document.title, document.published) == ("Two were killed.", "Two", "2024-03-06")
    assert (document.publisher, document.language) == ("The Lantern", "en")


def test_keys_as_told():
    document = named(b'{"text": "no", "story_de": "Two were killed.", "title": "Two"}', text="story_de")
    assert (document.text, document.title) == ("Two were killed.", "Two")


def test_an_object_with_a_text_is_taken_as_it_is():
    document = named(b'{"text": "Two were killed.", "headline": "Two", "published": "6 March 2024"}')
    assert (document.title, document.published) == (None, "6 March 2024")


def test_no_key_for_the_text_lists_what_there_is():
    assert named(b'{"code": 1, "uttag": "Two were killed."}').error == (
        "some.jsonl:1: no 'text' among 'code', 'uttag'; say which holds it: --columns text=…"
    )
