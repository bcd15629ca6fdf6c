"""A state of the ledger and the events it adds up to: the one place where what was recorded meets reconciling."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.core.decided import counted, paired
from sayso.core.release import Release, State
from sayso.reconcile import weighed


def release(state: State, families: Mapping[str, str] | None = None) -> Release:
    """The release of a state; `families` maps outlets to the publisher they belong to."""
    found = weighed(counted(state), paired(state), families)
    return Release(state=state, events=found.events, doubts=found.doubts)
