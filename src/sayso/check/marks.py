"""Inline marks of a worked example, `[text]{kind value}`: what must be found at exactly these characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, get_args

from sayso.check.fault import MalformedError
from sayso.claim.published import published
from sayso.claim.when import Anchors, resolve
from sayso.core.claim import Act
from sayso.core.reading import Reading
from sayso.core.span import Span, joined
from sayso.core.trouble import DateError
from sayso.core.when import bounds

OPEN = "?"  # a time that is found but that nothing settles
QUANTITY = re.compile(r"~?(?:\d+(?:\.\.(?:\d+)?)?|\.\.\d+)")
_BRACKET = re.compile(r"\[|\](?:\{([^{}\n]*)\})?")
_NEEDS_VALUE = frozenset({"quantity", "time"})
_KINDS = ("quantity", "time", "place", "source", "cue")


class Mark(NamedTuple):
    """Something that must be found at a span of the text; an empty value leaves open which."""

    kind: str
    value: str
    span: Span
    line: int


def strip_marks(marked: str, first_line: int) -> tuple[str, tuple[Mark, ...]]:
    """The text without its marks, and the marks with their spans in it; marks may lie inside one another."""
    text, at, opened, marks = "", 0, [], []
    for match in _BRACKET.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        line = first_line + marked.count("\n", 0, match.start())
        if match.group() == "[":
            opened.append((len(text), line))
        elif not opened:
            raise MalformedError(line, "a ']' without a '[' before it")
        elif match[1] is None:
            raise MalformedError(line, "a ']' without {kind value} behind it; literal brackets cannot stand in a text")
        else:
            marks.append(_mark(match[1], Span(opened.pop()[0], len(text)), line))
    if opened:
        raise MalformedError(opened[-1][1], "a '[' that is not closed by ']{kind value}'")
    return text + marked[at:], tuple(sorted(marks, key=lambda mark: mark.span))


def _mark(inside: str, span: Span, line: int) -> Mark:
    kind, _, value = " ".join(inside.split()).partition(" ")
    if kind not in _KINDS:
        raise MalformedError(line, f"no kind of mark named {kind!r}; there are: {', '.join(_KINDS)}")
    if not value and kind in _NEEDS_VALUE:
        raise MalformedError(line, f"the mark {{{kind}}} needs a value")
    if span.start == span.end:
        raise MalformedError(line, f"the mark {{{inside}}} stands round no text")
    if kind == "quantity" and not QUANTITY.fullmatch(value):
        raise MalformedError(line, f"{value!r} is not a quantity such as 12, 12.., ..40, 10..15 or ~100")
    if kind == "cue" and value and value not in get_args(Act):
        raise MalformedError(line, f"no act named {value!r}; there are: {', '.join(get_args(Act))}")
    if kind == "time" and value != OPEN:
        check_date(value, line)
    return Mark(kind, value, span, line)


def check_date(value: str, line: int) -> None:
    """Raise MalformedError where a value is not an EDTF date."""
    try:
        bounds(value)
    except DateError as fault:
        raise MalformedError(line, str(fault)) from None


def unmet(marks: tuple[Mark, ...], reading: Reading) -> Iterator[str]:
    """For each mark that is not found as it says: what was wanted and what was found there."""
    there = list(_found(reading)) if marks else []
    text = reading.document.text
    for mark in marks:
        near = [one for one in there if one.kind == mark.kind and one.span.touches(mark.span)]
        if any(one.span == mark.span and mark.value in ("", one.value) for one in near):
            continue
        came = ", ".join(dict.fromkeys(_shown(one, text) for one in near)) or f"no {mark.kind}"
        yield f"line {mark.line}: expected {_shown(mark, text)}, found there: {came}"


def _shown(mark: Mark, text: str) -> str:
    return f"[{joined(text, (mark.span,))}]{{{f'{mark.kind} {mark.value}'.strip()}}}"


def _found(reading: Reading) -> Iterator[Mark]:
    """Everything in a reading that a mark can speak of."""
    for count in reading.counts:
        yield Mark("quantity", str(count.quantity), count.span, 0)
    anchors = Anchors(published(reading), None)
    for time in reading.times:
        made = resolve(time, anchors)
        yield Mark("time", made[0] if made else OPEN, time.span, 0)
    for place in reading.places:
        yield Mark("place", place.name, place.span, 0)
    for said in reading.said:
        steps = [(said.cue, said.act, said.source), *((cue, "report", who) for cue, who in said.via)]
        for cue, act, _ in steps:
            yield from (Mark("cue", act, span, 0) for span in cue)
        for named in (*(who for _, _, who in steps), said.outlet):
            if named is not None:
                yield Mark("source", named.name, named.span, 0)
