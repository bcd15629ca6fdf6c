"""Why an event's reports are one event: grouping asked again, and its answers made a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sayso.core.decided import counted, paired
from sayso.core.event import Event
from sayso.core.release import Release
from sayso.publish.account.known import Known, Told
from sayso.publish.ids import Ids
from sayso.publish.joined import Pair, joined
from sayso.publish.sheet import Sheet
from sayso.reconcile.compare import explain
from sayso.reconcile.group import Group, Join, groups
from sayso.reconcile.side import Rarity, Side, sides


class AtHand(NamedTuple):
    """What is known of a whole release: the groups of an event, how rare names are, all claims and their short ids."""

    groups: Iterable[Group]
    rare: Rarity
    claims: Told
    ids: Ids


class Pairs(NamedTuple):
    """The pairs of an event that were joined, and those that were kept out."""

    joined: tuple[Pair, ...]
    kept_out: tuple[Pair, ...]


def event_joined(release: Release, event: Event, at_hand: AtHand | None = None) -> Sheet:
    """The page: every pair that was joined, with the points of each feature, and every one that was kept out."""
    known = Known(release, event, at_hand.claims, at_hand.ids) if at_hand else Known(release, event)
    return joined(known, *pairs(release, event, at_hand))


def pairs(release: Release, event: Event, at_hand: AtHand | None = None) -> Pairs:
    """The pairs."""
    state, own = release.state, set(event.claims)
    reports = counted(state)
    asked = [
        group
        for group in (at_hand.groups if at_hand else groups(reports, paired(state)))
        if any(own.intersection(strand.claims) for strand in group.strands)
    ]
    told = [strand for group in asked for strand in group.strands]
    of = {side.strand.claims[0]: side for side in sides(reports, told, at_hand.rare if at_hand else None)}
    return Pairs(
        tuple(_pair(join, of) for group in asked for join in group.joins),
        tuple(
            Pair(left=one.left, right=one.right, by=one.by, reason=one.reason)
            for group in asked
            for one in group.refused
        ),
    )


def _pair(join: Join, of: Mapping[str, Side]) -> Pair:
    features = explain(of[join.left], of[join.right]) if join.score is not None else ()
    return Pair(
        left=join.left, right=join.right, by=join.by, points=join.score, reason=join.reason,
        features=tuple((row.feature, row.score, row.reason) for row in features if row.score or row.reason),
    )  # fmt: skip
