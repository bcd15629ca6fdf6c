"""What speaks for each place that a name may mean: one function a feature, each with points and a reason.

Points are whole numbers, so that a sum is the same everywhere and can be followed by hand: ten points are a tenfold
population. The features are those of the literature on toponym resolution (Leidner 2007): population, kind of place,
what the text says it lies in, and how near the places of one report are to one another.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log10
from typing import NamedTuple

from sayso.claim.survey import AREAS, NEAR, View
from sayso.core.place import Place

STANDING = {
    "continent": 75, "region": 70, "water": 60, "relief": 45, "site": 45, "road": 45,
    "country": 40, "city": 4, "admin1": 2, "admin2": -6,
}  # fmt: skip
CAPITAL = 18
GREAT, VAST = 500_000, 2_000_000  # people of a city, of a division
WANTED = {  # what a noun beside the name leads to expect, and the kinds of place that fit
    "country": {"country"}, "admin1": {"admin1", "region"}, "admin2": {"admin2", "admin1"}, "city": {"city", "site"},
    "site": {"site"}, "water": {"water"}, "relief": {"relief", "region"}, "road": {"road"},
}  # fmt: skip

Feature = tuple[str, int, str]


class Asked(NamedTuple):
    """A name to resolve: what the text says of it, whatever other names stand for.

    `kind` is a noun's beside it, `country` that of the language pack's list, `home` a place that the publisher is named
    after, `bearers` the ids of all places of that name (none where a country has it), `held` those of all that may
    hold what is said to lie in it. `company` tells of a place how many other names may mean one beside it, in tenths,
    and whether one may mean what it lies in or what lies in it.
    """

    kind: str | None
    country: str | None
    home: Place | None
    bearers: frozenset[str]
    held: frozenset[str]
    company: Callable[[Place], tuple[int, bool]]


class Setting(NamedTuple):
    """What the other names of a report are taken for so far.

    `within` is what the name is said to lie in, `beside` what it is listed with.
    """

    view: View
    within: Place | None
    beside: tuple[Place, ...]


def population(place: Place) -> Feature:
    """Ten points a power of ten."""
    return "population", round(10 * log10(place.population + 1)), f"{place.population:,} people"


def standing(place: Place) -> Feature:
    """What kind of place it is: countries, capitals and places of our own are spoken of more than their size says."""
    if place.capital:
        return "standing", CAPITAL, "a country's capital"
    return "standing", STANDING[place.kind], place.kind


def name(place: Place) -> Feature | None:
    """Whether it is merely also known by the name."""
    if place.own or place.kind == "country":
        return None
    return "name", -15, f"another name of {place.name}"


def noun(place: Place, asked: Asked) -> Feature | None:
    """A noun beside the name: *province, river, the city of*."""
    if asked.kind is None:
        return None
    if place.kind in WANTED[asked.kind]:
        return "noun", 25, f"the text calls it {asked.kind}"
    return "noun", -25, f"the text calls it {asked.kind}, this is a {place.kind}"


def holder(place: Place, asked: Asked) -> Feature | None:
    """Whether it holds a place that the text puts in it: *Karsal, Lirena* speaks for a Lirena with a Karsal."""
    ident = place.country if place.kind == "country" else place.id
    return ("holder", 30, "holds a place that the text puts in it") if ident in asked.held else None


def seat(place: Place, asked: Asked) -> Feature | None:
    """A town that a division of the same name is called after: coders take the town, unless the text says otherwise."""
    if place.kind != "city" or place.admin1 not in asked.bearers:
        return None
    return "seat", 10, "a town in a division of the same name"


def listed(place: Place, asked: Asked) -> Feature | None:
    """The country that the language pack's list of places gives the name."""
    if asked.country is None or place.country != asked.country:
        return None
    return "listed", 12, f"the language pack has it in {asked.country}"


def company(place: Place, asked: Asked) -> Feature | None:
    """Whether other names of the report may mean places beside it, or what it lies in."""
    beside, kin = asked.company(place)
    points = min(12, beside) + (20 if kin else 0)
    reason = "the report names a place in it, or what it lies in" if kin else "other names may mean places beside it"
    return ("company", points, reason) if points else None


