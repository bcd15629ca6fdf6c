"""Where voices cannot all be right about a figure. Nothing here says who is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.core.event import Conflict
from sayso.reconcile.figure import Figure, Unsaid
from sayso.reconcile.telling import Telling, latest, of_everybody, of_group
from sayso.reconcile.voice import OUTLETS, Heard

ABOUT = 0.2  # *about 100* and 85 can both be right, *about 100* and 70 hardly


def of_figures(found: Iterable[Figure], unsaid: Iterable[Unsaid], heard: Heard) -> Iterator[Conflict]:
    """Counts that do not meet, for each effect's total and for each side; then counts that somebody denies."""
    by_effect: dict[str, list[Figure]] = defaultdict(list)
    for figure in found:
        by_effect[figure.effect].append(figure)
    names = {figure.origin.key: figure.origin.called for figures in by_effect.values() for figure in figures}
    for effect in sorted(by_effect):
        yield from _apart(effect, of_everybody(by_effect[effect]), names)
        groups: dict[str, list[Figure]] = defaultdict(list)
        for figure in by_effect[effect]:
            if figure.group.camp is not None and figure.group.code is not None:
                groups[figure.group.code].append(figure)
        for code in sorted(groups):
            yield from _apart(f"{effect}: {groups[code][0].label or code}", of_group(groups[code]), names)
    yield from _denied(by_effect, unsaid, heard)


def _apart(field: str, tellings: Sequence[Telling], names: Mapping[str, str]) -> Iterator[Conflict]:
    """One conflict that holds the last word of every voice whose bounds do not meet another's."""
    stand, _ = latest(tellings)
    apart = [one for one in stand if any(not _meet(one, other) for other in stand if other.voice != one.voice)]
    if apart:
        first = {telling.voice: telling for telling in sorted(apart, key=lambda telling: telling.age, reverse=True)}
        told = sorted(first.values(), key=lambda telling: (telling.low, telling.voice))
        reason = "; ".join(f"{_number(telling)} ({names[telling.voice]})" for telling in told)
        claims = {figure.claim.id for telling in told for figure in telling.figures}
        yield Conflict(field=field, claims=tuple(sorted(claims)), reason=reason)


def _meet(one: Telling, other: Telling) -> bool:
    if _is_overtaken(one, other) or _is_overtaken(other, one):
        return True
    (low, high), (least, most) = _bounds(one), _bounds(other)
    return (most is None or low <= most) and (high is None or least <= high)


def _is_overtaken(one: Telling, other: Telling) -> bool:
    """Whether one was true of its day and the other is of a later one.

    So is a number of missing people; and what an outlet says on its own, beside a toll that has risen since.
    """
    if one.age[0] >= other.age[0]:
        return False
    return one.of_the_day or (one.figures[0].origin.kind in OUTLETS and one.low < other.low)


def _bounds(telling: Telling) -> tuple[float, float | None]:
    if not telling.about:
        return telling.low, telling.high
    return telling.low * (1 - ABOUT), None if telling.high is None else telling.high * (1 + ABOUT)


def _number(telling: Telling) -> str:
    about = "about " if telling.about else ""
    if telling.high == telling.low:
        return f"{about}{telling.low}"
    return f"at least {about}{telling.low}" if telling.high is None else f"{telling.low} to {telling.high}"


def _denied(found: Mapping[str, list[Figure]], unsaid: Iterable[Unsaid], heard: Heard) -> Iterator[Conflict]:
    """A count that one voice denies and others assert: of the same people, and within the bounds denied."""
    for one in unsaid:
        claim = one.member.claim
        if not claim.attribution or claim.attribution[-1].act != "deny":
            continue
        denier = heard[one.member.claim.id]
        codes = dict(one.member.report.codes)
        for denied in claim.casualties:
            asserted = [
                figure
                for figure in found.get(denied.effect, ())
                if figure.origin.key != denier.key
                and figure.group.code in (None, codes.get(denied.group or ""))
                and (denied.high is None or figure.low <= denied.high)
                and (figure.high is None or (denied.low or 0) <= figure.high)
            ]
            if asserted:
                claims = {claim.id, *(figure.claim.id for figure in asserted)}
                yield Conflict(field=denied.effect, claims=tuple(sorted(claims)), reason=f"denied by {denier.called}")
