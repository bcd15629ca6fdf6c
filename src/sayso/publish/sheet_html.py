"""A sheet as HTML: the sections of it, to stand on a page of whatever look. Words from reports are escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from sayso.publish.card import plain
from sayso.publish.phrase import Say
from sayso.publish.sheet import Block, Entry, Line, Part, Section, Table

DEEPEST = 6


class Ways(NamedTuple):
    """Where the id of a claim leads (None: nowhere), and how the words of the interface are said."""

    claim: Callable[[str], str | None] = lambda _: None
    say: Say = str


def html(sections: Iterable[Section], ways: Ways, level: int = 2) -> str:
    """The sections, their headings of a level, those within of the next."""
    return "".join(_section(one, ways, level) for one in sections)


def _section(section: Section, ways: Ways, level: int) -> str:
    tag = f"h{min(level, DEEPEST)}"
    heading = f'<{tag} dir="auto">{plain(ways.say(section.heading))}</{tag}>'
    body = "".join(_blocks(section.blocks, ways))
    return f"<section>{heading}{body}{html(section.under, ways, level + 1)}</section>\n"


def _blocks(blocks: Iterable[Block], ways: Ways) -> Iterator[str]:
    """Each block; entries that follow each other are one list."""
    for is_list, some in groupby(blocks, lambda block: isinstance(block, Entry)):
        if is_list:
            items = "".join(f"<li>{_entry(one, ways)}</li>" for one in some if isinstance(one, Entry))
            yield f'<ul class="entries">{items}</ul>'
            continue
        for one in some:
            if isinstance(one, Table):
                yield _table(one, ways)
            elif isinstance(one, tuple):
                yield f"<p>{_line(one, ways)}</p>"


def _entry(entry: Entry, ways: Ways) -> str:
    lines = [f"<p>{_line(one, ways)}</p>" for one in entry.lines]
    return (_mark(entry.mark, ways) if entry.mark else "") + "".join(lines)


def _table(table: Table, ways: Ways) -> str:
    right = [' class="n"' if k in table.right else "" for k in range(len(table.head))]
    head = "".join(
        f'<th scope="col"{side}>{plain(ways.say(one))}</th>' for one, side in zip(table.head, right, strict=True)
    )
    rows = "".join(
        "<tr>" + "".join(f"<td{side}>{_line(cell, ways)}</td>" for cell, side in zip(row, right, strict=True)) + "</tr>"
        for row in table.rows
    )
    scrolls = f'<div class="scrolls" role="group" tabindex="0" aria-label="{plain(ways.say("table"))}">'
    return f"{scrolls}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"


def _line(line: Line, ways: Ways) -> str:
    return ' <span class="dot">·</span> '.join(_part(part, ways) for part in line)


def _part(part: Part, ways: Ways) -> str:
    mark = _mark(part.mark, ways) + " " if part.mark else ""
    if part.style == "id":
        return mark + _mark(part.text, ways)
    if part.style == "quote":
        return f'{mark}<q dir="auto">{plain(part.text)}</q>'
    shown = f"<bdi>{plain(ways.say(part.text))}</bdi>"
    return mark + (shown if part.style == "plain" else f'<span class="{part.style}">{shown}</span>')


def _mark(mark: str, ways: Ways) -> str:
    href = ways.claim(mark)
    return f'<a class="id" href="{plain(href)}">{plain(mark)}</a>' if href else f'<span class="id">{plain(mark)}</span>'
