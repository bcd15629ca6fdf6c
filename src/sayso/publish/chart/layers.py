"""A layered drawing of a graph: which box stands in which column, how high, and where the lines run. Pure geometry.

Lines run from left to right, from a column to the next. One that passes a column by goes through a slot of its own
there, which all lines to the same box share, so that no line crosses a box.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

GAP = 12.0
SLOT = 6.0  # height of what only lets lines pass
SWEEPS = 4

Node = tuple[int, str]  # a column, counted from the left, and a name that tells it from others there


class Edge(NamedTuple):
    """A line between two boxes, and how many reports it stands for."""

    start: Node
    end: Node
    weight: int


class Spot(NamedTuple):
    """Where a box stands in its column: the upper edge and how high it is. A slot is no box."""

    top: float
    height: float
    is_slot: bool = False

    @property
    def middle(self) -> float:
        """Where lines meet it."""
        return self.top + self.height / 2


class Laid(NamedTuple):
    """Every box and slot in its place, the lines between neighbouring columns, and the height of it all."""

    spots: Mapping[Node, Spot]
    edges: tuple[Edge, ...]
    height: float


def laid(heights: Mapping[Node, float], edges: Iterable[Edge]) -> Laid:
    """The drawing of boxes of these heights; each column begins in the order in which they are given."""
    steps = _stepped(edges)
    tall = dict(heights)
    for one in steps:
        for node in (one.start, one.end):
            tall.setdefault(node, SLOT)
    columns: dict[int, list[Node]] = defaultdict(list)
    for node in tall:
        columns[node[0]].append(node)
    beside = _beside(steps)
    _ordered(columns, beside)
    height = max(sum(tall[node] for node in some) + GAP * (len(some) - 1) for some in columns.values())
    middles = _middles(columns, tall, beside, height)
    spots = {
        node: Spot(middles[node] - tall[node] / 2, tall[node], is_slot=node not in heights)
        for some in columns.values()
        for node in some
    }
    return Laid(spots, steps, height)


def _stepped(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """The edges cut where they pass a column, those between the same two ends made one."""
    weights: dict[tuple[Node, Node], int] = defaultdict(int)
    for start, end, weight in edges:
        at = start
        for column in range(start[0] + 1, end[0]):
            slot = (column, f"to {end[0]} {end[1]}")
            weights[at, slot] += weight
            at = slot
        weights[at, end] += weight
    return tuple(Edge(start, end, weight) for (start, end), weight in weights.items())


def _beside(steps: Iterable[Edge]) -> dict[Node, list[Node]]:
    out: dict[Node, list[Node]] = defaultdict(list)
    for start, end, _ in steps:
        out[start].append(end)
        out[end].append(start)
    return out


def _ordered(columns: dict[int, list[Node]], beside: Mapping[Node, Sequence[Node]]) -> None:
    """Put each column in the order of the middle of its neighbours, to and fro, so that fewer lines cross."""
    rank = {node: float(k) for some in columns.values() for k, node in enumerate(some)}
    order = sorted(columns)
    for sweep in range(SWEEPS):
        for column in reversed(order) if sweep % 2 == 0 else order:
            side = 1 if sweep % 2 == 0 else -1
            some = columns[column]
            wished = {
                node: _mean([rank[one] for one in beside.get(node, ()) if one[0] == column + side], rank[node])
                for node in some
            }
            some.sort(key=lambda node: (wished[node], rank[node]))
            rank.update({node: float(k) for k, node in enumerate(some)})


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _middles(
    columns: Mapping[int, Sequence[Node]], tall: Mapping[Node, float], beside: Mapping[Node, Sequence[Node]],
    height: float,
) -> dict[Node, float]:  # fmt: skip
    """How high each box's middle is: the fullest column first, the others as near their neighbours as there is room."""
    out: dict[Node, float] = {}
    fullest = max(columns, key=lambda column: (sum(tall[node] for node in columns[column]), -column))
    for column in sorted(columns, key=lambda column: (abs(column - fullest), column)):
        some = columns[column]
        free = (height - sum(tall[node] for node in some)) / max(len(some), 1)
        at, even = 0.0, {}
        for node in some:
            even[node] = at + free / 2 + tall[node] / 2
            at += free + tall[node]
        wished = [_mean([out[one] for one in beside.get(node, ()) if one in out], even[node]) for node in some]
        out.update(zip(some, _apart(wished, [tall[node] for node in some], height), strict=True))
    return out


def _apart(middles: Sequence[float], tall: Sequence[float], height: float) -> list[float]:
    """The middles moved down, then up, until no two boxes touch and none stands out."""
    out: list[float] = []
    edge = 0.0
    for middle, size in zip(middles, tall, strict=True):
        out.append(max(middle, edge + size / 2))
        edge = out[-1] + size / 2 + GAP
    edge = height
    for k in reversed(range(len(out))):
        out[k] = min(out[k], edge - tall[k] / 2)
        edge = out[k] - tall[k] / 2 - GAP
    return out
