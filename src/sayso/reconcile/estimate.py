"""The estimates of an event: for each effect its total, then each group that is counted in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.core.claim import Effect
from sayso.core.event import Estimate, GroupStatus, LeftOut
from sayso.reconcile.choose import EARLIER, Range, added, choose
from sayso.reconcile.figure import Figure, Unsaid
from sayso.reconcile.telling import Telling, of_camps, of_everybody, of_group

VOICES = "most-voices"
SIDES = "sum-of-sides"
Who = tuple[str | None, GroupStatus]
EVERYBODY: Who = (None, "all")
ORDER: tuple[Effect, ...] = ("killed", "injured", "missing", "captured", "displaced", "rescued")


def estimates(found: Iterable[Figure], unsaid: Sequence[Unsaid]) -> tuple[Estimate, ...]:
    """For each effect the total, then its groups, largest first; what nobody stands for is left out of the total."""
    by_effect: dict[Effect, list[Figure]] = defaultdict(list)
    for figure in found:
        by_effect[figure.effect].append(figure)
    return tuple(
        one for effect in ORDER if effect in by_effect for one in _of_effect(effect, by_effect[effect], unsaid)
    )


def _of_effect(effect: Effect, found: list[Figure], unsaid: Sequence[Unsaid]) -> Iterator[Estimate]:
    yield _total(effect, found, unsaid)
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in found:
        if figure.group.code is not None:
            groups[figure.group.code].append(figure)
    parts = [_estimate(effect, (_label(of), _status(of)), choose(of_group(of)), {}) for of in groups.values()]
    yield from sorted(parts, key=lambda part: (-part.best, part.group or ""))


def _total(effect: Effect, found: list[Figure], unsaid: Sequence[Unsaid]) -> Estimate:
    """What voices say of everybody; what the sides come to, where nobody does or where that alone is more.

    Where only shares are told (*one of the wounded died*), the largest of them is the least that the total can be.
    """
    everybody = of_everybody(found)
    whole = choose(everybody) if everybody else None
    sides = added({name: choose(tellings) for name, tellings in of_camps(found).items()})
    left = {
        one.member.claim.id: one.reason
        for one in unsaid
        if any(casualty.effect == effect for casualty in one.member.claim.casualties)
    }
    if whole is not None and (sides is None or sides.low <= whole.best):
        return _estimate(effect, EVERYBODY, whole, {**_each(found, "a part of the total"), **left})
    if sides is not None:
        why = "less than the sides come to" if whole is not None else "a part of a side"
        return _estimate(effect, EVERYBODY, sides, {**_each(found, why), **left}, rule=SIDES)
    return _estimate(effect, EVERYBODY, choose(of_group(found)), left)


def _each(found: Iterable[Figure], why: str) -> dict[str, str]:
    return dict.fromkeys((figure.claim.id for figure in found), why)


def _label(figures: Sequence[Figure]) -> str:
    """What a group is called: as most claims write it."""
    names = Counter(figure.label or figure.group.code or "" for figure in figures)
    return min(names, key=lambda name: (-names[name], name))


def _status(figures: Sequence[Figure]) -> GroupStatus:
    seen = Counter(figure.group.status for figure in figures)
    return min(seen, key=lambda status: (-seen[status], status))


def _estimate(effect: Effect, who: Who, chosen: Range, left: Mapping[str, str], *, rule: str = VOICES) -> Estimate:
    group, status = who
    used = _claims(chosen.used)
    out = {**left, **dict.fromkeys(_claims(chosen.replaced), EARLIER)}
    return Estimate(
        effect=effect, group=group, status=status, low=chosen.low, best=chosen.best, high=chosen.high, rule=rule,
        voices=len({telling.voice for telling in chosen.used}), used=used,
        left_out=tuple(LeftOut(claim, why) for claim, why in sorted(out.items()) if claim not in used),
    )  # fmt: skip


def _claims(tellings: Iterable[Telling]) -> tuple[str, ...]:
    return tuple(sorted({figure.claim.id for telling in tellings for figure in telling.figures}))
