"""How far two happenings, each told by one report, are one event: a table of features, each with a score and a reason.

Scores are points for or against, in the open; they are added up and never shown as a probability.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sayso.reconcile import features
from sayso.reconcile.features import Finding
from sayso.reconcile.side import Side

ENOUGH = 4.0  # points from which two happenings are suggested to be one event


class Feature(NamedTuple):
    """A comparison by its name."""

    name: str
    compare: Callable[[Side, Side], Finding]


FEATURES: tuple[Feature, ...] = (
    Feature("date", features.dates),
    Feature("published", features.published),
    Feature("standing", features.standing),
    Feature("place", features.places),
    Feature("apart", features.apart),
    Feature("kind", features.kinds),
    Feature("counts", features.counts),
    Feature("names", features.names),
    Feature("text", features.texts),
)


class Row(NamedTuple):
    """One line of the explanation."""

    feature: str
    score: float
    reason: str


def score(one: Side, other: Side) -> float:
    """The points of a pair."""
    return sum([compare(one, other)[0] for _, compare in FEATURES])


def explain(one: Side, other: Side) -> tuple[Row, ...]:
    """Every feature of a pair with its points and its reason, in the order of the table."""
    found = [(feature.name, feature.compare(one, other)) for feature in FEATURES]
    return tuple(Row(name, round(one.score, 1), one.words.format(*one.gaps)) for name, one in found)
