"""What the ledger keeps of a reading: names, and a sketch that tells a copy from another text."""

import random
import re
import sys
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rensa import RMinHash

from sayso.core.document import Document
from sayso.run.packs import load_packs
from sayso.run.pipeline import read_document
from sayso.run.report import KEPT, PERMUTATIONS, SEED, SHORTEST, particulars, report, sketch

WORDS = [f"word{k}" for k in range(400)]


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
    assert sketch("Too short to tell.") == ()
    assert sketch("") == ()


def test_a_report_has_its_claims_and_names():
    document = Document(id="d", text="Three people were killed in Varsk, police said.", language="en", title="Varsk")
    found = report(read_document(document, load_packs(["en"])), "key")

    assert (found.key, found.id, found.title) == ("key", "d", "Varsk")
    assert [name.name for name in found.names] == ["varsk"]
    assert len(found.claims) == 1


signs = st.text(st.characters(max_codepoint=0x2100), max_size=6) | st.sampled_from(
    ["naïve", "ΟΔΟΣ", "½", "“go”", "a—b", "ß"]
)


@given(st.lists(signs, min_size=SHORTEST, max_size=40).map(" ".join))
def test_a_sketch_is_of_the_runs_of_three_words_whatever_they_are_written_in(text):
    words = re.findall(r"\w+", text.casefold())
    plain = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    plain.update([" ".join(words[k : k + 3]) for k in range(len(words) - 2)])
    assert sketch(text) == (tuple(plain.digest()) if len(words) >= SHORTEST else ())


MARKS = r"""!"#$%&'()*+,-./:;<=>?@[\]^`{|}~""" + " \t\n\r\v\f" + "".join(map(chr, range(0x20))) + "\x7f“”„»«’‘–—…"


def plainly(text):
    """The particulars of a text, told word by word."""
    words = text.replace("\n", " . ").split()
    named = set()
    for before, word in zip(["", *words], words, strict=False):
        inside = before[-1:].isalnum() or before[-1:] == ","
        if word[0].isdigit() or (word[0].isupper() and inside):
            named.add(word.strip(MARKS))
    return tuple(sorted([crc32(word.encode()) for word in named])[:KEPT])


parts = st.sampled_from([*"aAéÉ1²①, .\n\t\xa0—“’_-'()İΣ", "  ", "Ola", "12", " Rim", "saw "]) | st.characters(
    exclude_categories=["Cs"]
)


@given(st.lists(parts, max_size=30).map("".join))
def test_particulars_are_the_same_however_they_are_looked_for(text):
    assert particulars(text) == plainly(text)


@pytest.mark.parametrize("kind", [str.isdigit, str.isupper, str.isspace], ids=["digits", "capitals", "blanks"])
def test_every_sign_that_begins_or_parts_particulars_is_known(kind):
    signs = [sign for sign in map(chr, range(sys.maxunicode + 1)) if kind(sign)]
    texts = [f"{sign}a saw {sign}b. {sign}c, {sign}d{sign}Ola" for sign in signs]
    assert [particulars(text) for text in texts] == [plainly(text) for text in texts]
