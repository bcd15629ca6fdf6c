"""Where and when: the day and the province of what a press release tells, read from single reports of ISAF.

    python bench/isaf.py incidents.en.isaf.dev.jsonl.gz [--command sayso] [--limit N] [--errors]

Each line of the file is a release with `text` and a `gold` record of one event: `start_date` (a day) and `province` (a
list of names; a release without one is left out of that figure).

A release may tell of several events and of the past; its gold record is of one. The claim that speaks for it is chosen
by `speaker`, from the record alone: asserted, of a deed that such a record is made of, one that tells of people killed
before one that tells of people captured, and these before the rest; of these one that is placed more exactly than in a
country, as a release may sum up several operations before it tells of each; the first in the text among equals.

- *Start date exact*: the first day of that claim's date is the gold day. A month or a year is no day.
- *Within a day*: the same, or the day before or after.
- *Province right*: the gold name is that of the claim's place, or of the first-level division that the place it was
  resolved to lies in, by the gazetteer of this installation. Names are compared without marks, spaces and case, and
  with the vowels of a transliteration folded.

Nothing of the gold record reaches sayso, which is given no publication date either: the file has none. A release whose
head does not tell its own day (`own_day`) can be dated only where it writes the day out; the figures for those that
tell it stand beside those for all. Where a release tells no day of the event, sayso gives none; those who made the
records took the day of the release, and the last figure shows what that rule adds.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from gold import Record, read_lines, read_reports

from sayso.reference.gazetteer import Gazetteer
from sayso.run.gazetteers import default_path, opened

HEAD = 500  # characters
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
COUNTRY = 6  # UCDP's `where_prec`

DEEDS = frozenset(
    "killing air_strike drone_strike arrest capture attack counterattack armed_clash shelling missile_strike bombing "
    "suicide_bombing mine_or_ied assassination execution destruction".split()
)


def main() -> None:
    """Read, score and print."""
    parser = argparse.ArgumentParser(description="Day and province of the event a press release is about.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--command", default="sayso", help="how sayso is called (default: sayso)")
    parser.add_argument("--limit", type=int, help="only so many releases")
    parser.add_argument("--errors", action="store_true", help="print what was missed")
    options = parser.parse_args()
    releases = read_lines(options.gold)[: options.limit]
    records = read_reports(releases, options.command)
    with opened(None) as (gazetteer, _):
        outcomes = [judge(release, records[release["id"]]["claims"], gazetteer) for release in releases]
    for title, some in (
        ("all", outcomes),
        ("head tells the day", [one for one in outcomes if one.default is not None]),
    ):
        exact, near = (sum(one.off is not None and abs(one.off) <= most for one in some) for most in (0, 1))
        told = sum(one.off is not None for one in some)
        print(f"{title:20}{len(some):5} start date exact {exact / len(some):.3f}, within a day {near / len(some):.3f}")
        default = sum((one.default if one.off is None else one.off) == 0 for one in some)
        print(f"{'':20}{told:5} of them dated by sayso: exact {exact / told:.3f}")
        print(f"{'':20}      with the day of the release for the others: exact {default / len(some):.3f}")
    placed = [one for one in outcomes if one.placed is not None]
    right = sum(one.placed is True for one in placed) / len(placed)
    print(f"{'names a province':20}{len(placed):5} province right {right:.3f}")
    if options.errors:
        print(*(one.shown for one in outcomes if one.off or one.off is None or one.placed is False), sep="\n")


class Outcome(NamedTuple):
    """One release: days the date is off, and the day of its head; whether the place is right. None: not told."""

    off: int | None
    default: int | None
    placed: bool | None
    shown: str


def judge(release: Record, claims: list[Record], gazetteer: Gazetteer | None) -> Outcome:
    """One release held against its gold record."""
    claim, gold = speaker(claims), release["gold"]
    day, place = first_day(claim), claim["event"]["where"] if claim else None
    wanted, own = dt.date.fromisoformat(gold["start_date"]), own_day(release["text"])
    off, default = (day - wanted).days if day else None, (own - wanted).days if own else None
    provinces = [name for name in gold["province"] if name]
    placed = any(lies_in(place, name, gazetteer) for name in provinces) if provinces else None
    where = f"{place['name']} {place['id']}" if place else None
    shown = f"{release['id']}: day {day} for {gold['start_date']}; place {where} for {provinces} {placed}"
    return Outcome(off, default, placed, shown)


def speaker(claims: list[Record]) -> Record | None:
    """The claim that speaks for a release."""
    able = [claim for claim in claims if claim["polarity"] == "positive" and claim["event"]["type"] in DEEDS]
    return min(able, key=_rank, default=None)


def _rank(claim: Record) -> tuple[int, bool]:
    """0 for people killed, 1 for captured, 2 for any other deed; then whether its place is no more than a country."""
    effects = {toll["effect"] for toll in claim["casualties"] if toll["high"] != 0}
    captured = "captured" in effects or claim["event"]["type"] in ("arrest", "capture")
    where = claim["event"]["where"]
    return 0 if "killed" in effects else 1 if captured else 2, where is None or where["precision"] == COUNTRY


def first_day(claim: Record | None) -> dt.date | None:
    """The first day of a claim's date, where its date names days."""
    when = claim["event"]["when"] if claim else None
    start = when["edtf"].partition("/")[0] if when else ""
    return dt.date.fromisoformat(start) if re.fullmatch(r"\d{4}-\d\d-\d\d", start) else None


def own_day(text: str) -> dt.date | None:
    """The day a release's head tells: the first month and day, with the year behind them or the last one before."""
    head = text[:HEAD]
    for day in re.finditer(r"\b([A-Z][a-z]{2})[a-z]{0,6}\.? (\d{1,2})\b(?:, (20\d\d))?", head):
        years = re.findall(r"\b20\d\d\b", head[: day.start()])
        if day[1] in MONTHS and (day[3] or years):
            return dt.date(int(day[3] or years[-1]), MONTHS.index(day[1]) + 1, int(day[2]))
    return None


def lies_in(place: Record | None, province: str, gazetteer: Gazetteer | None) -> bool:
    """Whether a claim's place is a province, or lies in it by the gazetteer."""
    if place is None:
        return False
    if fold(province) == fold(place["name"]):
        return True
    if gazetteer is None or place["id"] is None:
        return False
    spellings = (province, fold(province))
    wanted = {one.id for name in spellings for one in gazetteer.places(name) if one.kind == "admin1"}
    return bool(wanted & {place["id"], division(place["id"])})


def division(id: str) -> str | None:
    """The first-level division that a place of the gazetteer lies in."""
    with closing(sqlite3.connect(default_path())) as base:
        row = base.execute("SELECT admin1 FROM place WHERE id = ?", (id,)).fetchone()
    return row[0] if row else None


def fold(name: str) -> str:
    """A name without marks, spaces and case; `i` and `y` are one, as are `o` and `u`."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if c.isalpha())
    return re.sub(r"i+", "i", bare.replace("y", "i").replace("o", "u"))


if __name__ == "__main__":
    main()
