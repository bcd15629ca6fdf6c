import json

import pytest
from jsonschema import Draft202012Validator

from sayso.core.claim import Record
from sayso.core.document import Document, Unread
from sayso.publish.jsonl import line, schema
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document

VALID = Draft202012Validator(json.loads(schema()))


@pytest.fixture(scope="module")
def packs():
    return load_packs()


@pytest.fixture
def read(packs):
    def one(text, **fields):
        result = read_document(Document(**{"id": "x", "text": text, **fields}), packs, with_mentions=True)
        shown = result if isinstance(result, Unread) else result.record
        VALID.validate(json.loads(line(shown)))
        return shown

    return one


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\u00a0\u2009"])
def test_an_empty_text_claims_no_language(read, text):
    record = read(text)
    assert record.language == "und"
    assert record.claims == ()
    assert record.warnings == ("there is no text in it",)


def test_an_empty_text_that_states_its_language(read, packs):
    record = read("", language="sv-FI")
    assert record.language == "sv"
    assert record.reader.pack == packs["sv"].digest


@pytest.mark.parametrize("text", ["", "The army said two men died."])
def test_a_language_without_a_pack(read, text):
    assert "no language pack for 'xx'" in read(text, language="xx").error


@pytest.mark.parametrize(
    "text",
    [
        "12 13 14",
        "😀😀😀",
        "???",
    ],
)
def test_a_language_nobody_knows(read, text):
    assert read(text).error.startswith("its language was not recognised; give 'language', one of: en, ")


@pytest.mark.parametrize("field", ["text", "id", "title", "publisher", "published", "url", "language"])
def test_half_a_character_is_refused_with_its_place(read, field):
    found = read(**{"text": "The army said so.", field: "The \udc80"})
    assert found.error == f"its {field} holds \\udc80 alone at 4, which is half a character; mend it"


HOSTILE = {
    "quotes": '"' * 100_000,
    "nested quotes": "“" * 50_000 + "he said" + "”" * 50_000,
    "nested quotes with words": "“he said " * 1000,
    "single quotes": "'" * 100_000,
    "brackets": "(" * 100_000,
    "guillemets": "«he said, ‹x› " * 500,
    "NUL": "The army said\0 two men died.\0",
    "combining": "The a\u0301\u0302\u0303rmy sa\u0308id two me\u0301n died in A\u030aleppo.",
    "emoji": "The army 👨‍👩‍👧 said 🇸🇪 two men 😀 died.",
    "soft hyphens": "\u00ad The ar\u00admy said \u00ad two men died.\u00ad",
    "Arabic": "قال الجيش “إن شخصين” قتلا ٣٤ في حلب.",
    "right-to-left marks": "\u202bThe army\u202c said \u200ftwo men died.",
    "no spaces": "abc" * 100_000,
    "controls": "The army\x01 said\x0b two\x1c men\x85 died.\u2028He left.",
    "powers": "²³ ½ ٣٤ ᠐᠑ men were killed",
    "dates": "killed on 99999 and 1000000000000 days ago, 900000000 weeks later, 31 February 0000",
}


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("name", HOSTILE)
def test_any_text_is_read(read, name, language):
    record = read(HOSTILE[name], language=language, published="2018-02-09")
    assert isinstance(record, Record)


@pytest.mark.parametrize("before", ["İİİ ", "ǅ ﬁ ẞ İstanbul: ", "😀 e\u0301 "])
def test_offsets_do_not_shift_where_lower_case_is_longer(read, before):
    text = "The army said at least 12 people were killed in Aleppo."
    plain = read(text, language="en")
    moved = read(before + "\n\n" + text, language="en")
    shift = len(before) + 2
    assert [(s.start + shift, s.end + shift) for s in plain.claims[-1].content] == [
        (s.start, s.end) for s in moved.claims[-1].content
    ]
