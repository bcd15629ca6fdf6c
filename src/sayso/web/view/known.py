"""What pages look up in a snapshot: an event with all its claims, a source, the key of a voice."""

from __future__ import annotations

from sayso.core.event import Event
from sayso.publish.account.known import Known
from sayso.run.listing import Listed, listing
from sayso.run.parties import Party, parties
from sayso.web.snapshot import Snapshot


def known(snapshot: Snapshot, event: Event) -> Known:
    """The event with its claims, by the indexes of the snapshot."""
    return Known(snapshot.release, event, snapshot.claims, snapshot.claim_ids)


def all_parties(snapshot: Snapshot) -> dict[str, Party]:
    """Every source by its key; ask for it by `snapshot.made`."""
    return parties(snapshot.release, snapshot.claims)


def rows(snapshot: Snapshot) -> tuple[Listed, ...]:
    """Every event as the list has it; ask for it by `snapshot.made`."""
    return listing(snapshot.release, reviewed(snapshot))


def reviewed(snapshot: Snapshot) -> frozenset[str]:
    """The ids of the events on which somebody has judged."""
    state = snapshot.release.state
    judged = {one for each in state.judgements for one in (each.left, each.right)}
    judged |= {one.claim for one in state.corrections}
    return frozenset(snapshot.event_of[one] for one in judged if one in snapshot.event_of)
