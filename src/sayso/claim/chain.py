"""Chains: which attribution stands inside which, from the hand nearest the reader to the origin."""

from __future__ import annotations

import msgspec

from sayso.core.claim import Act, Link, Manner, Source
from sayso.core.reading import Reading, Said
from sayso.core.span import Span, Spans

REACH = 8  # sentences of one quotation
COVERS = 0.6  # an attribution whose content is to so large a part another attribution makes no claim of its own


class Node:
    """An attribution and the one it stands in."""

    __slots__ = ("children", "parent", "said")

    def __init__(self, said: Said) -> None:
        self.said = said
        self.parent: Node | None = None
        self.children: list[Node] = []


def nest(said: list[Said]) -> list[Node]:
    """Put each attribution into the smallest one whose content holds its cue and what it says."""
    nodes = [Node(one) for one in said]
    reaching = _reaching(nodes)
    for node in nodes:
        near = reaching.get(node.said.sentence, ())
        holders = [other for other in near if other is not node and _holds(other.said, node.said)]
        if holders:
            node.parent = min(holders, key=lambda other: _size(other.said.content))
            node.parent.children.append(node)
    return nodes


def _reaching(nodes: list[Node]) -> dict[int, list[Node]]:
    """By sentence, the attributions whose content reaches its cues: its own, and of up to `REACH` on either side."""
    cues: dict[int, Span] = {}
    for node in nodes:
        cue, k = node.said.cue[0], node.said.sentence
        known = cues.get(k, cue)
        cues[k] = Span(min(known.start, cue.start), max(known.end, cue.end))
    out: dict[int, list[Node]] = {}
    for node in nodes:
        content, at = node.said.content, node.said.sentence
        if content:
            whole = Span(content[0].start, content[-1].end)
            for k in range(at - REACH, at + REACH + 1):
                if k in cues and whole.touches(cues[k]):
                    out.setdefault(k, []).append(node)
    return out


def _holds(outer: Said, inner: Said) -> bool:
    cue = inner.cue[0]
    if not any(span.covers(cue) for span in outer.content) or not inner.content:
        return False
    start = inner.content[0]
    return any(span.start <= start.start < span.end for span in outer.content) and _size(inner.content) < _size(
        outer.content
    )


def _size(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def covered_by_child(node: Node) -> bool:
    """Whether what stands inside is all but the whole: then only the inner claim is made."""
    own = _size(node.said.content)
    inner = 0
    for child in node.children:
        spans = [*child.said.content, *child.said.cue]
        if child.said.source is not None and not _aside(node.said, child.said):
            spans.append(child.said.source.span)
        inner = max(
            inner,
            sum(min(s.end, c.end) - max(s.start, c.start) for s in spans for c in node.said.content if s.touches(c)),
        )
    return own > 0 and inner / own >= COVERS


def _aside(outer: Said, inner: Said) -> bool:
    """*The cell, which claimed the raid, is dead, he said*: the outer content tells on of the inner source."""
    first = inner.source.span.start if inner.source is not None else inner.cue[0].start
    return first == outer.content[0].start and inner.content[-1].end + len(", ") < outer.content[-1].end


def links(node: Node, sources: dict[tuple[int, int], Source], content: Spans) -> tuple[Link, ...]:
    """The chain of one attribution, outermost hand first; a link carries its own content where that is more."""
    path: list[Node] = []
    at: Node | None = node
    while at is not None and len(path) < 16:
        path.append(at)
        at = at.parent
    out: list[Link] = []
    for one in reversed(path):
        own = one.said.content if one is not node else content
        out += _steps(one.said, sources, own if own != content else None)
    return tuple(out)


def _steps(said: Said, sources: dict[tuple[int, int], Source], content: Spans | None) -> list[Link]:
    carried: Spans | msgspec.UnsetType = content if content is not None else msgspec.UNSET
    out: list[Link] = []
    act: Act = msgspec.convert(said.act, Act)
    manner: Manner = msgspec.convert(said.manner, Manner)
    if said.outlet is not None:
        out.append(
            Link(source=_at(sources, said.outlet.span), cue=None, act="report", manner="indirect", content=carried)
        )
    source = (
        _at(sources, said.source.span) if said.source is not None else Source(name=None, kind="unspecified", span=None)
    )
    out.append(Link(source=source, cue=said.cue, act=act, manner=manner, content=carried))
    for cue, who in said.via:
        out.append(Link(source=_at(sources, who.span), cue=cue, act="report", manner="according_to", content=carried))
    return out


def _at(sources: dict[tuple[int, int], Source], span: Span) -> Source:
    return sources[(span.start, span.end)]


def usable(reading: Reading) -> list[Said]:
    """The attributions less those in which a quoted speaker speaks of himself (*I think*): they add no hand."""
    return [
        said for said in reading.said
        if not (said.quoted and said.source is not None and said.source.pronoun and said.source.pronoun[0] != "3")
    ]  # fmt: skip


def plain(chain: tuple[Link, ...], publisher: str | None) -> tuple[Link, ...]:
    """The chain without the report's own outlet, and without the same hand twice.

    Of the two the inner counts: *The council, citing its staff, said that it could confirm the toll* confirms.
    """
    own = set(_folded(publisher).split()) if publisher else set()
    out: list[Link] = []
    for link in chain:
        name = _folded(link.source.name) if link.source.name else None
        if name is not None and set(name.split()) <= own:
            continue
        same = next(
            (at for at, one in enumerate(out) if name is not None and _folded(one.source.name or "") == name), None
        )
        if same is None:
            out.append(link)
        else:
            out[same] = link
    return tuple(out)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
