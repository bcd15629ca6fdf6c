"""Language packs of other distributions: found by their entry point, without a line of Python changed here."""

import sys

import pytest

from sayso.check.pack import check_pack
from sayso.core.document import Document
from sayso.core.trouble import PackError
from sayso.run.packs import folders, load_packs
from sayso.run.pipeline import read_document

PACK = """
code = "tlh"
name = "Klingon"
own_name = "tlhIngan Hol"
script = "Latn"
licence = "CC0-1.0"
authors = ["nobody"]
"""
WORDS = {
    "say.txt": "jatlh\n",
    "determiner.txt": "wa\n",
    "be.txt": "ghaH\n",
    "people.tsv": "combatant\tsg\tSuvwI'\ncombatant\tpl\tSuvwI'pu'\n",
    "number.tsv": "2\tcha'\n",
    "harm.tsv": "killed\tparticiple\tHoHpu'\n",
}
EXAMPLE = """
## Two

```
cha' SuvwI'pu' HoHpu'.
```

=> killed 2
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Lay a distribution with a pack on the path, as pip would."""

    def lay(code="tlh", module="sayso_tlh", pack=PACK, folder="sayso_tlh"):
        inside = tmp_path / folder
        for name in ("words", "rules", "examples"):
            (inside / name).mkdir(parents=True)
        (inside / "pack.toml").write_text(pack, "utf-8")
        for name, lines in WORDS.items():
            (inside / "words" / name).write_text(lines, "utf-8")
        (inside / "__init__.py").write_text("raise RuntimeError('a pack is data')\n", "utf-8")
        info = tmp_path / f"{folder}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {folder}\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[sayso.languages]\n{code} = {module}\n", "utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        return inside

    return lay


def test_a_pack_by_entry_point_is_found_and_reads(install):
    before = set(folders())
    inside = install()
    assert set(folders()) == before | {"tlh"}
    assert folders()["tlh"] == inside
    packs = load_packs()
    text = "cha' SuvwI'pu' HoHpu'."
    result = read_document(Document(id="x", text=text, language="tlh"), packs)
    assert result.record.language == "tlh"
    assert result.record.reader.pack == packs["tlh"].digest
    assert [toll.quantity.low for toll in result.reading.tolls] == [2]
    assert "sayso_tlh" not in sys.modules


def test_the_checks_run_on_it(install):
    install()
    assert "tlh" in str(check_pack(load_packs(["tlh"])["tlh"]))


def test_the_built_in_packs_still_come_first_and_all(install):
    install()
    assert set(load_packs()) == set(folders())


def test_a_package_that_is_not_there_is_named(install):
    install(module="sayso_nowhere.deep")
    with pytest.raises(PackError, match=r"'tlh' of sayso_tlh cannot be found: no package named 'sayso_nowhere\.deep'"):
        folders()


def test_two_packs_of_one_code_are_refused(install):
    code = min(folders())
    install(code=code)
    with pytest.raises(PackError, match=f"two language packs named '{code}'"):
        folders()


def test_a_code_that_is_not_the_packs_own_is_refused(install):
    install(code="qaa")
    with pytest.raises(PackError, match="installed as 'qaa', but its code is 'tlh'"):
        load_packs(["qaa"])


def test_a_code_without_a_pack():
    with pytest.raises(PackError, match="no language pack named 'qaa'; there are: "):
        load_packs(["qaa"])


def test_a_pack_need_not_say_how_thousands_are_parted(install):
    install()
    pack = load_packs(["tlh"])["tlh"]
    assert pack.settings.thousands == ()
    assert pack.split("1,000 12.5") == ("1", ",", "000", "12.5")
