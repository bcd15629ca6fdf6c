"""A state of the ledger and the events it adds up to: the one place where what was recorded meets reconciling."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.core.decided import counted, paired
from sayso.core.release import Release, State
from sayso.reconcile import weighed
from sayso.reconcile.group import Group


class Released(NamedTuple):
    """A release, and the groups that its events were made of: which happenings were joined, and why."""

    release: Release
    groups: tuple[Group, ...]


def release(state: State, families: Mapping[str, str] | None = None) -> Release:
    """The release of a state; `families` maps outlets to the publisher they belong to."""
    return released(state, families).release


def released(state: State, families: Mapping[str, str] | None = None) -> Released:
    """The same, with how the events came together."""
    found = weighed(counted(state), paired(state), families)
    return Released(Release(state=state, events=found.events, doubts=found.doubts), found.groups)
