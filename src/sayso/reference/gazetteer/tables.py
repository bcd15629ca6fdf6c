"""The project's own tables of places: middles of countries and divisions, and places that the sources lack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.core.place import KINDS
from sayso.core.trouble import SaysoError

HERE = Path(__file__).parent
NOTHING = "-"


class TableError(SaysoError):
    """A line of a table with a fault; the text names file and line."""


class Added(NamedTuple):
    """A line of `places.tsv`; without a point where its names are added to a place that the sources have."""

    id: str
    kind: str
    country: str
    point: tuple[float, float] | None
    names: tuple[str, ...]
    line: int


def countries(path: Path = HERE / "country.tsv") -> dict[str, tuple[float, float, tuple[str, ...]]]:
    """Code to middle and further names. Raises TableError."""
    return {
        code: (*_point(path, line, lat, lon), _names(names))
        for line, (code, lat, lon, names) in _lines(path, columns=4)
    }


def divisions(path: Path = HERE / "area.tsv") -> dict[str, tuple[float, float]]:
    """ISO 3166-2 code to middle. Raises TableError."""
    return {code: _point(path, line, lat, lon) for line, (code, lat, lon) in _lines(path, columns=3)}


def added(path: Path = HERE / "places.tsv") -> list[Added]:
    """The places of our own, in the order of the file. Raises TableError."""
    out = []
    for line, (ident, kind, country, lat, lon, names) in _lines(path, columns=6):
        if kind not in KINDS:
            message = f"{path}:{line}: no kind of place named {kind!r}; there are: {', '.join(KINDS)}"
            raise TableError(message)
        point = None if lat == NOTHING else _point(path, line, lat, lon)
        out.append(Added(ident, kind, "" if country == NOTHING else country, point, _names(names), line))
    return out


def _names(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())


def _point(path: Path, line: int, lat: str, lon: str) -> tuple[float, float]:
    try:
        point = float(lat), float(lon)
    except ValueError:
        point = (999.0, 999.0)
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        message = f"{path}:{line}: {lat!r}, {lon!r} is not a latitude and a longitude in degrees"
        raise TableError(message)
    return point


def _lines(path: Path, columns: int) -> Iterator[tuple[int, list[str]]]:
    for number, raw in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not raw.strip() or raw.startswith("#"):
            continue
        cells = raw.split("\t")
        if len(cells) != columns:
            message = f"{path}:{number}: expected {columns} columns parted by tabs, got {len(cells)}"
            raise TableError(message)
        yield number, [cell.strip() for cell in cells]
