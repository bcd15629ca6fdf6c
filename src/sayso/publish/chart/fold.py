"""Paths from reports to voices made a graph that is read at a glance: what goes the same way is one box."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from sayso.publish.chart.chains import Box, Chains, Item
from sayso.publish.chart.layers import Edge, Node

NAMED = 12  # reports, or voices, named in one box


class Path(NamedTuple):
    """How words came to a report: the hands they passed, nearest the report first, and last the voice."""

    report: str
    nodes: tuple[Node, ...]


class Named(NamedTuple):
    """What stands in the boxes: a line for each report by key, and for each hand and voice its kind and its lines.

    `alone` are the lines of a voice that one report alone has, and which is then put together with others of it.
    """

    reports: Mapping[str, Item]
    boxes: Mapping[Node, tuple[str, tuple[Item, ...]]]
    alone: Mapping[Node, tuple[Item, ...]]
    more: Callable[[int], str]


def folded(paths: Iterable[Path], named: Named, heads: tuple[str, ...]) -> Chains:
    """The graph. Reports are one box where they share all that they share with any; so are voices of that box alone."""
    some = list(dict.fromkeys(paths))
    carried: dict[Node, set[str]] = {}
    for report, nodes in some:
        for node in nodes:
            carried.setdefault(node, set()).add(report)
    home = _homes(some, carried)
    merged = _alone(some, carried, named, home)
    between: dict[tuple[Node, Node], set[str]] = {}
    for report, nodes in some:
        for pair in pairwise([home[report], *(merged.get(node, node) for node in nodes)]):
            between.setdefault(pair, set()).add(report)
    return Chains(
        boxes=(*_reports(home, named), *_boxes(some, merged, named)),
        edges=tuple(Edge(start, end, len(reports)) for (start, end), reports in between.items()),
        heads=heads,
    )


def _homes(paths: Iterable[Path], carried: Mapping[Node, set[str]]) -> dict[str, Node]:
    """The box of each report, named for the first in it."""
    shared: dict[str, set[Node]] = {}
    for report, nodes in paths:
        shared.setdefault(report, set()).update(nodes[:1] if len(carried[nodes[0]]) > 1 else ())
    first: dict[frozenset[Node], str] = {}
    out: dict[str, Node] = {}
    for report, ways in shared.items():
        lead = first.setdefault(frozenset(ways), report) if ways else report
        out[report] = (0, lead)
    return out


def _alone(
    paths: Iterable[Path], carried: Mapping[Node, set[str]], named: Named, home: Mapping[str, Node]
) -> dict[Node, Node]:
    """Voices that one report alone has, straight from it, to the box that they share."""
    first: dict[Node, Node] = {}
    return {
        nodes[0]: first.setdefault(home[report], nodes[0])
        for report, nodes in paths
        if len(nodes) == 1 and len(carried[nodes[0]]) == 1 and nodes[0] in named.alone
    }


def _reports(home: Mapping[str, Node], named: Named) -> list[Box]:
    inside: dict[Node, list[Item]] = {}
    for report, node in home.items():
        inside.setdefault(node, []).append(named.reports[report])
    return [Box(node, "report", _few(items, named)) for node, items in inside.items()]


def _boxes(paths: Iterable[Path], merged: Mapping[Node, Node], named: Named) -> list[Box]:
    together: dict[Node, list[Node]] = {}
    for node in dict.fromkeys(node for _, nodes in paths for node in nodes):
        together.setdefault(merged.get(node, node), []).append(node)
    out = []
    for lead, some in together.items():
        kind, items = named.boxes[lead]
        if lead in merged:
            shown = some if len(some) <= NAMED else some[: NAMED - 1]
            items = tuple(item for node in shown for item in named.alone[node])
            if len(shown) < len(some):
                items = (*items, Item(named.more(len(some) - len(shown)), quiet=True))
        out.append(Box(lead, kind, items))
    return out


def _few(items: list[Item], named: Named) -> tuple[Item, ...]:
    if len(items) <= NAMED:
        return tuple(items)
    return (*items[: NAMED - 1], Item(named.more(len(items) - NAMED + 1), quiet=True))
