"""The derivation of one claim: every source, cue and figure in the words of the report, and the rule that found it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.core.claim import Claim, Link, Where
from sayso.core.document import Document
from sayso.core.precision import date_prec, geo_precision, time_precision
from sayso.core.span import Spans
from sayso.publish import phrase
from sayso.publish.terminal import Look, cells, hang, safe
from sayso.publish.text import toll_parts

LABEL = 14
NO_WORDS = "no words of its own"


def derivation(
    document: Document, language: str, claim: Claim, reasons: Iterable[tuple[str, str, Spans]] | str, look: Look
) -> str:
    """The claim, its parts with the characters they stand on, and its reasons: field, rule or word, spans.

    Where there are no reasons to be had, a text that says why not stands in their place.
    """
    about = " · ".join([phrase.heading(document), *phrase.origin(document, language)])
    lines = [look.paint(f"claim {claim.id}", "bold"), *hang(safe(about), look, "", "", "dim"), ""]
    for label, value, spans in _parts(claim):
        lines += row(document, label, value, spans, look)
    lines += ["", look.paint("because", "bold")]
    lines += _because(document, reasons, look)
    return "".join(f"{line}\n" for line in lines)


def _because(document: Document, reasons: Iterable[tuple[str, str, Spans]] | str, look: Look) -> list[str]:
    if isinstance(reasons, str):
        return hang(safe(reasons), look, "  ", "  ", "yellow")
    lines = [one for field, rule, spans in reasons for one in row(document, field, rule, spans or None, look)]
    return lines or ["  nothing overrode what holds by default"]


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
        yield "when", f"{event.when.edtf} ({event.when.basis}; {_scales(event.when.edtf)})", event.when.span
    if event.where is not None:
        yield "where", f"{event.where.name} ({event.where.basis}{_point(event.where)})", event.where.span
    for label, some in phrase.sides(event):
        for one in some:
            yield label, "", one.span
    for toll in claim.casualties:
        yield toll.effect, ", ".join(toll_parts(toll)), toll.span


def _scales(edtf: str) -> str:
    """How exact a date is as UCDP and ACLED code it."""
    ucdp, acled = date_prec(edtf), time_precision(edtf)
    return f"UCDP date_prec {ucdp or 'none'}, ACLED time_precision {acled or 'none'}"


def _point(where: Where) -> str:
    """Where a place lies, and how exact that is as UCDP and ACLED code it; nothing where it was not resolved."""
    if where.lat is None or where.lon is None:
        return ""
    point = f"; {where.id}, {where.lat}, {where.lon}"
    if where.precision is None:
        return point
    return f"{point}; UCDP where_prec {where.precision}, ACLED geo_precision {geo_precision(where.precision)}"


def _link(link: Link, number: int) -> Iterable[tuple[str, str, Spans | None]]:
    source = link.source
    inferred = f", from {source.inferred}" if isinstance(source.inferred, str) else ""
    yield f"{number} source", f"{phrase.who(source)} ({phrase.words(source.kind)}{inferred})", source.span
    yield f"{number} cue", f"{phrase.words(link.act)}, {phrase.words(link.manner)}", link.cue or ()
    if isinstance(link.content, tuple):
        yield f"{number} passes on", "", link.content


def row(document: Document, label: str, value: str, spans: Spans | None, look: Look) -> list[str]:
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
