"""How long reconciling takes, and how that grows: events from 10,000 and from 100,000 generated claims.

    python bench/reconcile.py [--claims 10000 100000] [--rounds 3]

The reports are made up from a seed, so every run measures the same: a little over two incidents a day in 800 towns,
each told by one to eight reports of five to nine claims. A report names its town, its district, a spokesman whom
hundreds of others quote and some people of its own; one in five copies another's wording, one in four tells an older
incident in passing, one in ten gives another day. Ten times as many claims are of ten times as long a time.

Printed are the least of the rounds for putting the claims into groups and for the whole of reconciling, by the clock
on the wall and by that of the processor, and the exponent of growth between the smallest and the largest set by the
latter, which a busy machine sways less: 1.0 is in step with the claims, 2.0 with their square.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import platform
import random
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sayso.core.claim import Act, Basis, Casualty, Claim, Happening, Link, Source, When, Where
from sayso.core.report import Name, Report
from sayso.core.span import Span
from sayso.core.value import digest
from sayso.reconcile import reconcile
from sayso.reconcile.group import groups

SEED = 20180207
FIRST = dt.date(2020, 1, 1)
DAYS = 4 * 365 / 100_000  # for each claim
TOWNS = 800
DISTRICTS = 40
SPOKESMEN = 60
OUTLETS = 120
SKETCH = 128
PASSING = 9  # the place in its report of a claim about an older incident
TYPES = ("shelling", "air_strike", "armed_clash", "bombing", "attack", "killing")
LANGUAGES = ("en", "sv", "nb")


class Incident(NamedTuple):
    """What occurred: the truth that the generated reports tell."""

    day: dt.date
    town: int
    type: str
    killed: int
    people: tuple[str, ...]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long reconciling takes, and how that grows.")
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}")
    took: dict[str, list[tuple[int, float]]] = {"group": [], "whole": []}
    for wanted in sorted(options.claims):
        reports = list(generated(wanted))
        count = sum(len(report.claims) for report in reports)
        for name, run in (("group", groups), ("whole", reconcile)):
            wall, cpu, events = measured(run, reports, options.rounds)
            took[name].append((count, cpu))
            size = f"{count:>9,} claims {len(reports):>7,} reports {events:>7,} events"
            print(f"{name:6} {size} {wall:8.2f} s {cpu:8.2f} s of the processor")
    for name, points in took.items():
        if len(points) > 1:
            print(f"{name:6} grows as n^{growth(points):.2f}")


def measured(
    run: Callable[[Sequence[Report]], Sequence[object]], reports: list[Report], rounds: int
) -> tuple[float, float, int]:
    """The least times of the rounds, in seconds on the wall and of the processor, and how many results there were."""
    wall = cpu = math.inf
    results = 0
    for _ in range(rounds):
        start, busy = time.perf_counter(), time.process_time()
        results = len(run(reports))
        wall, cpu = min(wall, time.perf_counter() - start), min(cpu, time.process_time() - busy)
    return wall, cpu, results


def growth(points: Sequence[tuple[int, float]]) -> float:
    """The exponent between the first and the last point."""
    (n, seconds), (more, longer) = points[0], points[-1]
    return math.log(longer / seconds) / math.log(more / n)


def generated(claims: int) -> Iterator[Report]:
    """Reports that hold at least so many claims between them."""
    chance = random.Random(SEED)  # noqa: S311 -- no secret hangs on it
    span = max(1, round(claims * DAYS))
    made, past = 0, [incident(chance, span)]
    while made < claims:
        one = incident(chance, span)
        wordings: list[tuple[int, ...]] = []
        for _ in range(chance.randint(1, 8)):
            report = told(chance, one, chance.choice(past[-500:]) if chance.random() < 0.25 else None, wordings)
            made += len(report.claims)
            yield report
        past.append(one)


def incident(chance: random.Random, span: int) -> Incident:
    """One incident, on one of so many days."""
    return Incident(
        day=FIRST + dt.timedelta(days=chance.randrange(span)),
        town=chance.randrange(TOWNS),
        type=chance.choice(TYPES),
        killed=int(chance.paretovariate(1.2)),
        people=tuple(name(chance.randrange(10**6), 2) for _ in range(chance.randint(2, 6))),
    )


def told(chance: random.Random, one: Incident, older: Incident | None, wordings: list[tuple[int, ...]]) -> Report:
    """One report of an incident, published within a week of it."""
    key = digest("report", chance.getrandbits(64))
    published = one.day + dt.timedelta(days=min(7, int(chance.expovariate(0.6))))
    day = one.day + dt.timedelta(days=1 if chance.random() < 0.1 else 0)
    speaker = name(chance.randrange(SPOKESMEN), 3)
    claims = [claim(chance, key, k, one, day, speaker) for k in range(chance.randint(5, 8))]
    if older is not None:
        claims.append(claim(chance, key, PASSING, older, older.day, speaker))
    uses = {town(one.town), f"{name(one.town % DISTRICTS, 2)} district", speaker}
    uses |= {person for person in one.people if chance.random() < 0.5}
    uses |= {name(chance.randrange(10**6), 3) for _ in range(chance.randint(0, 4))}
    if wordings and chance.random() < 0.2:
        sketch = tuple(sign if chance.random() < 0.8 else chance.getrandbits(32) for sign in chance.choice(wordings))
    else:
        sketch = tuple(chance.getrandbits(32) for _ in range(SKETCH))
        wordings.append(sketch)
    return Report(
        key=key, id=key, language=chance.choice(LANGUAGES), published=published.isoformat(),
        publisher=f"outlet {chance.randrange(OUTLETS)}", title=f"{one.killed} dead in {town(one.town)}",
        claims=tuple(claims), names=tuple(Name(used, chance.randint(1, 4)) for used in sorted(uses)), sketch=sketch,
    )  # fmt: skip


def claim(chance: random.Random, of: str, at: int, one: Incident, day: dt.date, speaker: str) -> Claim:  # noqa: PLR0913, PLR0917 -- what a claim is made of
    """One claim; the first two tell the day and the place, the rest take it from them or have none."""
    here, start = Span(at * 100, at * 100 + 80), at < 2 or at == PASSING
    basis: Basis = "explicit" if start else "context"
    act: Act = chance.choice(("say", "say", "say", "deny", "report"))
    source = Source(name=speaker, kind="person", span=(here,))
    harm = chance.random() < 0.5
    dated = start or harm
    return Claim(
        id=digest(of, at),
        content=(here,),
        attribution=(Link(source=source, cue=(here,), act=act, manner="indirect"),) if chance.random() < 0.8 else (),
        polarity="negative" if act == "deny" else "positive",
        certainty="certain",
        confirmation=None,
        event=Happening(
            type=one.type if dated else chance.choice((one.type, "killing", "other")),
            span=(here,),
            when=When(edtf=day.isoformat(), span=(here,), basis=basis) if dated else None,
            where=Where(name=town(one.town), span=(here,), basis=basis) if dated else None,
        ),
        casualties=(toll(one, here),) if harm else (),
    )


def toll(one: Incident, here: Span) -> Casualty:
    """The number killed, as it was."""
    return Casualty(
        effect="killed", low=one.killed, high=one.killed, approximate=False, group=None, status="unknown", span=(here,)
    )


def town(number: int) -> str:
    """The name of a town."""
    return name(number, 3) + " town"


def name(number: int, length: int) -> str:
    """An invented name for a number: as many syllables as asked, the same for the same number."""
    syllables = (
        "ka",
        "ri",
        "mo",
        "tel",
        "sen",
        "va",
        "dor",
        "li",
        "nash",
        "ber",
        "ut",
        "go",
        "fen",
        "sar",
        "wi",
        "pol",
    )
    out = ""
    for _ in range(length + 2):
        number, rest = divmod(number * 7 + length, len(syllables))
        out += syllables[rest]
    return out


if __name__ == "__main__":
    main()
