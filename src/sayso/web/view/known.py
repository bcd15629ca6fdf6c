"""What pages look up in a snapshot: an event with all its claims, a source, the key of a voice."""

from __future__ import annotations

from sayso.core.decided import reviews
from sayso.core.event import Event
from sayso.publish.account.known import Known
from sayso.publish.queue import Entry, queue
from sayso.run.listing import Choices, Listed, choices, listing
from sayso.run.parties import Party, parties
from sayso.web.snapshot import Snapshot


def known(snapshot: Snapshot, event: Event) -> Known:
    """The event with its claims, by the indexes of the snapshot."""
    return Known(snapshot.release, event, snapshot.claims, snapshot.claim_ids)


def all_parties(snapshot: Snapshot) -> dict[str, Party]:
    """Every source by its key; ask for it by `snapshot.made`."""
    return parties(snapshot.release, snapshot.claims)


def queued(snapshot: Snapshot) -> tuple[Entry, ...]:
    """The review queue; ask for it by `snapshot.made`."""
    return queue(snapshot.release)


def rows(snapshot: Snapshot) -> tuple[Listed, ...]:
    """Every event as the list has it; ask for it by `snapshot.made`."""
    return listing(snapshot.release, reviewed(snapshot))


def reviewed(snapshot: Snapshot) -> frozenset[str]:
    """The ids of the events that somebody let stand as they are now."""
    found = reviews(snapshot.release.state, snapshot.release.events)
    return frozenset(one for one, how in found.items() if how == "reviewed")


def choice(snapshot: Snapshot) -> Choices:
    """What the list can be filtered by; ask for it by `snapshot.made`."""
    return choices(snapshot.made(rows))
