"""What decisions mean for a state: which claims count, which pairs are judged, whether an event was reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import Literal

import msgspec

from sayso.core.event import Event
from sayso.core.judgement import (
    Arranged,
    Arrangement,
    Coding,
    Decision,
    Judgement,
    Note,
    Review,
    Standing,
    Verdict,
)
from sayso.core.release import State
from sayso.core.report import Report

Reviewed = Literal["reviewed", "changed", "unreviewed"]
Pair = tuple[str, str]
_ANCHOR = "e"  # an event's id is that of its first claim behind this letter


def standings(state: State) -> Mapping[str, Standing]:
    """By the id of a claim what a person ruled of it."""
    return {one.claim: one for one in state.decisions if isinstance(one, Standing)}


def rejected(state: State) -> frozenset[str]:
    """The claims that a person rejected."""
    return frozenset(one.claim for one in state.decisions if isinstance(one, Standing) and one.verdict == "reject")


def counted(state: State) -> tuple[Report, ...]:
    """The reports with the claims that may enter an event: all but those rejected."""
    out = rejected(state)
    if not out:
        return state.reports
    return tuple(
        msgspec.structs.replace(report, claims=tuple(claim for claim in report.claims if claim.id not in out))
        if any(claim.id in out for claim in report.claims)
        else report
        for report in state.reports
    )


def paired(state: State) -> tuple[Judgement, ...]:
    """All that was judged as judgements of two claims; where two rows meet on the same claims the later counts."""
    said: list[Judgement | Arrangement] = [one for one in state.decisions if isinstance(one, Arrangement)]
    if not said:
        return state.judgements
    there = {claim.id for report in counted(state) for claim in report.claims}
    live: dict[Pair, Judgement] = {}
    for one in sorted([*said, *state.judgements], key=lambda one: one.row):
        if isinstance(one, Judgement):
            live[one.left, one.right] = one
        else:
            _arrange(live, one, there)
    return tuple(live.values())


def _arrange(live: dict[Pair, Judgement], one: Arrangement, there: AbstractSet[str]) -> None:
    """Put what an arrangement says of the claims that are there to the pairs, and take away what it goes against."""
    groups = [found for group in one.groups if (found := [claim for claim in group if claim in there])]
    home = {claim: k for k, group in enumerate(groups) for claim in group}
    for left, right in [pair for pair in live if pair[0] in home and pair[1] in home]:
        together = one.verdict == "merge" or home[left] == home[right]
        against = "different" if together else "same"
        if live[left, right].verdict == against and not (together and one.verdict == "apart"):
            del live[left, right]
    for verdict, (left, right) in _pairs(one.verdict, groups):
        live[left, right] = Judgement(left=left, right=right, verdict=verdict, by=one.by, why=one.why, row=one.row)


def _pairs(said: Arranged, groups: Sequence[Sequence[str]]) -> Iterator[tuple[Verdict, Pair]]:
    """The pairs that say the same as an arrangement: one claim with each other where all are together."""
    whole = [[claim for group in groups for claim in group]] if said == "merge" and groups else groups
    if said != "apart":
        for first, *others in whole:
            yield from (("same", _sorted(first, other)) for other in others)
    if said != "merge":
        for some, more in combinations(groups, 2):
            yield from (("different", _sorted(left, right)) for left in some for right in more)


def _sorted(left: str, right: str) -> Pair:
    return (left, right) if left <= right else (right, left)


def reviewed(state: State, event: Event) -> Reviewed:
    """Whether a person let the event stand as it is, or as it was before a claim came or went."""
    return _reviewed(event, (one for one in state.decisions if isinstance(one, Review)))


def reviews(state: State, events: Iterable[Event]) -> dict[str, Reviewed]:
    """The same for many events, by id."""
    by_claim: dict[str, list[Review]] = {}
    for one in state.decisions:
        if isinstance(one, Review):
            for claim in one.claims:
                by_claim.setdefault(claim, []).append(one)
    return {
        event.id: _reviewed(event, (one for claim in event.claims for one in by_claim.get(claim, ())))
        for event in events
    }


def _reviewed(event: Event, marks: Iterable[Review]) -> Reviewed:
    own, found = set(event.claims), False
    for one in marks:
        seen = set(one.claims)
        if seen == own:
            return "reviewed"
        found = found or not seen.isdisjoint(own)
    return "changed" if found else "unreviewed"


def notes_on(state: State, about: Iterable[str]) -> tuple[Note, ...]:
    """The remarks on claims of these ids, and on the events named for them."""
    wanted = {name for one in about for name in (one, _ANCHOR + one)}
    return tuple(one for one in state.decisions if isinstance(one, Note) and one.about in wanted)


def codings_of(state: State, event: Event) -> tuple[Coding, ...]:
    """The forms that coders filled for an event, each coder's last, also under an id that the event had before."""
    own = {_ANCHOR + claim for claim in event.claims}
    last = {(one.by, one.scheme): one for one in state.decisions if isinstance(one, Coding) and one.event in own}
    return tuple(sorted(last.values(), key=lambda one: one.row))


def touched(one: Decision) -> frozenset[str]:
    """The claims that a decision speaks of."""
    match one:
        case Standing():
            return frozenset({one.claim})
        case Arrangement():
            return frozenset(claim for group in one.groups for claim in group)
        case Review():
            return frozenset({*one.claims, one.event[1:]})
        case Coding():
            return frozenset({one.event[1:]})
        case Note():
            return frozenset({one.about, one.about.removeprefix(_ANCHOR)})
        case _:
            return frozenset({one.claim.id})
