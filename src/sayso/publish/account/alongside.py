"""What the same reports tell of other events, history among it: shown beside the event, and counted in none of it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.core.event import Event
from sayso.publish.account.heading import heading
from sayso.publish.account.known import Known
from sayso.publish.sheet import Block, Part, Section, line

MOST = 3  # claims shown of each other event; `sayso account` shows the rest


def alongside(known: Known) -> Iterator[Section]:
    """A section of each other event that these reports tell of, in the order of the release."""
    keys = {known.report(one).key for one in known.event.claims}
    told = {claim.id for report in known.release.state.reports if report.key in keys for claim in report.claims}
    under = [
        _event(known, other, [one for one in other.claims if one in told])
        for other in known.release.events
        if other.id != known.event.id
    ]
    if sections := [one for one in under if one is not None]:
        yield Section(heading="Told alongside", under=tuple(sections))


def _event(known: Known, other: Event, claims: list[str]) -> Section | None:
    if not claims:
        return None
    claims.sort(key=known.when)
    blocks: list[Block] = [line(Part(f"event {other.id}", "quiet"))]
    blocks += [known.entry(one) for one in claims[:MOST]]
    if more := len(claims) - MOST:
        blocks += [line(Part(f"and {more} more", "quiet"))] if more > 0 else []
    return Section(heading=heading(other), blocks=tuple(blocks))
