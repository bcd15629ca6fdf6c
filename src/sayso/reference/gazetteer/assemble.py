"""From the sources to the rows of the gazetteer: every place once, with all its names and what it lies in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import cos, radians

import msgspec

from sayso.core.place import Kind
from sayso.reference.gazetteer import sources, tables
from sayso.reference.gazetteer.key import key
from sayso.reference.gazetteer.write import Row

SQUARE = 4  # squares to a degree, over which the middle of a division is taken
# What stands beside the bare name of a division in the sources; names of places, so in the sources' own spellings.
_TYPE = re.compile(
    r"(?: (?:County|Parish|Province|Governorate|District|Oblast|Oblast’|Rayon|Raion|Region|State|Municipality"
    r"|Department|Prefecture|Län|Kommun|Fylke|Division|Canton|Voivodeship|Republic|Borough|Census Area"
    r"|Emirate|Krai|Kray))+$"
    r"|^(?:State|Province|Governorate|District|City|County|Republic|Muhafazat|Provincia|Departamento|Región)"
    r"(?: of| de| del)? "
)
Point = tuple[float, float]
Ask = tuple[str, str, str]  # kind, country, key of a name


def rows() -> list[Row]:
    """All rows, in an order that hangs on nothing but the sources. Raises SourcesError and TableError."""
    sources.versions()
    cities, inside = sources.cities(), sources.city_divisions()
    divisions = sources.divisions()
    ids = {number: _division_id(one) for number, one in divisions.items()}
    people = _people(cities, inside)
    cldr = sources.territories()
    out = [
        *_countries(cldr),
        *_divisions(divisions, ids, _middles(cities, inside), people),
        *_cities(cities, inside, divisions, ids),
    ]
    return _with_own(out, cldr)


def _countries(cldr: dict[str, tuple[str, ...]]) -> Iterator[Row]:
    middles, aliases = tables.countries(), sources.country_aliases()
    for code, one in sorted(sources.countries().items()):
        if code in middles:
            lat, lon, further = middles[code]
            names = _unique((one.name, *further, *aliases.get(code, ()), *cldr.get(code, ())))
            wrong = {key(name[1:]) for name in further if name.startswith("!")}
            names = tuple(name for name in names if not name.startswith("!") and key(name) not in wrong)
            yield Row(f"geonames:{one.geonameid}", lat, lon, "country", code, None, None, one.population, names)


def _cities(
    cities: Sequence[sources.City],
    inside: dict[int, tuple[int, ...]],
    divisions: dict[int, sources.Division],
    ids: dict[int, str],
) -> Iterator[Row]:
    capitals = _capitals(cities)
    for city in cities:
        within: dict[int, str] = {}
        for number in inside.get(city.geonameid, ()):
            if number in divisions:
                within[divisions[number].level] = ids[number]
        names = _unique((city.name, *filter(_is_name, city.alternatenames)))
        yield Row(
            f"geonames:{city.geonameid}", city.latitude, city.longitude, "city", city.countrycode,
            within.get(1), within.get(2), city.population, names, city.geonameid in capitals,
        )  # fmt: skip


def _capitals(cities: Sequence[sources.City]) -> set[int]:
    """The most populous place of the capital's name in each country."""
    asked = {(code, key(one.capital)) for code, one in sources.countries().items() if one.capital}
    best: dict[tuple[str, str], sources.City] = {}
    for city in cities:
        for name in {key(city.name), *map(key, city.alternatenames)}:
            ask = (city.countrycode, name)
            if ask in asked and (ask not in best or city.population > best[ask].population):
                best[ask] = city
    return {city.geonameid for city in best.values()}


def _is_name(name: str) -> bool:
    """Whether an alternate name is one: no code of an airport, no sounds of another script in small letters."""
    if name.isascii():
        return not name.islower() and not (len(name) <= 3 and name.isupper()) and not name.isdecimal()
    return bool(name.strip())


def _division_id(one: sources.Division) -> str:
    return f"geonames:{one.geonameid}" if one.geonameid else f"iso:{one.iso}"


