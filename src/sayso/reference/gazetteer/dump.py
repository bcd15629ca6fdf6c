"""A user's own GeoNames dump, as from download.geonames.org: every good line a row, every bad one named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.core.place import Kind
from sayso.reference.gazetteer.write import Row

COLUMNS = 19
_KINDS: dict[str, Kind] = {
    "ADM1": "admin1", "ADM1H": "admin1", "ADM2": "admin2", "ADM2H": "admin2", "ADM3": "admin2", "ADM4": "admin2",
    "CONT": "continent", "RGN": "region", "ISL": "region", "ISLS": "region", "PPLX": "site", "PEN": "region",
}  # fmt: skip
_CLASSES: dict[str, Kind] = {
    "P": "city", "H": "water", "T": "relief", "V": "relief", "R": "road", "L": "site", "S": "site", "U": "water",
}  # fmt: skip
Codes = dict[tuple[str, ...], str]


class Fault(NamedTuple):
    """A line that cannot be used, and why."""

    path: Path
    line: int
    reason: str

    def __str__(self) -> str:
        """As compilers write it."""
        return f"{self.path}:{self.line}: {self.reason}"


def read_dump(path: Path, faults: list[Fault]) -> Iterator[Row]:
    """The places of a dump in its order; faults are added to `faults` as they are met.

    The file is read twice: divisions first, so that each place knows what it lies in. Raises OSError.
    """
    codes: Codes = {}
    for _, cells in _lines(path, []):
        if cells[7] in {"ADM1", "ADM2"}:
            code = (cells[8], cells[10], cells[11])[: 2 if cells[7] == "ADM1" else 3]
            codes[code] = f"geonames:{cells[0]}"
    for _, cells in _lines(path, faults):
        kind = _kind(cells)
        if kind is not None:
            yield _row(cells, kind, codes)


def _lines(path: Path, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            try:
                cells = raw.decode("utf-8").rstrip("\r\n").split("\t")
            except UnicodeDecodeError:
                faults.append(Fault(path, number, "not UTF-8"))
                continue
            if cells == [""]:
                continue
            reason = _fault(cells)
            if reason is None:
                yield number, cells
            else:
                faults.append(Fault(path, number, reason))


def _fault(cells: list[str]) -> str | None:
    if len(cells) != COLUMNS:
        return f"{len(cells)} columns parted by tabs where a GeoNames dump has {COLUMNS}"
    if not cells[0].isascii() or not cells[0].isdigit():
        return f"{cells[0]!r} is not a GeoNames number"
    if not cells[1].strip():
        return "a place without a name"
    try:
        lat, lon = float(cells[4]), float(cells[5])
    except ValueError:
        return f"{cells[4]!r}, {cells[5]!r} are not coordinates in degrees"
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return f"coordinates out of range: latitude {cells[4]}, longitude {cells[5]}"
    if cells[14] and not cells[14].lstrip("-").isdigit():
        return f"{cells[14]!r} is not a population"
    return None


def _kind(cells: list[str]) -> Kind | None:
    """What a place is, by its feature code; None for what is no place to look up."""
    if cells[7].startswith("PCL"):
        return "country"
    return _KINDS.get(cells[7]) or _CLASSES.get(cells[6])


def _row(cells: list[str], kind: Kind, codes: Codes) -> Row:
    names = tuple(dict.fromkeys(name for name in (cells[1], cells[2], *cells[3].split(",")) if name.strip()))
    country, one, two = cells[8], cells[10], cells[11]
    ident = f"geonames:{cells[0]}"
    admin1 = codes.get((country, one)) if kind not in {"admin1", "country"} else None
    admin2 = codes.get((country, one, two)) if two and kind not in {"admin1", "admin2", "country"} else None
    population = max(0, int(cells[14] or 0))
    return Row(
        ident, float(cells[4]), float(cells[5]), kind, country, admin1, admin2, population, names,
        cells[7] == "PPLC",
    )  # fmt: skip
