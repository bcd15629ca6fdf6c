"""Whose words travelled through whom: reports on the left, voices on the right, the hands between them."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from typing import NamedTuple

from sayso.publish.chart.layers import Edge, Laid, Node, Spot, laid
from sayso.publish.chart.svg import LEADING, Labelled, drawing, lines, link, tag, text

WIDE = 232.0  # a column
BETWEEN = 64.0  # from a column to the next
EDGE = 8.0
HEAD = 30.0
SMALL = 11.5
STEEPEST = 5  # the widest line, in units


class Item(NamedTuple):
    """A line in a box: its words, where it leads, and whether it is a name or only adds to the line above."""

    text: str
    href: str | None = None
    strong: bool = False
    quiet: bool = False


class Box(NamedTuple):
    """What stands at a node; `kind` is `report`, `hand` or `voice`, with `party` behind it where it is one."""

    node: Node
    kind: str
    items: tuple[Item, ...]


class Chains(NamedTuple):
    """The boxes, the lines between them, and what stands over each column."""

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    heads: tuple[str, ...]


def chains(of: Chains, label: Labelled) -> str:
    """The picture; empty where there is no box."""
    if not of.boxes:
        return ""
    shown = {box.node: _lines(box) for box in of.boxes}
    place = laid({node: LEADING * len(some) + 2 * EDGE for node, some in shown.items()}, of.edges)
    heads = "".join(
        text(_left(column), LEADING, head, "head", font_weight="600") for column, head in enumerate(of.heads)
    )
    drawn = heads + _edges(place) + "".join(_box(box, place.spots[box.node], shown[box.node]) for box in of.boxes)
    return drawing(
        label, _left(len(of.heads) - 1) + WIDE + 1, place.height + HEAD + 1, drawn, f"chains of-{len(of.heads)}"
    )


def _left(column: int) -> float:
    return 1 + column * (WIDE + BETWEEN)


def _lines(box: Box) -> list[Item]:
    """The items broken into lines that fit the box."""
    return [
        item._replace(text=one)
        for item in box.items
        for one in lines(item.text, WIDE - 2 * EDGE, SMALL if item.quiet else 13.0)
    ]


def _box(box: Box, spot: Spot, shown: Sequence[Item]) -> str:
    left, top = _left(box.node[0]), spot.top + HEAD
    frame = tag(
        "rect", x=left, y=top, width=WIDE, height=spot.height, rx=4.0, fill="none", stroke="currentColor",
        stroke_opacity="0.45", stroke_width=2.0 if "party" in box.kind else 1.0,
    )  # fmt: skip
    written = "".join(
        link(
            item.href,
            text(
                left + EDGE, top + EDGE + LEADING * (k + 0.75), item.text, "quiet" if item.quiet else None,
                font_size=SMALL if item.quiet else None,
                font_weight="600" if item.strong else None,
            ),
        )
        for k, item in enumerate(shown)
    )  # fmt: skip
    return tag("g", frame + written, class_=f"box {box.kind}")


def _edges(place: Laid) -> str:
    """The lines, and across each slot the line goes on; the more reports, the wider."""
    drawn = [_curve(place, one) for one in place.edges]
    through: dict[Node, int] = {}
    for one in place.edges:
        if place.spots[one.end].is_slot:
            through[one.end] = through.get(one.end, 0) + one.weight
    for node, weight in through.items():
        left, height = _left(node[0]), place.spots[node].middle + HEAD
        drawn.append(_line(f"M{left:.1f} {height:.1f}h{WIDE:.1f}", weight))
    return tag("g", "".join(drawn), class_="lines", fill="none", stroke="currentColor", stroke_opacity="0.4")


def _curve(place: Laid, edge: Edge) -> str:
    start, end = _left(edge.start[0]) + WIDE, _left(edge.end[0])
    from_, to = place.spots[edge.start].middle + HEAD, place.spots[edge.end].middle + HEAD
    half = (start + end) / 2
    return _line(f"M{start:.1f} {from_:.1f}C{half:.1f} {from_:.1f} {half:.1f} {to:.1f} {end:.1f} {to:.1f}", edge.weight)


def _line(path: str, weight: int) -> str:
    return tag("path", d=path, stroke_width=min(1 + log2(max(weight, 1)), float(STEEPEST)))
