"""Places of the world as a gazetteer has them, and what a place name in a report was resolved to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

import msgspec

Kind = Literal[
    "continent", "region", "country", "admin1", "admin2", "city", "site", "water", "relief", "road",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)


class Place(msgspec.Struct, frozen=True, gc=False):
    """One place: its point in degrees (WGS 84), and the country (ISO 3166-1) and divisions it lies in, by id.

    `region` is larger than a division or lies across several (*Donbas*); `site` is a camp, base, dam, crossing or
    quarter. `population` is 0 where it is not known. `capital`: it is a country's. `own`: the name looked up is the
    name that the place goes by.
    """

    id: str
    name: str
    lat: float
    lon: float
    kind: Kind
    country: str
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    capital: bool = False
    own: bool = True


Lookup = Callable[
    [str], tuple[Place, ...]
]  # from a name as written to the places that bear it, the most populous first


def nowhere(name: str) -> tuple[Place, ...]:  # noqa: ARG001 -- a look-up has this form
    """The look-up of those who have no gazetteer."""
    return ()


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A place that a name may mean: points, and each feature that spoke for or against it with its reason."""

    place: Place
    points: int
    features: tuple[tuple[str, int, str], ...]


class Located(msgspec.Struct, frozen=True, gc=False):
    """A name resolved: the place, how precisely it tells where (UCDP `where_prec`, 1–7), and all candidates weighed."""

    place: Place
    precision: int | None
    candidates: tuple[Candidate, ...]
