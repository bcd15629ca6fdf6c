"""Place names to places: candidates ranked with what the report says elsewhere; no answer rather than a wild one.

Every name is first taken by itself, then again in the setting that the others make. One name means one place in a
report, but where the text says what it lies in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from sayso.claim.company import Company
from sayso.claim.survey import Marked, Survey, mark
from sayso.claim.weigh import Asked, Feature, Setting, by_itself, in_setting, is_strange, lies_in
from sayso.core.place import Candidate, Located, Lookup, Place
from sayso.core.reading import PlaceName
from sayso.core.span import Span

ROUNDS = 2
WEIGHED = 40  # candidates of a name, the most populous
TOLD = 5  # candidates that an answer carries
HOLDERS = frozenset({"country", "admin1", "admin2"})
PRECISION = {"city": 1, "site": 1, "admin2": 3, "admin1": 4, "region": 5, "relief": 5, "road": 5, "country": 6}


@dataclass(slots=True, eq=False)
class Name:
    """A name with all its mentions in a report, and what it may mean; `place` is what it is taken for so far."""

    base: str
    mentions: list[PlaceName]
    places: tuple[Place, ...]
    within: Name | None = None
    beside: list[Name] = field(default_factory=list)
    own: list[tuple[Place, int, tuple[Feature, ...]]] = field(default_factory=list)
    asked: Asked | None = None
    place: Place | None = None

    @property
    def marked(self) -> Marked | None:
        """What it says of where the report plays."""
        return mark(self.place, len(self.mentions)) if self.place is not None else None


def locate(mentions: Iterable[PlaceName], lookup: Lookup, home: Place | None = None) -> dict[Span, Located]:
    """Each place name's place by its span; a name that no place bears is left out.

    `home` is a place that the report's publisher is named after. Pure, as far as the look-up is.
    """
    names = _names(list(mentions), lookup)
    _weigh_alone(names, home)
    alike: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        alike[name.base].append(name)
    for _ in range(ROUNDS):
        survey = _survey(names)
        taken = [_best(name, _setting(name, alike[name.base], survey)) for name in names]
        for name, place in zip(names, taken, strict=True):
            name.place = place
    survey = _survey(names)
    out: dict[Span, Located] = {}
    for name in names:
        ranked = _ranked(name, _setting(name, alike[name.base], survey))
        for mention in name.mentions:
            if (found := _located(mention, name, ranked)) is not None:
                out[mention.span] = found
    return out


def _names(mentions: list[PlaceName], lookup: Lookup) -> list[Name]:
    """The mentions by what they say; one with nothing behind it goes with the first of its name that has something."""
    by_span = {mention.span: mention for mention in mentions}
    made: dict[tuple[str, str | None], Name] = {}
    first: dict[str, Name] = {}
    of: dict[Span, Name] = {}
    for mention in sorted(mentions, key=lambda one: (one.within not in by_span, one.span)):
        base = _base(mention)
        within = by_span.get(mention.within) if mention.within is not None else None
        key = base, _base(within) if within is not None else None
        name = made.get(key) or (first.get(base) if within is None else None)
        if name is None:
            places = lookup(mention.base or mention.name) if mention.kind != "road" else ()
            name = made[key] = Name(base, [], places[:WEIGHED])
            first.setdefault(base, name)
        name.mentions.append(mention)
        of[mention.span] = name
    for name in made.values():
        for mention in name.mentions:
            name.within = name.within or (of.get(mention.within) if mention.within is not None else None)
            if mention.beside is not None and mention.beside in of:
                name.beside.append(of[mention.beside])
    return list(made.values())


def _base(mention: PlaceName) -> str:
    return (mention.base or mention.name).casefold()


def _weigh_alone(names: list[Name], home: Place | None) -> None:
    """Weigh each candidate by what hangs on no other name's answer."""
    company = Company({n: name.places for n, name in enumerate(names)})
    held: dict[int, set[str]] = defaultdict(set)
    for name in names:
        if name.within is not None:
            inside = (ident for place in name.places for ident in (place.country, place.admin1, place.admin2))
            held[id(name.within)].update(ident for ident in inside if ident)
    for n, name in enumerate(names):
        kind = next((mention.kind for mention in name.mentions if mention.kind), None)
        country = next((mention.country for mention in name.mentions if mention.country), None)
        land = any(place.kind == "country" for place in name.places)
        bearers = frozenset(place.id for place in name.places if not land)
        asked = Asked(kind, country, home, bearers, frozenset(held[id(name)]), partial(company.of, asker=n))
        for place in name.places:
            told = by_itself(place, asked)
            name.own.append((place, sum(points for _, points, _ in told), told))
        name.asked = asked
        name.place = name.places[0] if len(name.places) == 1 else None


def _survey(names: list[Name]) -> Survey:
    return Survey(marked for name in names if (marked := name.marked) is not None)


def _setting(name: Name, alike: list[Name], survey: Survey) -> Setting:
    """What the other names are taken for so far; names of one form do not speak for one another."""
    view = survey.seen(marked for other in alike if (marked := other.marked) is not None)
    beside = tuple(other.place for other in name.beside if other.place is not None)
    return Setting(view, name.within.place if name.within is not None else None, beside)


def _best(name: Name, setting: Setting) -> Place | None:
    scored = (
        (points + sum(more for _, more, _ in in_setting(place, setting)), place)
        for place, points, _ in name.own
        if name.asked is not None and not is_strange(place, name.asked, setting)
    )
    return min(scored, key=lambda one: (-one[0], one[1].id), default=(0, None))[1]


def _ranked(name: Name, setting: Setting) -> list[Candidate]:
    """The candidates that can be meant, the best first."""
    out = []
    for place, points, told in name.own:
        if name.asked is not None and not is_strange(place, name.asked, setting):
            more = in_setting(place, setting)
            out.append(Candidate(place, points + sum(further for _, further, _ in more), (*told, *more)))
    return sorted(out, key=lambda one: (-one.points, one.place.id))[:TOLD]


def _located(mention: PlaceName, name: Name, ranked: list[Candidate]) -> Located | None:
    """The best candidate; where the text puts the name in a place that holds none of them, that place."""
    within = name.within.place if name.within is not None else None
    if within is not None and within.kind in HOLDERS and not (ranked and lies_in(ranked[0].place, within)):
        told = "container", 0, f"no place of this name is known in {within.name}, where the text has it"
        return Located(within, _precision(within, near=False), (Candidate(within, 0, (told,)), *ranked))
    if not ranked:
        return None
    return Located(ranked[0].place, _precision(ranked[0].place, near=mention.near), tuple(ranked))


def _precision(place: Place, *, near: bool) -> int | None:
    """UCDP `where_prec`: 1 the place, 2 near it, 3 and 4 divisions, 5 a line or larger area, 6 the country, 7 the sea.

    None for a continent, which the scale does not have. Source: UCDP GED codebook, variable `where_prec`.
    """
    if place.kind == "water":
        return 5 if place.country else 7
    precision = PRECISION.get(place.kind)
    return 2 if precision == 1 and near else precision
