import pytest

from sayso.publish.terminal import Look, cells, clip, hang, safe, wrap


def test_a_text_cannot_steer_the_terminal():
    assert safe("a\x1b[31mb\x07\u202ec\n\td\ud800") == "a\ufffd[31mb\ufffdc d\ufffd"


def test_marks_of_direction_inside_words_stay():
    assert safe("می\u200cروم \u200f") == "می\u200cروم \u200f"


@pytest.mark.parametrize(("text", "wide"), [("abc", 3), ("åäö", 3), ("e\u0301", 1), ("平和", 4), ("a\u200fb", 2)])
def test_cells(text, wide):
    assert cells(text) == wide


def test_wrap_breaks_at_spaces_and_inside_what_is_too_long():
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]
    assert wrap("平和平和", 4) == ["平和", "平和"]
    assert wrap("", 5) == [""]


def test_clip():
    assert clip("abcdef", 6) == "abcdef"
    assert clip("abcdefg", 6) == "abcde…"


def test_hang():
    assert hang("one two three", Look(20), "- ", "  ") == ["- one two three"]
    assert hang("one two three four", Look(17), "- ", "  ") == ["- one two three", "  four"]


def test_colour_only_where_asked_for():
    assert Look(80).paint("a", "bold") == "a"
    assert Look(80, colour=True).paint("a", "bold", "red") == "\x1b[1;31ma\x1b[0m"
