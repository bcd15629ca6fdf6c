"""The tagger as it ships: its files, the same answer whatever stands beside a text, and texts unlike any report."""

import hashlib
import json
import time
from itertools import pairwise

import pytest

from sayso.core.document import Document
from sayso.core.proposal import SURE
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document
from sayso.run.readers import Readers, weights

REPORT = (
    "The governor's view is that rebels had killed four guards in Tarvo. Two died, the army said on Monday.\n\n"
    '"We saw nobody," a driver told the Harbour Post. The ministry, citing police, denied that shots were fired.\n\n'
)


@pytest.fixture(scope="module")
def by():
    return Readers().by("neural")[0]


def test_the_files_are_those_of_the_manifest():
    files = json.loads((weights() / "manifest.json").read_bytes())["files"]
    assert {p.name for p in weights().iterdir() if p.suffix != ".py"} - {"__pycache__"} == {*files, "manifest.json"}
    for name, digest in files.items():
        assert hashlib.sha256((weights() / name).read_bytes()).hexdigest() == digest
    assert sum(p.stat().st_size for p in weights().iterdir() if p.is_file()) < 60e6


def test_who_said_what(by):
    found = [one for one in by.propose(REPORT) if one.sure >= SURE]
    words = [(REPORT[one.cue.start : one.cue.end], REPORT[one.source[0].start : one.source[0].end]) for one in found]
    assert ("said", "the army") in words
    assert ("denied", "The ministry") in words


def test_what_a_text_says_does_not_depend_on_those_before_it(by):
    texts = [REPORT, "Nobody came.", REPORT.replace("Tarvo", "Selmira"), REPORT * 12]
    alone = {text: Readers().by("neural")[0].propose(text) for text in texts}
    for order in (texts, texts[::-1]):
        assert [by.propose(text) for text in order] == [alone[text] for text in order]


def test_a_text_longer_than_a_window_is_read_to_its_end(by):
    cues = [one.cue.start for one in by.propose(REPORT * 60)]
    assert max(cues) > len(REPORT) * 59
    assert all(a < b for a, b in pairwise(cues))


@pytest.mark.parametrize("text", ["", " \n" * 5_000, "a" * 100_000, "﷽" * 3_000, "0" * 20_000, "\u200b" * 9_000])
def test_texts_unlike_any_report_are_read_and_soon(by, text):
    begun = time.monotonic()
    record = read_document(Document(id="x", text=text, language="en"), load_packs(("en",)), by=by).record
    assert record.reader.mode == "neural"
    assert time.monotonic() - begun < 60


def test_thousands_of_empty_ones_take_no_time(by):
    begun = time.monotonic()
    assert not any(by.propose("") for _ in range(10_000))
    assert time.monotonic() - begun < 10