def _divisions(
    divisions: dict[int, sources.Division],
    ids: dict[int, str],
    middles: dict[int, Point],
    people: dict[int, int],
) -> Iterator[Row]:
    settled = tables.divisions()
    for number, one in sorted(divisions.items()):
        middle = settled.get(one.iso) or middles.get(number)
        if middle is None:
            continue
        country = (one.iso or one.code)[:2]
        kind: Kind = "admin1" if one.level == 1 else "admin2"
        names = _unique((one.name, *one.aliases, *map(_bare, (one.name, *one.aliases))))
        yield Row(ids[number], *middle, kind, country, ids.get(one.parent), None, people.get(number, 0), names)


def _bare(name: str) -> str:
    """A division's name less the word for what it is."""
    return _TYPE.sub("", name)


def _people(cities: Sequence[sources.City], inside: dict[int, tuple[int, ...]]) -> dict[int, int]:
    out: dict[int, int] = defaultdict(int)
    for city in cities:
        for number in inside.get(city.geonameid, ()):
            out[number] += city.population
    return out


def _middles(cities: Sequence[sources.City], inside: dict[int, tuple[int, ...]]) -> dict[int, Point]:
    """The middle of each division: the mean of its quarter-degree squares with a town, weighed by their area."""
    squares: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for city in cities:
        square = (int(city.latitude * SQUARE // 1), int(city.longitude * SQUARE // 1))
        for number in inside.get(city.geonameid, ()):
            squares[number].add(square)
    single = _means(cities, inside)
    return {number: _mean(held) if len(held) > 4 else single[number] for number, held in squares.items()}


def _means(cities: Sequence[sources.City], inside: dict[int, tuple[int, ...]]) -> dict[int, Point]:
    held: dict[int, list[Point]] = defaultdict(list)
    for city in cities:
        for number in inside.get(city.geonameid, ()):
            held[number].append((city.latitude, city.longitude))
    return {
        number: (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))
        for number, points in held.items()
    }


def _mean(squares: set[tuple[int, int]]) -> Point:
    weighed = [(cos(radians(y / SQUARE)), (y + 0.5) / SQUARE, (x + 0.5) / SQUARE) for y, x in sorted(squares)]
    total = sum(w for w, _, _ in weighed)
    return sum(w * lat for w, lat, _ in weighed) / total, sum(w * lon for w, _, lon in weighed) / total


def _with_own(out: list[Row], cldr: dict[str, tuple[str, ...]]) -> list[Row]:
    """The places of our own at the end, and the names of our own with the places they belong to."""
    added = tables.added()
    best = _bearers(out, {_asked(one) for one in added if one.point is None})
    own = []
    for one in added:
        if one.point is not None:
            named = (cldr.get(part[5:], ()) if part.startswith("cldr:") else (part,) for part in one.names)
            names = _unique([name for some in named for name in some])
            kind = msgspec.convert(one.kind, Kind)
            own.append(Row(f"sayso:{one.id}", *one.point, kind, one.country, None, None, 0, names))
        elif _asked(one) in best:
            n = best[_asked(one)]
            out[n] = out[n]._replace(names=_unique((*out[n].names, *one.names)))
        else:
            message = f"{tables.HERE / 'places.tsv'}:{one.line}: the sources have no {one.kind} {one.names[0]!r}"
            raise tables.TableError(message)
    return out + own


def _asked(one: tables.Added) -> Ask:
    return one.kind, one.country, key(one.names[0])


def _bearers(out: list[Row], asked: set[Ask]) -> dict[Ask, int]:
    """The most populous place of each kind, country and name that is asked for."""
    best: dict[Ask, int] = {}
    countries = {country for _, country, _ in asked}
    for n, row in enumerate(out):
        if row.country in countries:
            for ask in {(row.kind, row.country, key(name)) for name in row.names} & asked:
                if ask not in best or row.population > out[best[ask]].population:
                    best[ask] = n
    return best


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
