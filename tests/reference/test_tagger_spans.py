"""Where the tagger cuts a text, and what it makes of a window's shares. The shares here are written by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reference.tagger import decode
from sayso.reference.tagger.windows import bare, context, cuts, marks


def pieces(text):
    """Tokens as a tokenizer gives them: each word with the white space before it, and each full stop."""
    out, at = [], 0
    for word in text.replace(".", " .").split():
        start = text.index(word, at)
        out.append((at, start + len(word)))
        at = start + len(word)
    return bare(text, out)


def shares(inside):
    """Shares of O, B, I from how far each token is inside."""
    return begun(inside, [0.0] * len(inside))


def begun(inside, begins):
    """The same, with the share of each token to be a first one."""
    pairs = zip(inside, begins, strict=True)
    return np.array([(1 - share, first, share - first) for share, first in pairs], dtype=np.float32)


def test_a_window_ends_where_a_line_does():
    text = "One two three. Four five\nsix seven eight nine ten."
    offsets = pieces(text)
    first = next(iter(cuts(text, offsets, 8)))
    assert text[: offsets[first[1] - 1][1]] == "One two three. Four five"


def test_without_a_line_end_a_window_ends_with_a_sentence():
    text = "One two three. Four five six seven eight nine ten."
    offsets = pieces(text)
    first = next(iter(cuts(text, offsets, 8)))
    assert text[: offsets[first[1] - 1][1]] == "One two three."


@given(st.text(alphabet="ab .\n", max_size=200), st.integers(min_value=4, max_value=20))
def test_windows_cover_every_token_once(text, length):
    offsets = pieces(text)
    found = list(cuts(text, offsets, length))
    assert [k for start, end in found for k in range(start, end)] == list(range(len(offsets)))
    assert all(0 < end - start <= length for start, end in found)


def test_a_window_is_read_from_the_start_of_a_sentence_before_it():
    text = "One two. Three four. Five six."
    offsets = pieces(text)
    assert text[offsets[context(text, offsets, 6, 4)][0] :].startswith("Three")


def test_tokens_beside_each_other_are_one_cue_as_sure_as_its_beginning():
    tags = begun([0.1, 0.9, 0.6, 0.2, 0.7], [0.0, 0.8, 0.1, 0.0, 0.6])
    assert decode.cues(tags) == [((1, 3), pytest.approx(0.8)), ((4, 5), pytest.approx(0.6))]


def test_a_piece_broken_off_a_cue_is_none():
    """*announced plans* this *week*: tokens that go on with a cue, and none of which begins one."""
    assert decode.cues(begun([0.9, 0.2, 0.6], [0.9, 0.0, 0.1])) == [((0, 1), pytest.approx(0.9))]


def test_the_source_is_the_likeliest_stretch_and_never_the_cue():
    tags = begun([0.9, 0.8, 0.99, 0.1, 0.6], [0.9, 0.1, 0.9, 0.0, 0.6])
    assert decode.source(tags, (2, 3)) == [(0, 2)]


def test_a_doubtful_word_does_not_break_a_source():
    """*thriller writer Brad Thor* is one source, though *writer* alone might be none of it."""
    tags = begun([0.9, 0.45, 0.8, 0.8, 0.99], [0.9, 0.0, 0.1, 0.0, 0.9])
    assert decode.source(tags, (4, 5)) == [(0, 4)]


def test_a_source_begins_where_a_word_begins_one():
    """*the results of surveys* found: *surveys* begins the source, and what may lead up to it stays out."""
    tags = begun([0.6, 0.6, 0.95, 0.9], [0.1, 0.0, 0.8, 0.0])
    assert decode.source(tags, (3, 4)) == [(2, 3)]


def test_a_doubtful_source_is_none():
    assert decode.source(shares([0.1, 0.3, 0.99, 0.1]), (2, 3)) == []
    assert decode.source(begun([0.1, 0.3, 0.99, 0.1], [0.1, 0.3, 0.9, 0.0]), (2, 3)) == []


def test_a_content_may_begin_inside_a_clause_where_a_token_is_taken_for_its_first():
    inside, no_marks = [0.1, 0.1, 0.9, 0.9], [True, False, False, False]
    assert decode.content(begun(inside, [0.0, 0.0, 0.1, 0.0]), [], no_marks) == []
    assert decode.content(begun(inside, [0.0, 0.0, 0.9, 0.0]), [], no_marks) == [(2, 4)]


def test_an_attribution_is_the_surer_the_more_its_cue_source_and_content_are():
    """Two tokens of source, one of content; nothing else changes from one to the next."""

    def sure(begins, source, content):
        linked = np.stack([begun([source, source, 0], [0, 0, 0]), begun([0, 0, content], [0, 0, 0])], axis=1)
        return decode.sure(begins, linked, [(0, 2)], [(2, 3)])

    least = sure(0.5, 0.6, 0.6)
    assert 0 < least < min(sure(0.9, 0.6, 0.6), sure(0.5, 0.9, 0.6), sure(0.5, 0.6, 0.9))
    assert sure(0.99, 0.99, 0.99) > 0.75


def test_an_attribution_to_nobody_is_held_against_none_that_has_a_poor_source():
    linked = np.stack([begun([0.51, 0, 0], [0, 0, 0]), begun([0, 0, 0.9], [0, 0, 0])], axis=1)
    assert decode.sure(0.9, linked, [], [(2, 3)]) == pytest.approx(
        decode.sure(0.9, linked, [(0, 1)], [(2, 3)]), abs=0.1
    )


def test_a_doubtful_word_inside_a_clause_does_not_break_a_content():
    inside = [0.0, 0.95, 0.95, 0.3, 0.95, 0.95]
    assert decode.content(shares(inside), [(0, 1)], [True, False, False, False, False, False]) == [(1, 6)]


def test_a_content_ends_at_the_mark_behind_which_little_speaks_for_it():
    inside = [0.0, 0.95, 0.95, 0.2, 0.1, 0.1]
    assert decode.content(shares(inside), [(0, 1)], [True, False, False, True, False, False]) == [(1, 3)]


@given(st.lists(st.floats(min_value=0, max_value=1, width=32), min_size=2, max_size=30), st.data())
def test_content_never_holds_what_is_shut(inside, data):
    at = data.draw(st.integers(min_value=0, max_value=len(inside) - 1))
    marks_before = data.draw(st.lists(st.booleans(), min_size=len(inside), max_size=len(inside)))
    assert not any(s <= at < e for s, e in decode.content(shares(inside), [(at, at + 1)], marks_before))


def test_quotation_marks_part_and_apostrophes_do_not():
    text = "Anna's son said ”yes”."
    offsets = [(0, 6), (7, 10), (11, 15), (16, 17), (17, 20), (20, 22)]
    assert marks(text, offsets) == [True, False, False, True, True, True]
