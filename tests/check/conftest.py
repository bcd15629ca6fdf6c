"""A small pack, of a language of nobody's, in which checks can be seen to pass and to fail."""

import pytest

from sayso.lang.pack import load

PACK = """
code = "zz"
name = "Test"
own_name = "test"
script = "Latn"
direction = "rtl"
thousands = [","]
licence = "Apache-2.0"
authors = ["nobody"]
"""
RULES = """
[[rule]]
name = "at least"
pattern = "<at_least> {n:number}"
gives = { low = "n" }
match = ["At least 12 men fled."]
avoid = ["Not least because of it."]
"""
WORDS = {
    "at_least.txt": "at least\n",
    "number.tsv": "10\tten\n12\ttwelve\n",
    "unused.txt": "zeppelin, zeppelins\n",
    "be.txt": "is, was, were\n",
    "people.tsv": "unknown\tman, men\n",
    "harm.tsv": "killed\tparticiple\tkilled\n",
    "event.tsv": "attack\tnoun\tattack\n",
}


@pytest.fixture
def folder(tmp_path):
    """The folder of the pack."""
    (tmp_path / "pack.toml").write_text(PACK, "utf-8")
    for name in ("words", "rules", "examples"):
        (tmp_path / name).mkdir()
    (tmp_path / "rules" / "quantity.toml").write_text(RULES, "utf-8")
    for name, lines in WORDS.items():
        (tmp_path / "words" / name).write_text(lines, "utf-8")
    return tmp_path


@pytest.fixture
def pack(folder):
    """The pack as it stands."""
    return load(folder)
