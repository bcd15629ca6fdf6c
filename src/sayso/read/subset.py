"""Parts told in a sentence of their own: *92 people died. Of them 37 were children*.

The pronoun takes up those whom the sentence before counts, so what befell them is what is told there.
"""

from __future__ import annotations

from sayso.core.reading import Rank, Toll, Trigger
from sayso.read.group import groups
from sayso.read.kind import Kind
from sayso.read.line import Line
from sayso.read.source import cite
from sayso.read.toll import span
from sayso.read.trigger import HARM_TYPES


def find(lines: list[Line], told: list[Toll]) -> tuple[list[Toll], list[Trigger]]:
    """The parts of a text whose totals are `told`, and the events they name; in the order of the text."""
    whole: dict[int, Toll] = {}
    for toll in told:
        whole.setdefault(toll.sentence, toll)
    tolls: list[Toll] = []
    triggers: list[Trigger] = []
    for number, line in enumerate(lines):
        before = whole.get(number - 1)
        part = _part(line, number, before) if before is not None and number not in whole else None
        if part is not None:
            tolls.append(part)
            triggers.append(
                Trigger(
                    span=part.verb, sentence=number, reason=part.reason, type=HARM_TYPES[part.effect], rank=Rank.HARM
                )
            )
    return tolls, triggers


def _part(line: Line, number: int, whole: Toll) -> Toll | None:
    """*Of them 37 were children*, *Three of them were children*: a number on one side of *be*, people behind it."""
    words, bit = line.words, line.words.pack.marks.including
    if (line.kind(0), line.kind(1), line.kind(2)) != (Kind.NOUN, Kind.VERB, Kind.NOUN) or not line.mask(0) & bit:
        return None
    if not line.mask(1) & words.pack.marks.be:
        return None
    opening, people = line.chunks[0], line.chunks[2]
    named = groups(words, (people.start, people.end))
    hit = words.found["quantity"].get(opening.start)
    counted = hit[1][0] if hit is not None and isinstance(hit[1], tuple) else None
    if not named or named[0].name is None or (counted is None and not named[0].own):
        return None
    quantity = counted if counted is not None else named[0].quantity
    if whole.quantity.high is not None and (quantity.low or 0) > whole.quantity.high:
        return None
    of = next(at for at in range(opening.start, opening.end) if words.mask[at] & bit)
    return Toll(
        span=span(line, opening.start if counted is not None else people.start, people.end), sentence=number,
        reason=f"{cite(words, of, 'including')}: a part of those counted in the sentence before",
        effect=whole.effect, quantity=quantity, group=named[0].name, status=named[0].status,
        verb=span(line, of, of + 1),
    )  # fmt: skip
