"""A sketch tells a copy from another text; particulars tell two events apart that are told in the same sentences."""

import random
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rensa import RMinHash

from sayso.run.sketch import BASE, FIRST, KEPT, PERMUTATIONS, SECOND, SEED, SHORTEST, particulars, sketches

WORDS = [f"word{k}" for k in range(400)]
WHOLE = 1 << 64


def sketch(text):
    return sketches([text])[0]


def share(one, other):
    """The share of equal places."""
    return sum(a == b for a, b in zip(sketch(one), sketch(other), strict=True)) / PERMUTATIONS


def test_the_same_text_has_the_same_sketch():
    text = " ".join(WORDS)

    assert len(sketch(text)) == PERMUTATIONS
    assert sketch(text) == sketch(text.upper().replace(" ", ",  "))


def test_a_sketch_tells_about_how_much_two_texts_share():
    chance = random.Random(7)  # noqa: S311 -- no secret hangs on it
    half = WORDS[:200]
    other = chance.sample([f"other{k}" for k in range(400)], 200)

    assert share(" ".join(WORDS), " ".join(half + other)) < 0.45
    assert share(" ".join(WORDS), " ".join(WORDS[:380])) > 0.85
    assert share(" ".join(half), " ".join(other)) < 0.05


def test_a_short_text_has_none():
    assert sketches(["Too short to tell.", "", " ".join(WORDS[: SHORTEST - 1])]) == [(), (), ()]
    assert sketches([]) == particulars([]) == []


def mixed(number):
    number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9 % WHOLE
    number = (number ^ (number >> 27)) * 0x94D049BB133111EB % WHOLE
    return number ^ (number >> 31)


def hashed(word):
    return mixed(sum(ord(sign) * pow(BASE, k, WHOLE) for k, sign in enumerate(word)) % WHOLE)


def plain_sketch(text):
    """The sketch of a text, its words told one by one."""
    words = [hashed(word) for word in re.findall(r"\w+", text.casefold())]
    if len(words) < SHORTEST:
        return ()
    three = zip(words, words[1:], words[2:], strict=False)
    runs = [mixed((first * FIRST + second * SECOND + third) % WHOLE) for first, second, third in three]
    return tuple(RMinHash.digest_matrix_from_token_hash_sets([runs], PERMUTATIONS, SEED).to_rows()[0])


signs = st.text(st.characters(max_codepoint=0x2100), max_size=6) | st.sampled_from(
    ["naïve", "ΟΔΟΣ", "½", "“go”", "a—b", "ß", "𞤀𞤣", "🙂"]
)


@given(st.lists(st.lists(signs, min_size=SHORTEST - 2, max_size=40).map(" ".join), max_size=4))
def test_sketches_are_of_the_runs_of_three_words_whatever_they_are_written_in(texts):
    assert sketches(texts) == list(map(plain_sketch, texts))


MARKS = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~""" + "".join(map(chr, range(0x20))) + "\x7f“”„»«’‘–—…"


def plain_particulars(text):
    """The particulars of a text, told word by word."""
    named = set()
    for line in text.split("\n"):
        words = line.split()
        for before, word in zip(["", *words], words, strict=False):
            inside = before[-1:].isalnum() or before[-1:] == ","
            if word[0].isdigit() or (word[0].isupper() and inside):
                named.add(word.rstrip(MARKS))
    return tuple(sorted({hashed(word) >> 32 for word in named})[:KEPT])


parts = st.sampled_from([*"aAéÉ1²①, .\n\t\xa0—“’_-'()İΣ𞤀𝟗", "  ", "Ola", "12", " Rim", "saw "]) | st.characters()


@given(st.lists(st.lists(parts, max_size=30).map("".join), max_size=4))
def test_particulars_are_the_same_however_they_are_looked_for(texts):
    assert particulars(texts) == list(map(plain_particulars, texts))


@pytest.mark.parametrize("kind", [str.isdigit, str.isupper, str.isspace], ids=["digits", "capitals", "blanks"])
def test_every_sign_that_begins_or_parts_particulars_is_known(kind):
    signs = [sign for sign in map(chr, range(sys.maxunicode + 1)) if kind(sign)]
    texts = [f"{sign}a saw {sign}b. {sign}c, {sign}d{sign}Ola" for sign in signs]
    assert particulars(texts) == [plain_particulars(text) for text in texts]


def test_a_text_has_the_same_sketch_alone_and_among_many_and_however_long_it_is():
    chance = random.Random(3)  # noqa: S311 -- no secret hangs on it
    texts = [" ".join(chance.choices(WORDS, k=size)) for size in (30, 40_000, 5, 0, 300, 9_000, 9_000)]
    texts = [f"{text} Varsk saw 12 in Lirena." for text in texts]

    assert sketches(texts) == [sketch(text) for text in texts]
    assert particulars(texts) == [particulars([text])[0] for text in texts]
