"""What holds for any text whatever: mixed here from a pack's own words, marks, figures and characters of any kind."""

import json
from itertools import pairwise

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sayso.core.claim import Record
from sayso.core.document import Document, Unread
from sayso.lang.marks import CUES
from sayso.publish.jsonl import line, schema
from sayso.run.packs import folders, load_packs
from sayso.run.pipeline import read_document

VALID = Draft202012Validator(json.loads(schema()))
LISTS = (
    *CUES, "according", "via", "evidential", "hedge", "negation", "zero", "harm", "event", "people", "number", "vague",
    "at_least", "more_than", "month", "weekday", "relative_day", "time_unit", "season", "pronoun", "determiner",
    "preposition", "conjunction", "complementizer", "relative", "be", "have", "modal", "source_person", "spokesperson",
    "office", "witness", "armed_group", "outlet", "continues", "verified", "place", "place_noun", "cue_noun",
)  # fmt: skip
SIGNS = (
    ". ", ", ", "? ", ": ", "; ", " – ", "—", "-", "“", "”", "„", '"', "'", "’", "«", "»", "‹", "(", ")", "…", "\n",
    "\n\n", "\r\n", " ", "\t", "\u00a0", "\u00ad", "\u200f", "\u0301", "'s", "*", "#", "%", "/", "\0", "\x1c", "\u2028",
)  # fmt: skip
FIGURES = ("12", "1,200", "1 200", "3.5", "2018", "99999", "10-20", "2018-02-07", "0", "1000000000000", "٣٤", "²", "½")
NAMES = ("Aleppo", "Smith", "Ryan Dillon", "İstanbul", "Deir ez-Zor", "حلب", "U.S.", "X", "ǅ", "ß", "😀", "👨‍👩‍👧")
PUBLISHED = (
    None,
    "2018",
    "2018-02",
    "2018-02-07",
    "2018-02-07T10:00:00Z",
    "0001-01-01",
    "9999-12-31",
    "2018/..",
    "soon",
)
PACKS = load_packs()
MANY = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
FEW = settings(MANY, max_examples=50)
EVERY_PACK = pytest.mark.parametrize("code", sorted(folders()))


def fragments(code):
    """Words of the lists that decide most, a few of each, so that they meet."""
    found = {}
    for entry in PACKS[code].entries:
        found.setdefault(entry.list, []).append(entry.form.strip("*"))
    return [form for name in LISTS for form in found.get(name, ())[:12]]


def texts(code):
    words = st.sampled_from(fragments(code))
    capital = words.map(lambda word: word[:1].upper() + word[1:])
    odd = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
    piece = st.one_of(words, words, words, capital, st.sampled_from(FIGURES), st.sampled_from(NAMES))
    joined = st.tuples(piece, st.sampled_from((" ", " ", " ", " ", *SIGNS)))
    return st.lists(st.one_of(joined.map("".join), joined.map("".join), odd), max_size=60).map("".join)


def documents(code):
    def document(text, published):
        return Document(id="x", text=text, language=code, published=published)

    return st.builds(document, texts(code), st.sampled_from(PUBLISHED))


def read(document):
    result = read_document(document, PACKS, with_mentions=True)
    assert not isinstance(result, Unread)
    return result


def spans(value):
    """Every span in a record as JSON has it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"span", "content", "cue"}:
                yield from inner or ()
            else:
                yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def bounded(low, high):
    return low is None or high is None or 0 <= low <= high


@EVERY_PACK
def test_any_text_is_read_and_what_is_printed_is_sound(code):
    @MANY
    @given(documents(code))
    def hold(document):
        result = read(document)
        raw = line(result.record)
        row = json.loads(raw)
        VALID.validate(row)
        assert msgspec.json.decode(raw, type=Record, strict=True) == msgspec.json.decode(raw, type=Record)
        assert line(msgspec.json.decode(raw, type=Record, strict=True)) == raw
        for start, end in spans(row):
            assert 0 <= start < end <= len(document.text)
            assert document.text[start:end].strip()
        ids = [claim["id"] for claim in row["claims"]]
        assert len(ids) == len(set(ids))
        for claim in row["claims"]:
            assert all(bounded(toll["low"], toll["high"]) for toll in claim["casualties"])
        assert all(bounded(one.get("low"), one.get("high")) for one in row["mentions"])
        assert len(result.reasons) == len(row["claims"])

    hold()


@EVERY_PACK
def test_sentences_part_the_text_in_order(code):
    @MANY
    @given(documents(code))
    def hold(document):
        sentences = read(document).reading.sentences
        assert all(one.span.end <= other.span.start for one, other in pairwise(sentences))
        assert all(one.span.start <= one.body < one.span.end for one in sentences)

    hold()


@EVERY_PACK
def test_the_same_again_whatever_was_read_before(code):
    """The lexicon remembers words it has looked up: that may save time, and change nothing."""

    @FEW
    @given(st.lists(documents(code), min_size=2, max_size=3))
    def hold(some):
        memory = PACKS[code].lexicon.memory
        memory.clear()
        forth = [line(read(document).record) for document in some]
        memory.clear()
        back = [line(read(document).record) for document in reversed(some)]
        assert forth == back[::-1]
        assert forth == [line(read(document).record) for document in some]

    hold()


@FEW
@given(st.text(), st.sampled_from(PUBLISHED))
def test_a_text_of_no_known_language_is_told(text, published):
    result = read_document(Document(id="x", text=text, published=published), PACKS)
    shown = result if isinstance(result, Unread) else result.record
    VALID.validate(json.loads(line(shown)))
