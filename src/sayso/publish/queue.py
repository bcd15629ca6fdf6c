"""What is most worth a human look: events and pairs of events, each with its reasons in words.

The order says how unsure the record is, and never how grave an event is: points are for what cannot both be right, for
what rests on one voice, for what the rules joined or refused on little, for what is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from sayso.core.claim import Claim
from sayso.core.decided import Reviewed, paired, reviews
from sayso.core.event import Doubt, Estimate, Event
from sayso.core.release import Release

LARGE = 10  # killed; a figure from which one voice alone is worth a second look
WIDE = 2  # times low that high is
HEAD = 12  # claims of an event that are shown with it


class Reason(NamedTuple):
    """Why something stands in the queue: points, a text with `{names}`, what goes in there, the claims behind it."""

    points: int
    text: str
    values: Mapping[str, object]
    claims: tuple[str, ...] = ()


class Entry(NamedTuple):
    """An event, or two events that may be one; `claims` are those to look at first."""

    kind: Literal["event", "pair"]
    events: tuple[Event, ...]
    reasons: tuple[Reason, ...]
    claims: tuple[str, ...]
    reviewed: Reviewed = "unreviewed"

    @property
    def points(self) -> int:
        """What its place in the queue is by."""
        return sum(reason.points for reason in self.reasons)

    @property
    def id(self) -> str:
        """A name for it on a page."""
        return "-".join(event.id for event in self.events)


# The rule, as the page shows it: points, and what they are for.
RULE = (
    (3, "voices contradict each other on a figure, a day, a place or who did it"),
    (3, "two events that the rules nearly put together"),
    (2, "reports that the rules put together on little"),
    (2, "the figures lie far apart, or are open upwards"),
    (2, "one voice alone gives a high figure"),
    (2, "a claim came or went after somebody had reviewed it"),
    (1, "the best figure rests on a claim that is not certain"),
    (1, "a party takes back what it said"),
    (1, "the place is not told, or not found on the map"),
    (1, "the day is not told, or not exactly"),
)

# What each reason gives, and says of the entry itself.
REASONS: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "pair": (3, "the rules nearly made these one event: {why}"),
        "changed": (2, "a claim came or went since it was reviewed"),
        "conflict": (3, "voices part on {field}: {why}"),
        "slim": (2, "put together on {points} points: {why}"),
        "reversal": (1, "{party} says something else later"),
        "no place": (1, "no report tells the place"),
        "no point": (1, "{place} is not found on the map"),
        "no day": (1, "no report tells the day"),
        "some day": (1, "the day is not told exactly: {edtf}"),
        "wide": (2, "killed {low} to {high}"),
        "open": (2, "killed {low} or more, open upwards"),
        "one voice": (2, "one voice alone gives {best} killed"),
        "unsure": (1, "the figure of killed rests on a claim that is not certain"),
    }
)
TEXTS = (*(said for _, said in RULE), *(said for _, said in REASONS.values()))


def _reason(code: str, claims: tuple[str, ...] = (), **values: object) -> Reason:
    points, said = REASONS[code]
    return Reason(points, said, values, claims)


def queue(release: Release) -> tuple[Entry, ...]:
    """Every event with a reason that nobody has reviewed, and every pair that nobody has judged, most points first."""
    claims = {claim.id: claim for report in release.state.reports for claim in report.claims}
    home = {claim: event for event in release.events for claim in event.claims}
    seen = reviews(release.state, release.events)
    judged = {(one.left, one.right) for one in paired(release.state)}
    slim: dict[str, list[Doubt]] = defaultdict(list)
    found: list[Entry] = []
    for doubt in release.doubts:
        left, right = home.get(doubt.left), home.get(doubt.right)
        if left is None or right is None or (min(doubt.left, doubt.right), max(doubt.left, doubt.right)) in judged:
            continue
        if doubt.joined and left.id == right.id:
            slim[left.id].append(doubt)
        elif not doubt.joined and left.id != right.id:
            reason = _reason("pair", why=doubt.reason)
            found.append(Entry("pair", (left, right), (reason,), (doubt.left, doubt.right)))
    for event in release.events:
        if seen[event.id] == "reviewed":
            continue
        reasons = tuple(_reasons(event, claims, slim.get(event.id, ()), seen[event.id]))
        if reasons:
            first = tuple(dict.fromkeys(one for reason in reasons for one in reason.claims))
            found.append(Entry("event", (event,), reasons, first[:HEAD], seen[event.id]))
    return tuple(sorted(found, key=lambda entry: (-entry.points, -len(entry.events[0].documents), entry.id)))


def _reasons(event: Event, claims: Mapping[str, Claim], slim: Iterable[Doubt], reviewed: Reviewed) -> Iterator[Reason]:
    if reviewed == "changed":
        yield _reason("changed")
    for one in event.conflicts:
        if one.reason.startswith("judged different"):
            continue  # somebody has looked
        yield _reason("conflict", one.claims, field=one.field, why=one.reason)
    for doubt in slim:
        yield _reason("slim", (doubt.left, doubt.right), points=f"{doubt.points:.1f}", why=doubt.reason)
    yield from _figures(event, claims)
    for turn in event.reversals:
        yield _reason("reversal", (turn.earlier, turn.later), party=turn.party)
    if event.where is None:
        yield _reason("no place")
    elif event.where.id is None:
        yield _reason("no point", place=event.where.name)
    if event.when.edtf is None or event.clarity != 1:
        yield from _when(event)


def _when(event: Event) -> Iterator[Reason]:
    edtf = event.when.edtf
    if edtf is None:
        yield _reason("no day")
    elif "/" in edtf or len(edtf) < len("2024-03-06"):
        yield _reason("some day", edtf=edtf)


def _figures(event: Event, claims: Mapping[str, Claim]) -> Iterator[Reason]:
    for one in event.estimates:
        if one.group is not None or one.effect != "killed":
            continue
        if one.high is None or one.high > WIDE * max(one.low, 1):
            yield _reason("open" if one.high is None else "wide", one.used, low=one.low, high=one.high)
        if one.voices == 1 and one.best >= LARGE:
            yield _reason("one voice", one.used, best=one.best)
        unsure = tuple(_unsure(one, claims))
        if unsure:
            yield _reason("unsure", unsure)


def _unsure(one: Estimate, claims: Mapping[str, Claim]) -> Iterator[str]:
    return (claim for claim in one.used if claim in claims and claims[claim].certainty != "certain")
