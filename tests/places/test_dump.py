"""A user's own GeoNames dump: what is good in it is used, what is not is named with file and line."""

import pytest

from sayso.core.trouble import SaysoError
from sayso.reference.gazetteer import Gazetteer
from sayso.run.gazetteers import build_from_dump, opened


def line(number=1, name="Tavno", *, lat="50.1", lon="30.2", code="PPL", population="700", country="UA", one="07"):
    kind = "A" if code.startswith(("ADM", "PCL")) else "P"
    cells = [number, name, name, f"{name}s,Тавно", lat, lon, kind, code, country, "", one, "", "", "", population]
    return "\t".join(map(str, [*cells, "", "", "Europe/Kyiv", "2024-01-01"]))


@pytest.fixture
def dump(tmp_path):
    def dump(*lines):
        path = tmp_path / "UA.txt"
        path.write_bytes(b"\n".join(one if isinstance(one, bytes) else one.encode() for one in lines) + b"\n")
        return path

    return dump


def test_a_dump_is_asked_by_every_name(dump, tmp_path):
    built = build_from_dump(dump(line(7, "Karsal Oblast", code="ADM1"), line(8)), tmp_path / "own.sqlite")
    assert (built.places, built.faults) == (2, ())
    gazetteer = Gazetteer([built.path])
    found = next(place for place in gazetteer.places("тавно") if place.kind == "city")
    assert (found.id, found.name, found.kind, found.admin1) == ("geonames:8", "Tavno", "city", "geonames:7")
    gazetteer.close()


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("half a line\twith three\tcolumns", "3 columns parted by tabs where a GeoNames dump has 19"),
        (line(lat="91"), "coordinates out of range: latitude 91, longitude 30.2"),
        (line(lon="-180.5"), "coordinates out of range: latitude 50.1, longitude -180.5"),
        (line(lat="nan"), "coordinates out of range: latitude nan, longitude 30.2"),
        (line(lat="north"), "'north', '30.2' are not coordinates in degrees"),
        (line(number="x7"), "'x7' is not a GeoNames number"),
        (line(name=" "), "a place without a name"),
        (line(population="many"), "'many' is not a population"),
        (b"\xff\xfe\t" * 19, "not UTF-8"),
    ],
    ids=["columns", "latitude", "longitude", "not a number", "words", "number", "name", "population", "bytes"],
)
def test_a_bad_line_is_named_and_the_rest_is_used(dump, tmp_path, bad, reason):
    path = dump(line(1), bad, line(2, "Lirena"))
    built = build_from_dump(path, tmp_path / "own.sqlite")
    assert built.places == 2
    assert [str(fault) for fault in built.faults] == [f"{path}:2: {reason}"]


def test_many_bad_lines_are_summed_up(dump, tmp_path):
    built = build_from_dump(dump(line(), *["broken"] * 30), tmp_path / "own.sqlite")
    told = list(built.told)
    assert len(told) == 21
    assert told[-1].endswith("10 more lines that cannot be used")


@pytest.mark.parametrize("lines", [(), ("not a dump",), (b"SQLite format 3\x00 but broken",)])
def test_what_holds_no_place_is_refused(dump, tmp_path, lines):
    with pytest.raises(SaysoError, match="holds no place of a GeoNames dump"):
        build_from_dump(dump(*lines), tmp_path / "own.sqlite")
    assert not (tmp_path / "own.sqlite").exists()


def test_a_dump_is_asked_before_what_is_built(dump):
    with opened(dump(line(9, "Kyiv", code="PPLC", population="1"))) as (gazetteer, notes):
        assert "geonames:9" in [place.id for place in gazetteer.places("Kyiv")]
        assert notes == ()
