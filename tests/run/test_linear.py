"""Reading takes as long a character in a long text as in a short one, whatever the text is made of."""

import gc
import time

import pytest

from sayso.core.document import Document
from sayso.publish.jsonl import line
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document

SHORT, LONG = 20_000, 2_000_000
RATIO = 3
ENOUGH = 0.12  # seconds measured for the short text at least, however often it is read for that
FLOOR = 0.05e-6  # seconds a character: below that the clock and the start of a run are all that is measured
REPORT = (
    "The army said on Friday that at least 12 people were killed in an air strike near Aleppo. “We saw it,” a "
    "witness told Reuters. According to Colonel Ryan Dillon, he said, the figure could not be confirmed.\n\n"
)
SHAPES = {
    "no spaces": "abcdefg",
    "hyphens": "a-",
    "full stops in words": "a.",
    "digits": "7",
    "thousands": "000,",
    "empty lines": "\n   ",
    "combining marks": "e\u0301",
}
SLOWER = {  # these are read at a twentieth of the length, so that all take less than a minute
    "a report": REPORT,
    "a report without line ends": REPORT.replace("\n", " "),
    "no stops": "the army said that rebels killed 12 people and police denied it because ",
    "short claims": "Rebels killed 12 men. ",
    "quoted": "“We killed 12 men,” he said. ",
    "quote marks": '"',
    "quotes never closed": "“he said ",
    "single quotes": "'he said' “x ",
    "brackets": "(",
    "commas": ", ",
    "pronouns": "She said it. He denied that they killed 12 men. ",
}


@pytest.fixture(scope="module")
def packs():
    return load_packs()


def seconds(text, packs):
    """Processor time a character."""
    document = Document(id="x", text=text, language="en", published="2018-02-09")
    spent, times = 0.0, 0
    gc.collect()
    while times == 0 or (spent < ENOUGH and len(text) <= SHORT):
        before = time.process_time()
        line(read_document(document, packs, with_mentions=True).record)
        spent += time.process_time() - before
        times += 1
    return spent / times / len(text)


@pytest.mark.parametrize("name", [*SHAPES, *SLOWER])
def test_time_a_character_stays_flat(packs, name):
    unit, long = (SHAPES[name], LONG) if name in SHAPES else (SLOWER[name], LONG // 20)
    text = unit * (long // len(unit))
    short = max(seconds(text[: min(SHORT, long // 10)], packs), FLOOR)
    ratio = seconds(text, packs) / short
    if ratio >= RATIO:  # a busy machine is no fault of ours: once more
        ratio = seconds(text, packs) / max(seconds(text[: min(SHORT, long // 10)], packs), FLOOR)
    assert ratio < RATIO
