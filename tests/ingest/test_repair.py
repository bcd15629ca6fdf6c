"""Mistaken encodings are put right, told, and never seen in a clean text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.decode import decode

ROWS = Path(__file__).parents[1] / "lang" / "sentences.tsv"
SENTENCES = [tuple(line.split("\t")) for line in ROWS.read_text("utf-8").splitlines() if not line.startswith("#")]
BY_LANGUAGE = {code: "\n".join(text for one, text in SENTENCES if one == code) for code, _ in SENTENCES}
QUOTES = ("“{}”", "”{}”", "»{}«", "«{}»", "„{}“", "‘{}’ – {}…", "{} °C, § 4, € 5, Å”, Ä–Ö, 5 µg")


def misread(text):
    """UTF-8 read as Windows-1252, with the five bytes that has no sign for as they are."""
    return "".join(bytes((b,)).decode("cp1252") if b not in b"\x81\x8d\x8f\x90\x9d" else chr(b) for b in text.encode())


@given(st.lists(st.sampled_from([text for _, text in SENTENCES]), min_size=1, max_size=5), st.sampled_from(QUOTES))
def test_a_clean_text_is_never_changed(some, quotes):
    text = "\n".join(quotes.format(one, one) for one in some)
    assert decode(text.encode()) == (text, ())


@pytest.mark.parametrize("text", ["Bron i Å”.", "Ü±", "the letters Ã¤ alone", "DÉJÀ – NÃO", "R²Â"])
def test_one_odd_pair_of_signs_is_no_proof(text):
    assert decode(text.encode()) == (text, ())


@pytest.mark.parametrize("code", ["sv", "nb", "da", "de", "fr", "es", "ru", "uk", "ar", "fa"])
@pytest.mark.parametrize("times", [1, 2])
def test_utf_8_read_as_windows_1252_is_put_right(code, times):
    text = broken = BY_LANGUAGE[code]
    for _ in range(times):
        broken = misread(broken)
    repaired, warnings = decode(broken.encode())
    assert repaired == text
    assert len(warnings) == 1


def test_what_was_put_right_is_told():
    text, (warning,) = decode("Lugnt.\nTvÃ¥ mÃ¤n dÃ¶dades.".encode())
    assert text == "Lugnt.\nTvå män dödades."
    assert warning == "1 line had been decoded wrongly before and was put right: 'TvÃ¥' to 'Två'"


@pytest.mark.parametrize(("code", "encoding"), [("ru", "cp1251"), ("uk", "cp1251"), ("ru", "koi8-r"), ("ar", "cp1256")])
def test_older_encodings_are_known_by_their_words(code, encoding):
    text = BY_LANGUAGE[code]
    raw = text.encode(encoding, errors="ignore")
    found, (warning,) = decode(raw)
    assert found == raw.decode(encoding)
    assert warning.endswith(f"; read as {encoding}, by its words")


@pytest.mark.parametrize("code", ["sv", "nb", "da", "de", "fr", "es"])
def test_windows_1252_stays_what_it_is(code):
    raw = BY_LANGUAGE[code].encode("cp1252")
    text, (warning,) = decode(raw)
    assert text == BY_LANGUAGE[code]
    assert warning.endswith("read as Windows-1252")


@pytest.mark.parametrize("code", ["sv", "en", "ru", "ar"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(code, encoding):
    text, (warning,) = decode(BY_LANGUAGE[code].encode(encoding))
    assert text == BY_LANGUAGE[code]
    assert encoding in warning
