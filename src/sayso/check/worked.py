"""Worked examples: whole passages in Markdown with inline marks and result lines, read and held against what comes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.check.expect import ARROW, NOTHING, Expected, differences, parse_line, render
from sayso.check.fault import Fault, MalformedError
from sayso.check.marks import Mark, strip_marks, unmet
from sayso.claim import claims
from sayso.core.claim import Claim
from sayso.core.document import Document
from sayso.core.trouble import DateError
from sayso.core.when import bounds
from sayso.lang.pack import Pack
from sayso.read import read

HEADING = "# "
HEADER = ">"
NOT_YET = "(not yet)"
_DATE = re.compile(r"(\d{4}(?:[-/]\S*)?)(?:\s*,\s*(.+))?")
Lines = Sequence[tuple[int, str]]


class Case(NamedTuple):
    """One worked example; `expected` are its result lines in order, none where it says `=> nothing`."""

    path: Path
    line: int
    name: str
    document: Document
    marks: tuple[Mark, ...]
    expected: tuple[Expected, ...]

    @property
    def not_yet(self) -> bool:
        """Whether the example must still fail."""
        return self.name.endswith(NOT_YET)


def example_files(folder: Path) -> tuple[Path, ...]:
    """The files of worked examples of the pack in a folder, in order."""
    return tuple(sorted(path for path in (folder / "examples").glob("*.md") if path.name.lower() != "readme.md"))


def read_cases(path: Path, language: str) -> Iterator[Case | Fault]:
    """The examples of one file in order; one that is malformed comes as a Fault in its place, and the rest go on."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as fault:
        yield Fault(path, 1, f"not UTF-8 at byte {fault.start}")
        return
    blocks: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(lines, 1):
        if line.startswith(HEADING):
            blocks.append([])
        blocks[-1].append((number, line.rstrip()))
    for before in (pair for pair in blocks[0] if pair[1]):
        yield Fault(path, before[0], f"text before the first case; a case begins with a heading, '{HEADING}Name'")
        break
    for block in blocks[1:]:
        try:
            yield _case(path, block, language)
        except MalformedError as fault:
            yield Fault(path, fault.line, f"malformed example: {fault}")


def _case(path: Path, block: Lines, language: str) -> Case:
    line, name = block[0][0], block[0][1].removeprefix(HEADING).strip()
    body = _trimmed(block[1:])
    published, publisher = None, None
    if body and body[0][1].startswith(HEADER):
        published, publisher = _header(*body[0])
        body = _trimmed(body[1:])
    first_result = next((k for k, pair in enumerate(body) if pair[1].startswith(ARROW)), None)
    if first_result is None:
        raise MalformedError(
            line, f"the case {name!r} has no result line; write '{ARROW} {NOTHING}' where no claim is made"
        )
    passage = _trimmed(body[:first_result])
    if not passage:
        raise MalformedError(line, f"the case {name!r} has no text")
    text, marks = strip_marks("\n".join(written for _, written in passage), passage[0][0])
    document = Document(
        id=f"{path.name}:{line}", text=text, language=language, published=published, publisher=publisher
    )
    return Case(path, line, name, document, marks, _results(body[first_result:]))


def _trimmed(lines: Lines) -> Lines:
    """Lines without the empty ones at both ends."""
    full = [k for k, (_, written) in enumerate(lines) if written]
    return lines[full[0] : full[-1] + 1] if full else ()


def _header(line: int, written: str) -> tuple[str | None, str | None]:
    """Publication date and publisher, either of which may be left out."""
    inside = written.removeprefix(HEADER).strip()
    match = _DATE.fullmatch(inside)
    if match is None:
        return None, inside or None
    try:
        bounds(match[1].split("T")[0])
    except DateError as fault:
        raise MalformedError(line, str(fault)) from None
    return match[1], match[2]


def _results(lines: Lines) -> tuple[Expected, ...]:
    results = [(line, written) for line, written in lines if written]
    for line, written in results:
        if not written.startswith(ARROW):
            raise MalformedError(line, f"expected a result line ('{ARROW} …') or a heading, got {written!r}")
    nothing = [line for line, written in results if written.removeprefix(ARROW).strip() == NOTHING]
    if nothing and len(results) > 1:
        raise MalformedError(nothing[0], f"'{ARROW} {NOTHING}' beside other result lines")
    return () if nothing else tuple(parse_line(written, line) for line, written in results)


def difference(case: Case, pack: Pack) -> str | None:
    """Read a case and say how what comes differs from what it expects; None where it does not."""
    try:
        reading = read(case.document, pack)
        came = [claim for claim, _ in claims(reading)]
    except Exception as fault:  # noqa: BLE001 -- a reader that breaks on one example must not hide the others
        return f"  reading it raised {type(fault).__name__}: {fault}"
    text = case.document.text
    found = [f"  {one}" for one in unmet(case.marks, reading)]
    unlike = list(_unlike(case.expected, came, text))
    if unlike:
        found += [*unlike, "  what came:", *(f"    {render(claim, text)}" for claim in came)]
        found += [] if came else [f"    {ARROW} {NOTHING}"]
    return "\n".join(found) or None


def _unlike(expected: Sequence[Expected], came: Sequence[Claim], text: str) -> Iterator[str]:
    if len(expected) != len(came):
        yield f"  claims: expected {len(expected)}, came {len(came)}"
        left = list(came)
        for one in expected:
            like = next((claim for claim in left if not any(differences(one, claim, text))), None)
            if like is None:
                yield f"  line {one.line}: no claim is {one.written}"
            else:
                left.remove(like)
        return
    for one, claim in zip(expected, came, strict=True):
        fields = list(differences(one, claim, text))
        if fields:
            yield f"  line {one.line}: {one.written}"
            yield from (f"    {field}" for field in fields)


def check_case(case: Case, pack: Pack) -> Fault | None:
    """The fault of a case: that it fails, or that one marked `(not yet)` passes; None where all is as it says."""
    wrong = difference(case, pack)
    if case.not_yet:
        return None if wrong else Fault(case.path, case.line, f"{case.name}: it passes now; take '{NOT_YET}' away")
    return Fault(case.path, case.line, f"{case.name}\n{wrong}") if wrong else None
