"""Why the reports of an event are taken to tell of one: what joined them, what kept others out, how it was counted."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.core.value import Value
from sayso.publish.account.figures import figures
from sayso.publish.account.heading import heading, summary
from sayso.publish.account.known import Known
from sayso.publish.sheet import Block, Entry, Part, Section, Sheet, Table, line

HEAD = ("feature", "points", "reason")


class Pair(Value, kw_only=True):
    """Two claims that stand for two reports; `by` is a person or `rule`; `features` are name, points and reason."""

    left: str
    right: str
    by: str
    points: float | None = None
    reason: str = ""
    features: tuple[tuple[str, float, str], ...] = ()


def joined(known: Known, joins: Sequence[Pair], refused: Sequence[Pair]) -> Sheet:
    """The page of an event's making: each join with its table of features, what was refused, the estimates."""
    event = known.event
    sections = [
        Section(
            heading="Why these reports are one event",
            blocks=() if joins else (line("One report alone tells of it."),),
            under=tuple(_join(known, one) for one in joins),
        )
    ]
    if refused:
        blocks: list[Block] = []
        for pair in refused:
            blocks += [line(pair.reason), *_sides(known, pair)]
        sections.append(Section(heading="What was kept out", blocks=tuple(blocks)))
    return Sheet(
        title=heading(event), about=summary(event, known.release.state), sections=(*sections, figures(known))
    )  # fmt: skip


def _join(known: Known, pair: Pair) -> Section:
    told = [known.told(one) for one in (pair.left, pair.right)]
    points = f"{pair.points:.1f} points" if pair.points is not None else None
    by = "by the rule" if pair.by == "rule" else f"judged the same by {pair.by}"
    blocks: list[Block] = [line(by, points, pair.reason if not pair.features else None)]
    blocks += _sides(known, pair)
    if pair.features:
        rows = tuple((line(name), line(f"{score:+.1f}"), line(reason)) for name, score, reason in pair.features)
        blocks.append(Table(head=HEAD, rows=rows, right=(1,)))
    return Section(heading=" and ".join(told), blocks=tuple(blocks))


def _sides(known: Known, pair: Pair) -> list[Entry]:
    return [
        Entry(
            mark=known.short(one),
            lines=(line(Part(known.words(one), "quote")), line(Part(known.told(one), "quiet"))),
        )
        for one in (pair.left, pair.right)
    ]
