"""Little clusters of reports written on lines, as tests/reconcile/cases has them, read into reports and judgements."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from sayso.core.claim import Casualty, Claim, Happening, Link, Source, When, Where
from sayso.core.fold import fold
from sayso.core.judgement import Judgement
from sayso.core.report import Name, Report
from sayso.core.span import Span

REPORT = re.compile(r"([A-Z]) (\d{4}-\d{2}-\d{2})(?: ([a-z]{2}))? \| (.+) \| (.+)")
VERDICTS = {"=": "same", "≠": "different", "?": "unsure"}


class Case(NamedTuple):
    """A cluster and what is expected of it."""

    title: str
    reports: tuple[Report, ...]
    judgements: tuple[Judgement, ...]
    same: tuple[tuple[str, str], ...]
    different: tuple[tuple[str, str], ...]
    refused: tuple[tuple[str, str], ...]
    none: tuple[str, ...]


def cases(path: Path):
    """Every case of a file, in order."""
    for block in re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        title, *lines = block.strip().splitlines()
        yield _case(title, [line.strip() for line in lines if line.strip()])


def _case(title, lines):
    reports = [report(line) for line in lines if REPORT.fullmatch(line)]
    rest = [line.split() for line in lines if not REPORT.fullmatch(line)]
    judged = [words[1:] for words in rest if words[0] == "judged"]
    said = [words for words in rest if words[0] != "judged"]
    return Case(
        title=title,
        reports=tuple(reports),
        judgements=tuple(judgement(left, sign, right, row) for row, (left, sign, right) in enumerate(judged, 1)),
        same=tuple((claim_id(w[0]), claim_id(w[2])) for w in said if w[1] == "="),
        different=tuple((claim_id(w[0]), claim_id(w[2])) for w in said if w[1] == "≠"),
        refused=tuple((claim_id(w[1]), claim_id(w[2])) for w in said if w[0] == "refused"),
        none=tuple(claim_id(w[1]) for w in said if w[0] == "none"),
    )


def judgement(left, sign, right, row=1):
    """What a person says of two claims: `=`, `≠` or `?`."""
    return Judgement(
        left=claim_id(left), right=claim_id(right), verdict=VERDICTS[sign], by="kim", why="looked at both", row=row
    )


def claim_id(reference):
    """The id of `A` (its first claim) or `A.2`."""
    return reference if "." in reference else f"{reference}.1"


def report(line):
    """The report that a line describes."""
    letter, published, language, told, names = REPORT.fullmatch(line).groups()
    claims = [claim(f"{letter}.{at}", words) for at, words in enumerate(told.split(" ; "), 1)]
    return Report(
        key=f"key {letter}", id=letter, language=language or "en", published=published, claims=tuple(claims),
        names=tuple(Name(fold(name), 1) for name in sorted(set(names.split(", ")))),
    )  # fmt: skip


def claim(id_, words):
    """The claim `type date place counts`."""
    type_, date, place, *counts = words.split()
    act, _, type_ = type_.rpartition(":")
    here = Span(0, 1)
    links = (Link(source=Source(name="X", kind="office", span=None), cue=None, act=act, manner="indirect"),)
    return Claim(
        id=id_, content=(here,), attribution=links if act else (), polarity="negative" if act == "deny" else "positive",
        certainty="certain", confirmation=None,
        event=Happening(
            type=type_, span=None,
            when=When(edtf=date, span=(here,), basis="explicit") if date != "-" else None,
            where=Where(name=place.replace("_", " "), span=(here,), basis="explicit") if place != "-" else None,
        ),
        casualties=tuple(_count(word, here) for word in counts),
    )  # fmt: skip


def _count(word, here):
    effect, _, number = word.partition("=")
    return Casualty(
        effect=effect, low=int(number), high=int(number), approximate=False, group=None, status="unknown", span=(here,)
    )
