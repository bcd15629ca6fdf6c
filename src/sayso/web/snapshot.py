"""A release as of one row, frozen, with the indexes that pages look things up in."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

import msgspec

from sayso.core.claim import Claim
from sayso.core.decided import counted
from sayso.core.event import Event
from sayso.core.release import Release, State
from sayso.core.report import Report
from sayso.publish.ids import Ids
from sayso.reconcile.group import Group
from sayso.reconcile.side import Rarity, rarity

Made = TypeVar("Made")


class Told(NamedTuple):
    """A claim and the report that makes it."""

    claim: Claim
    report: Report


class Snapshot:
    """What pages are drawn from. Nothing in it ever changes; what is worked out from it is kept with it.

    `groups` are what the events were made of. `hash` is that of the row it is as of, so that another ledger in the
    place of the first is noticed.
    """

    def __init__(self, release: Release, groups: tuple[Group, ...], hash: str) -> None:
        self.release = release
        self.groups = groups
        self.hash = hash
        self._made: dict[Callable[[Snapshot], object], object] = {}
        self._making = threading.RLock()

    @property
    def row(self) -> int:
        """The number of the row it is as of."""
        return self.release.state.head

    @property
    def at(self) -> str | None:
        """When that row was recorded."""
        return self.release.state.at

    def prepare(self) -> None:
        """Work out every index now, so that no page has to wait for it."""
        for index in (
            self.events, self.claims, self.reports, self.event_of, self.groups_of, self.rarity, self.event_ids,
            self.claim_ids,
        ):  # fmt: skip
            assert index is not None

    @cached_property
    def events(self) -> dict[str, Event]:
        """Every event by its id."""
        return {event.id: event for event in self.release.events}

    @cached_property
    def claims(self) -> dict[str, Told]:
        """Every live claim, with its report, by its id."""
        return {claim.id: Told(claim, report) for report in self.release.state.reports for claim in report.claims}

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Every report by its key."""
        return {report.key: report for report in self.release.state.reports}

    @cached_property
    def event_of(self) -> dict[str, str]:
        """The id of the event that a claim is in, by the claim's id."""
        return {claim: event.id for event in self.release.events for claim in event.claims}

    @cached_property
    def groups_of(self) -> dict[str, list[Group]]:
        """The groups that an event was made of, by its id."""
        found: dict[str, list[Group]] = {}
        for group in self.groups:
            for event in {self.event_of.get(claim) for strand in group.strands for claim in strand.claims}:
                if event is not None:
                    found.setdefault(event, []).append(group)
        return found

    @cached_property
    def rarity(self) -> Rarity:
        """How rare the names in its reports are."""
        return rarity(counted(self.release.state))

    @cached_property
    def event_ids(self) -> Ids:
        """The ids of events, cut as short as tells them apart."""
        return Ids(self.events)

    @cached_property
    def claim_ids(self) -> Ids:
        """The ids of claims, cut as short as tells them apart."""
        return Ids(self.claims)

    def about(self, *claims: str) -> State:
        """The state with no more reports than make the claims named, so that finding them in it takes no time.

        It is the whole state where a claim is not named by its whole id.
        """
        state = self.release.state
        found = [self.claims[claim].report for claim in claims if claim in self.claims]
        if len(found) < len(claims):
            return state
        return msgspec.structs.replace(state, reports=tuple({report.key: report for report in found}.values()))

    def made(self, make: Callable[[Snapshot], Made]) -> Made:
        """What `make` makes of this snapshot: the first time it is made, afterwards it is at hand."""
        if make not in self._made:
            with self._making:
                if make not in self._made:
                    self._made[make] = make(self)
        return cast("Made", self._made[make])
