"""Which reader reads, and what is said where its weights are missing or damaged."""

import pytest
from msgspec.structs import replace

from sayso.core.trouble import SaysoError
from sayso.reference.tagger import Tagger
from sayso.run import readers
from sayso.run.readers import GRAMMAR, Readers


@pytest.fixture
def without_weights(monkeypatch):
    monkeypatch.setattr(readers, "entry_points", lambda group: ())


def test_the_grammar_needs_no_weights(without_weights):
    assert Readers().by("grammar") == (GRAMMAR, None)


def test_auto_falls_back_to_the_grammar_and_says_so(without_weights):
    by, told = Readers().by("auto")
    assert by == GRAMMAR
    assert told == f"reading by the grammar alone: the tagger is not installed; {readers.HOW}"


def test_neural_says_what_to_install(without_weights):
    with pytest.raises(SaysoError, match=r"pip install \./weights"):
        Readers().by("neural")


def test_what_a_tagger_read_is_not_read_again_without_it(without_weights):
    assert Readers().as_recorded(GRAMMAR.reader("x")) == GRAMMAR
    assert Readers().as_recorded(replace(GRAMMAR.reader("x"), mode="neural", model="another")) is None


def test_a_folder_without_weights_and_a_damaged_manifest_are_told(tmp_path):
    with pytest.raises(SaysoError, match="cannot be read"):
        Tagger(tmp_path)
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(SaysoError, match=r"manifest\.json is damaged"):
        Tagger(tmp_path)


def test_a_file_with_another_digest_is_told(tmp_path):
    (tmp_path / "manifest.json").write_text('{"name": "t", "row": 216, "files": {"words.bin": "00"}}')
    (tmp_path / "words.bin").write_bytes(b"x")
    with pytest.raises(SaysoError, match=r"words\.bin is damaged"):
        Tagger(tmp_path)
