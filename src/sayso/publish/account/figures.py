"""How many: each estimate with its rule, the claims it uses, and those it leaves out with the reason."""

from __future__ import annotations

from sayso.core.event import Estimate
from sayso.publish import phrase
from sayso.publish.account.known import Known
from sayso.publish.sheet import Block, Entry, Line, Part, Section, Table, line

OPEN = "open"


HEAD = ("", "low", "best", "high", "voices", "rule", "counted")


def figures(known: Known) -> Section:
    """A table of all estimates, then what each total is made of, and each group of which something is left out."""
    estimates = known.event.estimates
    if not estimates:
        return Section(heading="Figures", blocks=(line("No figure is told."),))
    table = Table(head=HEAD, rows=tuple(_row(known, one) for one in estimates), right=(1, 2, 3, 4))
    under = tuple(_made_of(known, one) for one in estimates if one.group is None or one.left_out)
    return Section(heading="Figures", blocks=(table,), under=under)


def _row(known: Known, one: Estimate) -> tuple[Line, ...]:
    below = one.group is None or one.left_out
    used = [] if below else [Part(known.short(claim), "id") for claim in one.used]
    return (
        line(label(one)), line(str(one.low)), line(Part(str(one.best), "strong")), line(high(one.high)),
        line(str(one.voices)), line(one.rule), line("as below" if below else None, *used),
    )  # fmt: skip


def label(one: Estimate) -> str:
    """What an estimate counts: *killed, in all*, *killed, attackers (combatant)*."""
    if one.group is None:
        return f"{one.effect}, {'in all' if one.status == 'all' else one.status}"
    status = f" ({one.status})" if one.status not in ("all", "unknown") else ""
    return f"{one.effect}, {one.group}{status}"


def high(value: int | None) -> str:
    """An upper figure; open-ended where nobody bounds it."""
    return OPEN if value is None else str(value)


def figure(known: Known, one: str, effect: str) -> str:
    """What a claim says for an effect: *about 100 (attackers)*."""
    said = []
    for toll in known.claim(one).casualties:
        if toll.effect == effect:
            people = phrase.people(toll)
            said.append(phrase.count(toll) + (f" ({people})" if people else ""))
    return " and ".join(said)


def counted(known: Known, one: str, effect: str, reason: str = "") -> Entry:
    """A claim by its id: its figure for the effect, whose it is, where it stands, and why it is left out if it is."""
    said = Part(figure(known, one, effect), "strong")
    first = line(said, known.speaker(one), Part(known.told(one), "quiet"))
    return Entry(mark=known.short(one), lines=(first, line(reason)) if reason else (first,))


def _made_of(known: Known, estimate: Estimate) -> Section:
    used = [counted(known, one, estimate.effect) for one in sorted(estimate.used, key=known.when)]
    left = [
        counted(known, one.claim, estimate.effect, one.reason)
        for one in sorted(estimate.left_out, key=lambda one: known.when(one.claim))
    ]
    blocks: list[Block] = [line(Part("counted" if used else "nothing is counted", "quiet")), *used]
    if left:
        blocks += [line(Part("left out", "quiet")), *left]
    return Section(heading=label(estimate), blocks=tuple(blocks))
