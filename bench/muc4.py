"""Where and when of several incidents in a report: the date and location slots of MUC-4.

    python bench/muc4.py incidents.en.muc4.tst1.jsonl.gz incidents.en.muc4.tst2.jsonl.gz --documents muc4-documents

A re-implementation for two slots of the scoring of the Fourth Message Understanding Conference, after the documents
that came with it; its program is not used, so figures stand beside those of 1992 and are not the same measure.

- *Templates* come from claims (`muc4_response`), fillers are compared by `muc4_slots`.
- *Alignment*: one template of the response to one of the key, by the mapping that earns most over type, date and
  location. A pair must share its type at least partially (ATTACK goes partially with any), and its content: words of
  the claims must hold a perpetrator or target of the key, where the key has one, or both slots be correct.
- *Marks*: correct 1, partial 1/2. Recall is over possible (correct + partial + incorrect + missing), precision over
  actual (correct + partial + incorrect + spurious). A template of the key that nothing is mapped to has its slots
  missing, unless it is optional.
- *Matched / missing* leaves the slots of templates that match none of the key out, as the slot rows of the official
  reports did; *all templates* counts them as spurious.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from functools import cache
from pathlib import Path

from gold import Record, read_lines, read_reports
from muc4_response import Template, read_places, respond
from muc4_slots import POINTS, Mark, best, mark_dates, mark_locations, read_dates, read_locations

SLOTS = ("date", "location")
STRINGS = ("PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID", "PHYS TGT: ID", "HUM TGT: NAME", "HUM TGT: DESCRIPTION")

Tally = dict[str, Counter[Mark]]


def main() -> None:
    """Read, score and print."""
    parser = argparse.ArgumentParser(description="Incident date and location, by the rules of MUC-4.")
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--documents", type=Path, required=True, help="folder of the task's own documents (set lists)")
    parser.add_argument("--command", default="sayso", help="how sayso is called (default: sayso)")
    parser.add_argument("--errors", action="store_true", help="print every pair of the alignment")
    options = parser.parse_args()
    reports = [one for path in options.gold for one in read_lines(path)]
    records = read_reports(reports, options.command)
    places = read_places(options.documents)
    matched: Tally = {slot: Counter() for slot in SLOTS}
    spurious = keys = responses = pairs = 0
    for report in reports:
        given = respond(report["text"], records[report["id"]]["claims"], places)
        mapped = align(report["templates"], given)
        for key, response in zip(report["templates"], mapped, strict=True):
            marks = mark(key, response)
            for slot in SLOTS if response or not _optional(key) else ():
                matched[slot][marks[slot]] += 1
            if options.errors:
                _show(report["id"], key, response, marks)
        found = sum(response is not None for response in mapped)
        pairs, keys, responses = pairs + found, keys + len(mapped), responses + len(given)
        spurious += len(given) - found
    print(f"reports {len(reports)}; templates: key {keys}, response {responses}, mapped {pairs}")
    for title, extra in (("matched / missing", 0), ("all templates", spurious)):
        print(f"{title:20}{'recall':>8}{'precision':>11}{'F':>7}")
        for slot in SLOTS:
            print(f"  {slot:18}" + _figures(matched[slot] + Counter[Mark]({"spurious": extra})))


def align(keys: list[Record], given: list[Template]) -> list[Template | None]:
    """For each template of the key the one of the response that the best mapping gives it."""
    worth = [[_worth(key, one) for one in given] for key in keys]

    @cache
    def from_key(number: int, taken: frozenset[int]) -> tuple[float, tuple[int | None, ...]]:
        if number == len(keys):
            return 0.0, ()
        score, rest = from_key(number + 1, taken)
        top: tuple[float, tuple[int | None, ...]] = (score, (None, *rest))
        for at, points in enumerate(worth[number]):
            if points and at not in taken:
                score, rest = from_key(number + 1, taken | {at})
                if score + points > top[0]:
                    top = (score + points, (at, *rest))
        return top

    return [None if at is None else given[at] for at in from_key(0, frozenset())[1]]


def _worth(key: Record, given: Template) -> float:
    """What mapping a pair earns; 0 where it may not be mapped."""
    types = key["INCIDENT: TYPE"][0].split(" / ")
    shared = 1.0 if given.type in types else 0.5 if given.type == "ATTACK" else 0.0
    slots = sum(POINTS.get(one, 0.0) for one in mark(key, given).values())
    return shared + slots if shared and (slots == len(SLOTS) or _shares_content(key, given)) else 0.0


def _shares_content(key: Record, given: Template) -> bool:
    strings = [string for slot in STRINGS for filler in key[slot] for string in re.findall(r'"([^"\\]+)', filler)]
    words = " ".join(given.words.upper().split())
    return not strings or any(string in words for string in strings)


def mark(key: Record, given: Template | None) -> dict[str, Mark]:
    """Both slots of a pair; those of a template that nothing is mapped to are missing."""
    dates = given.dates if given else None
    location = given.location if given else None
    return {
        "date": best([mark_dates(one, dates) for one in read_dates(key["INCIDENT: DATE"][0])]),
        "location": best([mark_locations(one, location) for one in read_locations(key["INCIDENT: LOCATION"][0])]),
    }


def _optional(key: Record) -> bool:
    return "OPTIONAL" in key["MESSAGE: TEMPLATE"][0]


def _figures(marks: Counter[Mark]) -> str:
    points = sum(POINTS[one] * marks[one] for one in POINTS)
    both = marks["correct"] + marks["partial"] + marks["incorrect"]
    recall = points / (both + marks["missing"]) if both + marks["missing"] else 0.0
    precision = points / (both + marks["spurious"]) if both + marks["spurious"] else 0.0
    f = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
    return f"{recall:8.3f}{precision:11.3f}{f:7.3f}   {dict(marks.most_common())}"


def _show(id: str, key: Record, given: Template | None, marks: dict[str, Mark]) -> None:
    wanted = (*key["INCIDENT: TYPE"], *key["INCIDENT: DATE"], *key["INCIDENT: LOCATION"])
    print(f"{id} {' | '.join(wanted)}{' (optional)' if _optional(key) else ''}")
    print(f"    {given.type} {given.dates} {given.location} {marks}" if given else "    nothing")


if __name__ == "__main__":
    main()
