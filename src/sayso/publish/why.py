"""The derivation of one claim: every source, cue and figure in the words of the report, and the rule that found it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.core.claim import Claim, Link, Record
from sayso.core.document import Document
from sayso.core.span import Spans
from sayso.publish import phrase
from sayso.publish.terminal import Look, cells, hang, safe
from sayso.publish.text import toll_parts

LABEL = 14
NO_WORDS = "no words of its own"


def derivation(
    document: Document, record: Record, claim: Claim, reasons: Iterable[tuple[str, str, Spans]], look: Look
) -> str:
    """The claim, its parts with the characters they stand on, and its reasons: field, rule or word, spans."""
    about = " · ".join([phrase.heading(document), *phrase.origin(document, record.language)])
    lines = [look.paint(f"claim {claim.id}", "bold"), *hang(safe(about), look, "", "", "dim"), ""]
    for label, value, spans in _parts(claim):
        lines += _row(document, label, value, spans, look)
    lines += ["", look.paint("because", "bold")]
    rows = list(reasons)
    for field, rule, spans in rows:
        lines += _row(document, field, rule, spans or None, look)
    if not rows:
        lines += ["  nothing overrode what holds by default"]
    return "".join(f"{line}\n" for line in lines)


def _parts(claim: Claim) -> Iterable[tuple[str, str, Spans | None]]:
    yield "content", "", claim.content
    if not claim.attribution:
        yield "chain", phrase.OWN_VOICE, None
    for k, link in enumerate(claim.attribution, 1):
        yield from _link(link, k)
    yield "stance", ", ".join(phrase.stance(claim)), None
    event = claim.event
    yield "event", phrase.words(event.type), event.span
    if event.when is not None:
        yield "when", f"{event.when.edtf} ({event.when.basis})", event.when.span
    if event.where is not None:
        yield "where", f"{event.where.name} ({event.where.basis})", event.where.span
    for label, some in phrase.sides(event):
        for one in some:
            yield label, "", one.span
    for toll in claim.casualties:
        yield toll.effect, ", ".join(toll_parts(toll)), toll.span


def _link(link: Link, number: int) -> Iterable[tuple[str, str, Spans | None]]:
    source = link.source
    inferred = f", from {source.inferred}" if isinstance(source.inferred, str) else ""
    yield f"{number} source", f"{phrase.who(source)} ({phrase.words(source.kind)}{inferred})", source.span
    yield f"{number} cue", f"{phrase.words(link.act)}, {phrase.words(link.manner)}", link.cue or ()
    if isinstance(link.content, tuple):
        yield f"{number} passes on", "", link.content


def _row(document: Document, label: str, value: str, spans: Spans | None, look: Look) -> list[str]:
    """What it is, then each stretch of text with its offsets, one a line."""
    rest = " " * (LABEL + 2)
    first = "  " + safe(label).ljust(LABEL)
    if cells(first) > LABEL + 2:
        first += "  "
    lines = hang(safe(value), look, first, rest) if value else []
    for span in spans or ():
        at = f"{span.start}–{span.end}".ljust(11)
        begin = (rest if lines else first) + look.paint(at, "dim") + " "
        quoted = hang(
            f"“{safe(span.of(document.text))}”", look, rest + " " * (len(at) + 1), rest + " " * (len(at) + 2), "green"
        )
        quoted[0] = begin + quoted[0][len(rest) + len(at) + 1 :]
        lines += quoted
    return lines or [f"{first}{NO_WORDS}"]
