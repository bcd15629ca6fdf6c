"""The table of names is held to what comes, and a code that no table knows is a fault."""

from sayso.check.names import check_names
from sayso.lang.pack import load

PACK = """
code = "zz"
name = "Zed"
own_name = "zed"
script = "Latn"
licence = "Apache-2.0"
authors = ["x"]
"""


def pack(folder, **files):
    (folder / "words").mkdir()
    for name, text in {"pack.toml": PACK, **files}.items():
        path = folder / name.replace("__", "/").replace("_tsv", ".tsv")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return load(folder)


def test_a_right_line_and_a_wrong_one(tmp_path):
    made = pack(
        tmp_path,
        names__actor_tsv="army\tarmo, la armo\n",
        examples__names_tsv="army\tarmo\n-\tlordo\npolice\tarmo\n",
    )
    found = list(check_names(made))
    assert found[:2] == [None, None]
    assert (found[2].line, found[2].message) == (3, "names\n  armo: expected police, came army")


def test_a_code_that_no_table_knows(tmp_path):
    made = pack(tmp_path, names__actor_tsv="# code\tforms\narmmy\tarmo\n")
    (fault,) = check_names(made)
    assert fault.line == 2
    assert "armmy" in fault.message


def test_a_pack_without_names(tmp_path):
    assert list(check_names(pack(tmp_path))) == []
