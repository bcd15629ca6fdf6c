"""`--tree`: a report's chains as an indented tree, the outermost hand at the top, what is said at the leaves."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.core.claim import Claim, Record, Source
from sayso.core.document import Document
from sayso.publish import phrase
from sayso.publish.terminal import Look, hang, safe
from sayso.publish.text import event_parts, header, toll_parts


@dataclass(slots=True)
class Node:
    """One hand, those that stand under it, and what is said at this very point; in the order of the text."""

    label: str
    under: dict[tuple[str, ...], Node] = field(default_factory=dict)
    order: list[Node | Claim] = field(default_factory=list)


def tree(document: Document, record: Record, look: Look) -> str:
    """The header and the tree, each line ended."""
    return "".join(f"{line}\n" for line in (*header(document, record, look), *branches(document, record, look), ""))


def branches(document: Document, record: Record, look: Look) -> list[str]:
    """The tree without its header."""
    return _branches(document, grow(record), look, "")


def grow(record: Record) -> Node:
    """The chains of a record with shared beginnings made one."""
    root = Node("")
    for claim in record.claims:
        at = root
        steps = list(zip((_key(link.source) for link in claim.attribution), phrase.hands(claim), strict=True))
        for key, label in steps or [((phrase.OWN_VOICE,), phrase.OWN_VOICE)]:
            if key not in at.under:
                at.under[key] = Node(label)
                at.order.append(at.under[key])
            at = at.under[key]
        at.order.append(claim)
    return root


def _key(source: Source) -> tuple[str, ...]:
    """What makes two sources the same hand here: the name and the kind, however the role is put."""
    return ((source.name or "").casefold(), source.kind)


def _branches(document: Document, node: Node, look: Look, edge: str) -> list[str]:
    out: list[str] = []
    for k, one in enumerate(node.order):
        last = k == len(node.order) - 1
        first, rest = edge + ("└─ " if last else "├─ "), edge + ("   " if last else "│  ")
        if isinstance(one, Claim):
            out += _leaf(document, one, look, first, rest)
        else:
            style = "dim" if one.label in (phrase.OWN_VOICE, phrase.NOBODY) else "cyan"
            out += hang(safe(one.label), look, first, rest, "bold", style)
            out += _branches(document, one, look, rest)
    return out


def _leaf(document: Document, claim: Claim, look: Look, first: str, rest: str) -> list[str]:
    said = [phrase.act(claim)] if claim.attribution else []
    said += phrase.stance(claim)
    if claim.event.type != "other":
        said.append(phrase.words(claim.event.type))
    said += event_parts(claim)
    said += [f"{one.effect} {', '.join(toll_parts(one))}" for one in claim.casualties]
    out = hang(phrase.quoted(safe(phrase.content(document, claim))), look, first, rest + " ", "green")
    return out + hang(safe(" · ".join(said)), look, rest, rest)
