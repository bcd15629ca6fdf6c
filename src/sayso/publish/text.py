"""A report's claims as a table for a terminal: a header, then for each claim who, how sure, what, in which words."""

from __future__ import annotations

from sayso.core.claim import Casualty, Claim, Record
from sayso.core.document import Document
from sayso.publish import phrase
from sayso.publish.terminal import Look, cells, flow, hang, safe

ID = 8  # digits of a claim's id that are shown; `sayso why` takes any unique beginning
NARROW = 64  # below this many columns, labels stand above what they label
LABEL = 15  # as long as the longest event type
_EDGE = " " * (ID + 2)
_PALE = frozenset({"probable", "possible", "unknown", "unconfirmed"})
_STARK = frozenset({"negative", "disputed"})


def table(document: Document, record: Record, look: Look) -> str:
    """The header and every claim, each line ended."""
    lines = [*header(document, record, look), ""]
    for claim in record.claims:
        lines += [*_claim(document, claim, look), ""]
    return "".join(f"{line}\n" for line in lines)


def header(document: Document, record: Record, look: Look) -> list[str]:
    """Title, where the report comes from, how many claims, and the warnings."""
    claims = len(record.claims)
    about = [*phrase.origin(document, record.language), f"{claims} claim" + "s" * (claims != 1)]
    out = hang(safe(phrase.heading(document)), look, "", "", "bold")
    out += hang(safe(" · ".join(about)), look, "", "", "dim")
    for warning in record.warnings:
        out += hang(safe(warning), look, "warning: ", "         ", "yellow")
    return [*out, look.paint("─" * min(look.width, max(map(cells, out), default=1), 100), "dim")]


def _claim(document: Document, claim: Claim, look: Look) -> list[str]:
    styles = ("bold", "cyan") if claim.attribution else ("dim",)
    first = look.paint(claim.id[:ID].ljust(ID), "dim") + "  "
    out = hang(safe(phrase.chain(claim)), look, _EDGE, _EDGE, *styles)
    out[0] = first + out[0][len(_EDGE) :]
    out += _row(phrase.act(claim), [(word, _style(word)) for word in phrase.stance(claim)], look)
    what = event_parts(claim)
    if what or claim.event.type != "other":
        out += _row(phrase.words(claim.event.type), [(part, "") for part in what], look)
    for one in claim.casualties:
        out += _row(one.effect, [(part, "bold" if k == 0 else "") for k, part in enumerate(toll_parts(one))], look)
    return out + hang(phrase.quoted(safe(phrase.content(document, claim))), look, _EDGE, _EDGE + " ", "green")


def event_parts(claim: Claim) -> list[str]:
    """When, where and between whom."""
    event = claim.event
    out = [phrase.when(event.when)] if event.when else []
    out += [phrase.where(event.where)] if event.where else []
    return out + phrase.parties(event)


def toll_parts(one: Casualty) -> list[str]:
    """How many, and who."""
    people = phrase.people(one)
    return [phrase.count(one), people] if people else [phrase.count(one)]


def _style(word: str) -> str:
    return "yellow" if word in _PALE else "red" if word in _STARK else ""


def _row(label: str, parts: list[tuple[str, str]], look: Look) -> list[str]:
    """A label and what belongs to it; beside each other where there is room, else below."""
    shown = safe(label)
    beside = look.width >= NARROW
    gap = " " * (LABEL + 1 if beside else 2)
    lines = flow(parts, look._replace(width=look.width - len(_EDGE) - len(gap)))
    if beside:
        heads = [look.paint(shown.ljust(LABEL), "dim") + " ", *[gap] * (len(lines) - 1)]
        return [f"{_EDGE}{head}{line}".rstrip() for head, line in zip(heads, lines, strict=True)]
    return [_EDGE + look.paint(shown, "dim"), *(f"{_EDGE}{gap}{line}" for line in lines if line)]
