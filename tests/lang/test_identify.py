"""Telling languages apart, also those that no pack reads. The sentences and headlines are the project's own."""

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.lang.identify import evident, identify
from sayso.lang.tongue import WORD, tongues

HERE = Path(__file__).parent
LANGUAGES = "ar da de en es fa fr nb nl ru sv uk".split()


def rows(name):
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def wrong(pairs):
    return [(code, found, text) for code, text in pairs if (found := identify(text)) != code]


@pytest.mark.parametrize(("name", "each", "total", "right"), [
    ("sentences.tsv", 25, 300, 0.99),
    ("headlines.tsv", 8, 100, 0.95),
])  # fmt: skip
def test_languages_are_told_apart(name, each, total, right):
    pairs = rows(name)
    assert len(set(pairs)) == total
    assert all(sum(code == one for one, _ in pairs) >= each for code in LANGUAGES)
    missed = wrong(pairs)
    assert len(missed) <= (1 - right) * total, missed


def test_common_words_alone_are_never_wrong():
    found = [(code, evident(WORD.findall(text.lower()))) for code, text in rows("sentences.tsv")]
    assert all(told in (code, None) for code, told in found)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_text_of_some_length_is_told_by_its_words_without_the_model(code):
    text = " ".join(sentence for language, sentence in rows("sentences.tsv") if language == code)
    assert evident(WORD.findall(text.lower())) == code


@pytest.mark.parametrize("text", ["", "12 13 14", "😀😀😀", "???", "Sarvel"])
def test_nothing_tells(text):
    assert identify(text) is None


def test_every_language_has_a_name_and_a_label():
    assert all(tongue.name and tongue.labels and 0 < tongue.weight <= 1 for tongue in tongues().values())
    labels = [label for tongue in tongues().values() for label in tongue.labels]
    assert len(labels) == len(set(labels))


def test_the_model_is_not_loaded_for_a_text_that_its_words_tell():
    told = (
        "import sys; from sayso.lang.identify import identify; "
        "identify('The army said that two of the men had been killed when they were on their way to the bridge.'); "
        "print('py3langid' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.check_output([sys.executable, "-c", told], text=True).strip() == "False"
