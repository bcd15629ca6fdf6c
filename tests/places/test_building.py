"""The gazetteer as a file: the same bytes twice, its own tables without fault, and what is said where there is none."""

import subprocess
import sys

import pytest

from sayso.reference.gazetteer import Gazetteer, key, tables
from sayso.reference.gazetteer.store import GazetteerError
from sayso.reference.gazetteer.write import Row, write
from sayso.run import gazetteers

KYIV = Row("geonames:703448", 50.45, 30.52, "city", "UA", None, None, 2_800_000, ("Kyiv", "Kiev", "Київ"), True)


def test_the_same_rows_give_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        write([KYIV], tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_build_that_fails_leaves_what_was_there(tmp_path):
    path = tmp_path / "own.sqlite"
    write([KYIV], path)
    before = path.read_bytes()

    def failing():
        yield KYIV
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(failing(), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khān Shaykhūn", "khan shaykhun"),
        ("Deir ez-Zor", "Deir ez Zor"),
        ("St. Louis", "Saint Louis"),
        ("Dar'a", "Dar’a"),
        ("Łódź", "Lodz"),
        ("الرقّة", "الرقة"),
        ("Орёл", "Орел"),
        ("İstanbul", "Istanbul"),
    ],
)
def test_spellings_that_are_one_key(one, other):
    assert key(one) == key(other)


def test_the_projects_own_tables_are_sound():
    assert len(tables.countries()) > 240
    assert all(len(code) == 2 and code.isupper() for code in tables.countries())
    added = tables.added()
    idents = [one.id for one in added if one.point is not None]
    assert len(set(idents)) == len(idents)
    assert {one.names[0] for one in added} >= {"Donbas", "Khasham", "Black Sea"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("x\tcity\tSY\t95\t10\tX", "'95', '10' is not a latitude and a longitude in degrees"),
        ("x\tcastle\tSY\t35\t10\tX", "no kind of place named 'castle'"),
        ("x\tcity\tSY", "expected 6 columns parted by tabs, got 3"),
    ],
)
def test_a_fault_in_a_table_is_named_with_its_line(tmp_path, line, reason):
    path = tmp_path / "places.tsv"
    path.write_text(f"# a comment\n{line}\n", "utf-8")
    with pytest.raises(tables.TableError, match=rf"places\.tsv:2: .*{reason.split(';')[0][:20]}"):
        tables.added(path)


def test_another_file_is_no_gazetteer(tmp_path):
    path = tmp_path / "notes.sqlite"
    path.write_bytes(b"SQLite format 3\x00 and nothing of ours")
    with pytest.raises(GazetteerError, match="not a gazetteer; build one with: sayso gazetteer"):
        Gazetteer([path])


def test_where_none_is_built_it_is_said_once_and_reading_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(gazetteers, "default_path", lambda: tmp_path / "none.sqlite")
    with gazetteers.opened(None) as (gazetteer, notes):
        assert gazetteer is None
        assert notes == (
            "no gazetteer is built, so places stay names without coordinates; build it once with: sayso gazetteer",
        )


def test_a_missing_package_is_named_with_what_to_run(tmp_path):
    code = (
        "import sys; sys.modules['x'] = None\n"
        "from importlib import metadata\n"
        "def version(name): raise metadata.PackageNotFoundError(name)\n"
        "from sayso.reference.gazetteer import sources\n"
        "sources.version = version\n"
        "from sayso.cli import main\n"
        f"main(['gazetteer', '--output', {str(tmp_path / 'g.sqlite')!r}])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pip install 'sayso[gazetteer]'" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not gazetteers.default_path().exists(), reason="no gazetteer is built: sayso gazetteer")
@pytest.mark.parametrize(
    ("name", "country", "point"),
    [
        ("Deir Ezzor", "SY", (35.3, 40.1)),
        ("Hodeidah", "YE", (14.8, 43.0)),
        ("Khasham", "SY", (35.3, 40.3)),
        ("Донбас", "UA", (48.2, 38.2)),
        ("Syrien", "SY", (35, 38)),
        ("الخرطوم", "SD", (15.6, 32.5)),
    ],
)
def test_names_that_coders_meet_are_in_the_built_one(name, country, point):
    gazetteer = Gazetteer([gazetteers.default_path()])
    near = [one for one in gazetteer.places(name) if abs(one.lat - point[0]) < 0.5 and abs(one.lon - point[1]) < 0.5]
    gazetteer.close()
    assert country in {one.country for one in near}
