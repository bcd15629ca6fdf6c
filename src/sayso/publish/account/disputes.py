"""Where claims cannot all be right, and where a party took back or admitted what it had said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from sayso.core.claim import Effect
from sayso.core.event import Conflict, Reversal
from sayso.publish import phrase
from sayso.publish.account.figures import counted, figure
from sayso.publish.account.known import Known
from sayso.publish.date import day
from sayso.publish.sheet import Part, Section, line

_ABOUT = {
    "agents": "who did it",
    "event": "whether it is one event",
    "when": "when it was",
    "where": "where it was",
    **{effect: f"how many {effect}" for effect in get_args(Effect)},
}


def contradictions(known: Known) -> Iterator[Section]:
    """A section of every contradiction; none where there is none."""
    if known.event.conflicts:
        under = tuple(_conflict(known, one) for one in known.event.conflicts)
        yield Section(heading="Contradictions", under=under)


def _conflict(known: Known, conflict: Conflict) -> Section:
    claims = sorted(conflict.claims, key=known.when)
    numbers = all(figure(known, one, conflict.field) and known.claim(one).polarity == "positive" for one in claims)
    entries = [counted(known, one, conflict.field) if numbers else known.entry(one) for one in claims]
    heading = _ABOUT.get(conflict.field) or phrase.words(conflict.field)
    return Section(heading=heading, blocks=(line(conflict.reason), *entries))


def reversals(known: Known) -> Iterator[Section]:
    """A section of every reversal, the earlier statement first; none where there is none."""
    if known.event.reversals:
        under = tuple(_reversal(known, one) for one in known.event.reversals)
        yield Section(heading="Reversals", under=under)


def _reversal(known: Known, reversal: Reversal) -> Section:
    later, earlier = (day(known.report(one).published) for one in (reversal.later, reversal.earlier))
    dates = line(f"{earlier}{phrase.ARROW}{later}")
    blocks = (
        line(Part("earlier", "quiet")),
        known.entry(reversal.earlier),
        line(Part("later", "quiet")),
        known.entry(reversal.later),
    )
    return Section(heading=reversal.party, blocks=(dates, *blocks))