def home(place: Place, asked: Asked) -> Feature | None:
    """Where the report comes from."""
    if asked.home is None or place.country != asked.home.country:
        return None
    near = asked.home.admin1 in {place.id, place.admin1} - {None}
    return "home", 40 if near else 15, f"the publisher is named after {asked.home.name}"


def container(place: Place, setting: Setting) -> Feature | None:
    """What the text says it lies in: *Karsal, Lirena*."""
    if setting.within is None:
        return None
    if lies_in(place, setting.within):
        return "container", 60, f"in {setting.within.name}, as the text says"
    return "container", -10, f"not in {setting.within.name}, which stands behind it"


def row(place: Place, setting: Setting) -> Feature | None:
    """Whether it is of one kind and country with those it is listed with: a row of states."""
    same = [other for other in setting.beside if (other.kind, other.country) == (place.kind, place.country)]
    return ("row", 14, f"listed with {same[0].name}, of the same kind and country") if same else None


def country(place: Place, setting: Setting) -> Feature | None:
    """How much of the report plays in the same country."""
    part = setting.view.countries.of(place.country)
    return (
        ("country", part * 30 // 100, f"{part} % of the report's other places are in {place.country}") if part else None
    )


def division(place: Place, setting: Setting) -> Feature | None:
    """How much of the report plays in the same first-level division."""
    part = setting.view.divisions.of((place.id if place.kind == "admin1" else place.admin1) or "")
    return ("division", part * 30 // 100, f"{part} % of them are in the same division") if part else None


def alike(place: Place, setting: Setting) -> Feature | None:
    """How many of the report's other places are of the same kind in the same country."""
    part = setting.view.kinds.of((place.country, place.kind))
    return ("alike", part * 16 // 100, f"{part} % of them are of this kind in this country") if part else None


def distance(place: Place, setting: Setting) -> Feature | None:
    """Whether another place of the report is near."""
    side = None if place.kind in AREAS else setting.view.nearest(place)
    if side is None:
        return None
    return ("distance", 8, "within about 100 km of another place of the report") if side == NEAR else (
        "distance", 4, "within about 400 km of another place of the report"
    )  # fmt: skip


ALONE: tuple[Callable[[Place], Feature | None], ...] = (population, standing, name)
AS_ASKED: tuple[Callable[[Place, Asked], Feature | None], ...] = (noun, holder, seat, listed, company, home)
IN_SETTING: tuple[Callable[[Place, Setting], Feature | None], ...] = (
    container, row, country, division, alike, distance,
)  # fmt: skip


def by_itself(place: Place, asked: Asked) -> tuple[Feature, ...]:
    """The features that hang on the name and its neighbours alone."""
    told = (*(one(place) for one in ALONE), *(one(place, asked) for one in AS_ASKED))
    return tuple(one for one in told if one is not None)


def in_setting(place: Place, setting: Setting) -> tuple[Feature, ...]:
    """The features that hang on what the other names are taken for."""
    return tuple(told for one in IN_SETTING if (told := one(place, setting)) is not None)


def is_strange(place: Place, asked: Asked, setting: Setting) -> bool:
    """Whether only its name speaks for a place, and the report for none of its country: the place is then not meant.

    A great city is meant anywhere, and so is what the text or the language pack puts there.
    """
    great = place.own and place.population >= (GREAT if place.kind == "city" else VAST)
    if great or place.capital or place.kind in AREAS - {"admin1"} or not setting.view.any:
        return False
    if setting.within is not None and lies_in(place, setting.within):
        return False
    return place.country not in (asked.country, "") and not setting.view.countries.of(place.country)


def lies_in(place: Place, other: Place) -> bool:
    """Whether one place is in another, as the gazetteer has it."""
    if other.id in (place.admin1, place.admin2):
        return True
    return other.kind in {"country", "region"} and other.country == place.country != "" and place.kind != "country"
