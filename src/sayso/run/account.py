"""The account of an event: what reconciling says of it, and of how it came to be, made a page."""

from __future__ import annotations

from collections.abc import Mapping

from sayso import reconcile
from sayso.core.release import Release
from sayso.publish.account import account as page
from sayso.publish.sheet import Sheet
from sayso.run.find import event_named


def account(release: Release, name: str, families: Mapping[str, str] | None = None) -> Sheet:
    """The page of an event; `families` are those of the release. Raises LedgerError as `event_named` does."""
    event = event_named(release, name)
    return page(release, event, reconcile.course(event, release.state.reports, families))
