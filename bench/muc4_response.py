"""From the claims of a report to MUC-4 templates, as far as the date and location slots need them.

Which claims tell of an incident (`incidents`), which of these are one (`_same`), and how a date and a place are
written in MUC-4's own way (`template-doc-part1`, 7.3 and 7.4): a day of the week is *on or before* the day of the
report, and so is a date that is not known; a country is always given, if need be inferred. Names are those of the set
lists.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from gold import Record
from muc4_slots import Dates, Location

from sayso.reference.event_types import event_types

RECENT = dt.timedelta(days=61)  # an incident counts where it occurred within two months of the article
_HEADER = re.compile(r"\b(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)\b")
_WEEKDAY = re.compile(r"(MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY")
_ENTRY = re.compile(r"^([A-Z][A-Z .]+): ([^(*?]+?) *\(")
_FILED = re.compile(r"([^,(]*)(?: \(([A-Z ]+)\),)?")  # *SAN JOSE (COSTA RICA), 18 NOV 89 (ACAN-EFE) --*
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


class Template(NamedTuple):
    """An incident as a response gives it; `words` is what its claims say."""

    type: str
    dates: Dates | None
    location: Location | None
    words: str


class Places(NamedTuple):
    """The set lists: nations with their synonyms, the country or countries of a name, other spellings of a name."""

    nations: dict[str, str]
    countries: dict[str, Counter[str]]
    spellings: dict[str, str]


def read_places(folder: Path) -> Places:
    """The set lists from the folder of documents that came with the task."""
    nations: dict[str, str] = {}
    for line in (folder / "set-list-foreign-nation.v5").read_text("utf-8").splitlines():
        name, _, meant = line.partition("=")
        if re.fullmatch(r"[A-Z][A-Z. ]+", line.strip()) or meant:
            nations[name.strip()] = meant.strip() or name.strip()
    countries: dict[str, Counter[str]] = {}
    for line in (folder / "containing-areas-part1.v5").read_text("utf-8").splitlines():
        entry = _ENTRY.match(line)
        if entry and entry[1] in nations:
            countries.setdefault(entry[2], Counter())[entry[1]] += 1
    spellings: dict[str, str] = {}
    for line in (folder / "places-synonyms.v3").read_text("utf-8").splitlines():
        one = re.match(r"([A-Z0-9][A-Z0-9 .]+?) *(?:=|->) *([A-Z0-9][A-Z0-9 .]+?) *(?:<-NEW)?$", line)
        if one:
            spellings[one[1]] = one[2]
    return Places(nations, countries, spellings)


def respond(text: str, claims: list[Record], places: Places) -> list[Template]:
    """The templates of one report, in the order of the text."""
    filed = header_day(text)
    home = _home(text, claims, places)
    out: list[Template] = []
    for claim, kind in incidents(claims, filed):
        words = " ".join(text[start:end] for start, end in claim["content"])
        one = Template(kind, _dates(claim, text, filed), _location(claim, places, home), words)
        at = next((k for k, other in enumerate(out) if _same(one, other, filed)), None)
        if at is None:
            out.append(one)
        else:
            out[at] = _joined(out[at], one, filed)
    return out


def header_day(text: str) -> dt.date | None:
    """The day in the first line of the article."""
    match = _HEADER.search(text[:160])
    return dt.date(1900 + int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1])) if match else None


def incidents(claims: Iterable[Record], filed: dt.date | None) -> Iterable[tuple[Record, str]]:
    """Claims of deeds that MUC-4 has a type for, with it: asserted, recent, and no clash between armed parties."""
    types = event_types()
    for claim in claims:
        event = claim["event"]
        kind = types[event["type"]].muc
        clash = event["type"] in ("armed_clash", "counterattack")
        if kind is None or clash or claim["polarity"] != "positive" or claim["certainty"] in ("unknown", "possible"):
            continue
        days = _days(event["when"]) if event["when"] else None
        if filed is None or days is None or filed - days.last <= RECENT:
            yield claim, kind


def _days(when: Record) -> Dates | None:
    ends = when["edtf"].partition("/")
    found = [dt.date.fromisoformat(end) for end in ends if re.fullmatch(r"\d{4}-\d\d-\d\d", end)]
    return Dates(found[0], found[-1]) if found else None


def _dates(claim: Record, text: str, filed: dt.date | None) -> Dates | None:
    when = claim["event"]["when"]
    words = " ".join(text[start:end] for start, end in when["span"] or []) if when else ""
    days = _days(when) if when else None
    if days is None or (_WEEKDAY.search(words.upper()) and filed is not None):
        return Dates(None, filed) if filed is not None else None
    return days


def _location(claim: Record, places: Places, home: str | None) -> Location | None:
    where = claim["event"]["where"]
    found = _placed(where["name"], places, home) if where else None
    return found or (Location(home, frozenset()) if home else None)


def _placed(name: str, places: Places, home: str | None) -> Location | None:
    """A place by its name; `home` decides where several countries have one of that name."""
    name = name.upper()
    name = places.spellings.get(name, name)
    if name in places.nations:
        return Location(places.nations[name], frozenset())
    countries = places.countries.get(name)
    if not countries:
        return None
    country = home if home in countries else countries.most_common(1)[0][0]
    return Location(country, frozenset({name})) if country else None


def _home(text: str, claims: Iterable[Record], places: Places) -> str | None:
    """The country that most claims' places are in, with that of the article's first line counted once."""
    names = [where["name"] for claim in claims if (where := claim["event"]["where"])]
    filed = _FILED.match(text.strip())
    names += [filed[2] or filed[1].strip()] if filed else []
    found = [one.country for name in names if (one := _placed(name, places, None))]
    return Counter(found).most_common(1)[0][0] if found else None


def _same(one: Template, other: Template, filed: dt.date | None) -> bool:
    """Whether two claims can be of one incident: of one type, and no slot of the two contradicts the other.

    ATTACK is for what clearly falls into no other category, so it goes with a BOMBING.
    """
    if one.type != other.type and {one.type, other.type} != {"ATTACK", "BOMBING"}:
        return False
    default = Dates(None, filed) if filed else None
    dated = one.dates == other.dates or default in (one.dates, other.dates)
    here, there = one.location, other.location
    placed = here is None or there is None or here == there
    return dated and (placed or not (here and here.places and there and there.places))


def _joined(one: Template, other: Template, filed: dt.date | None) -> Template:
    default = Dates(None, filed) if filed else None
    exact = one.location if one.location and one.location.places else other.location
    dates = one.dates if one.dates != default else other.dates
    kind = one.type if one.type == other.type else "BOMBING"
    return Template(kind, dates, exact or one.location, f"{one.words} {other.words}")
