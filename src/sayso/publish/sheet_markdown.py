"""A sheet as Markdown (CommonMark, tables as GitHub has them). Words from reports can neither mark up nor link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from sayso.publish.sheet import Block, Entry, Line, Part, Section, Sheet, Table
from sayso.publish.terminal import safe

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&#]|(?<=:)//|(?<=www)\.|(?<=\w)@")
_LEADING = re.compile(r"^(?:[-+=]|[0-9]{1,9}(?=[.)]))")
DEEPEST = 6


def markdown(sheet: Sheet) -> str:
    """The whole page, its last line ended."""
    blocks = [f"# {escaped(sheet.title)}"]
    if sheet.about:
        blocks.append("\\\n".join(_leading(_line(one)) for one in sheet.about))
    blocks += _blocks(sheet.blocks)
    for section in sheet.sections:
        blocks += _section(section, 2)
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Words on one line, with nothing in them that Markdown would take for markup or a link."""
    return _MARKUP.sub(lambda found: "\\" + found[0], safe(text))


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, DEEPEST)} {escaped(section.heading)}"
    yield from _blocks(section.blocks)
    for one in section.under:
        yield from _section(one, level + 1)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Each block; entries that follow each other are one list."""
    for is_list, some in groupby(blocks, lambda block: isinstance(block, Entry)):
        if is_list:
            yield "\n".join(_entry(one) for one in some if isinstance(one, Entry))
            continue
        for one in some:
            yield _table(one) if isinstance(one, Table) else _leading(_line(one)) if isinstance(one, tuple) else ""


def _entry(entry: Entry) -> str:
    lines = [_line(one) for one in entry.lines]
    mark = f"{_code(entry.mark)} " if entry.mark else ""
    lines[0] = mark + lines[0] if mark else _leading(lines[0])
    return "- " + "\\\n  ".join([lines[0], *map(_leading, lines[1:])])


def _table(table: Table) -> str:
    rule = ["---:" if k in table.right else "---" for k in range(len(table.head))]
    rows = [[escaped(one) for one in table.head], rule, *([_line(cell) for cell in row] for row in table.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _line(line: Line) -> str:
    return " · ".join(map(_part, line))


def _part(part: Part) -> str:
    mark = f"{_code(part.mark)} " if part.mark else ""
    match part.style:
        case "id":
            return mark + _code(part.text)
        case "strong":
            return f"{mark}**{escaped(part.text)}**"
        case _:
            return mark + escaped(part.text)


def _code(text: str) -> str:
    """An id in backticks, unless it holds what would end them or a table's cell."""
    shown = safe(text)
    return escaped(shown) if "`" in shown or "|" in shown else f"`{shown}`"


def _leading(text: str) -> str:
    """A line that begins with what would open a list, a heading or an underline has that escaped."""
    found = _LEADING.match(text)
    if found is None:
        return text
    return f"{found[0]}\\{text[found.end() :]}" if found[0].isdigit() else f"\\{text}"
