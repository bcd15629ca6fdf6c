import codecs

import pytest

from sayso.ingest.decode import decode

TEXT = "Två män dödades i Alep\u00adpo – “så” sade İbrahim 😀\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_marked_encodings(mark, encoding):
    assert decode(mark + TEXT.encode(encoding)) == (TEXT, ())


def test_empty():
    assert decode(b"") == ("", ())


def test_windows_1252():
    text, (warning,) = decode("Två män – döda".encode("cp1252"))
    assert text == "Två män – döda"
    assert warning == "not UTF-8 at byte 2; 4 bytes read as Windows-1252"


def test_mixed_encodings_keep_what_is_utf_8():
    text, (warning,) = decode("Två män. ".encode() + b"Tv\xe5 kvinnor.")
    assert text == "Två män. Två kvinnor."
    assert warning == "not UTF-8 at byte 13; 1 byte read as Windows-1252"


def test_bytes_that_no_encoding_knows_are_counted():
    text, (warning,) = decode(b"Two\x81 men\x8d and \xe5")
    assert text == "Two\ufffd men\ufffd and å"
    assert warning.endswith("3 bytes read as Windows-1252, 2 of them unknown there")


def test_surrogates_in_bytes_are_no_characters():
    text, warnings = decode(b"half \xed\xa0\x80 here")
    assert text.encode("utf-8")
    assert warnings


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "NUL byte at 8"),
        (b"Two men died.\0 They said so.", "NUL byte"),
        (b"\x01\x02\x03\x04" * 50, "many control characters"),
        (codecs.BOM_UTF16_LE + b"a", "marked as utf-16-le"),
        (codecs.BOM_UTF16_LE + "\x01\x02\x03".encode("utf-16-le") * 50, "many control characters"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "marked as utf-16-le but not"),
    ],
)
def test_what_is_not_text(raw, said):
    with pytest.raises(ValueError, match=said):
        decode(raw)
