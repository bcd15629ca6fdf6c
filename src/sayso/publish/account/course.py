"""How each total moved with the reports that came in, and which claims moved it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.core.event import Step
from sayso.publish.account.figures import figure, high
from sayso.publish.account.known import Known
from sayso.publish.date import day
from sayso.publish.sheet import Line, Part, Section, Table, line

HEAD = ("once published", "low", "best", "high", "moved by")


def course(known: Known, steps: Iterable[Step]) -> Iterator[Section]:
    """A table for each effect, of the days on which its total changed; none where there are no steps."""
    by_effect: dict[str, list[Step]] = {}
    for step in steps:
        some = by_effect.setdefault(step.effect, [])
        if not some or _total(some[-1]) != _total(step):
            some.append(step)
    if by_effect:
        under = tuple(_effect(known, effect, some) for effect, some in by_effect.items())
        yield Section(heading="How the figures moved", under=under)


def _total(step: Step) -> tuple[int, int, int | None]:
    return (step.low, step.best, step.high)


def _effect(known: Known, effect: str, steps: list[Step]) -> Section:
    rows = tuple(
        (
            line(day(step.published)), line(str(step.low)), line(Part(str(step.best), "strong")),
            line(high(step.high)), _moved_by(known, step),
        )
        for step in steps
    )  # fmt: skip
    return Section(heading=effect, blocks=(Table(head=HEAD, rows=rows, right=(1, 2, 3)),))


def _moved_by(known: Known, step: Step) -> Line:
    parts: list[Part] = []
    for one in step.claims:
        speaker = known.speaker(one) or known.report(one).publisher
        parts.append(Part(f"{speaker}: {figure(known, one, step.effect)}", mark=known.short(one)))
    return line(*parts)
