"""A sheet for a terminal: no line wider than it, colours where it shows them, claims' ids in a column of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.publish.sheet import Block, Entry, Line, Part, Section, Sheet, Style, Table
from sayso.publish.terminal import Look, cells, clip, flow, hang, safe

MARK = 8  # columns for the mark before an entry: as many as an id's digits that are shown
GAP = 2
WRAPPED = 24  # the least room for the last column of a table; with less, rows are written out
SOFTEST = 10  # columns that are left of one that is cut short
RULE = 100
_STYLES: dict[Style, str] = {"plain": "", "strong": "bold", "quote": "green", "pale": "yellow", "stark": "red"}


def text(sheet: Sheet, look: Look) -> str:
    """The whole page, each line ended."""
    lines = hang(safe(sheet.title), look, "", "", "bold")
    for one in sheet.about:
        lines += _flow(one, look, "")
    lines.append(look.paint("─" * min(look.width, max(map(cells, lines)), RULE), "dim"))
    lines += _blocks(sheet.blocks, look)
    for section in sheet.sections:
        lines += _section(section, look, ("bold",))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _section(section: Section, look: Look, styles: tuple[str, ...]) -> Iterator[str]:
    yield ""
    yield from hang(safe(section.heading), look, "", "", *styles)
    yield from _blocks(section.blocks, look)
    for one in section.under:
        yield from _section(one, look, ("bold", "cyan"))


def _blocks(blocks: Iterable[Block], look: Look) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Entry):
            yield from _entry(block, look)
        elif isinstance(block, Table):
            yield from _table(block, look)
        else:
            yield from _flow(block, look, "")


def _entry(entry: Entry, look: Look) -> Iterator[str]:
    width = max(MARK, cells(entry.mark or ""))
    edge = " " * (width + GAP)
    first = look.paint((entry.mark or "").ljust(width), "dim") + " " * GAP
    for k, one in enumerate(line for each in entry.lines for line in _flow(each, look, edge)):
        yield first + one[len(edge) :] if k == 0 else one


def _table(table: Table, look: Look) -> Iterator[str]:
    plain = [[_plain(cell) for cell in row] for row in table.rows]
    widths = [max(map(cells, (head, *(row[k] for row in plain)))) for k, head in enumerate(table.head)]
    gap = _fit(table, widths, look.width)
    if gap is None:
        yield from _written_out(table, look)
        return
    edge = " " * sum(width + gap for width in widths[:-1])
    yield look.paint(_row(table, table.head, widths, gap) + table.head[-1], "dim")
    for row, words in zip(table.rows, plain, strict=True):
        for k, one in enumerate(_flow(row[-1], look, edge)):
            yield _row(table, words, widths, gap) + one[len(edge) :] if k == 0 else one


def _fit(table: Table, widths: list[int], width: int) -> int | None:
    """The gap with which the columns fit, the soft one made as narrow as that takes; None where none does."""
    soft = table.soft
    spare = max(widths[soft] - SOFTEST, 0) if soft is not None else 0
    fixed, last = sum(widths[:-1]), min(widths[-1], WRAPPED)
    for gap in (GAP, 1):
        over = fixed + gap * (len(widths) - 1) + last - width
        if over <= spare:
            if soft is not None:
                widths[soft] -= max(over, 0)
            return gap
    return None


def _row(table: Table, words: Sequence[str], widths: Sequence[int], gap: int) -> str:
    """The cells but the last, each as wide as its column."""
    out = ""
    for k, (word, width) in enumerate(zip(words[:-1], widths[:-1], strict=True)):
        shown = clip(word, width)
        space = " " * (width - cells(shown))
        out += (space + shown if k in table.right else shown + space) + " " * gap
    return out


def _written_out(table: Table, look: Look) -> Iterator[str]:
    """Each row as one run of headings and values, for a terminal too narrow for columns."""
    for row in table.rows:
        named = [(head, _plain(cell)) for head, cell in zip(table.head, row, strict=True)]
        parts = [(f"{head} {words}".strip(), "") for head, words in named if words]
        for k, one in enumerate(flow(parts, look._replace(width=look.width - GAP))):
            yield one if k == 0 else " " * GAP + one


def _plain(line: Line) -> str:
    return " · ".join(safe(_words(part)) for part in line)


def _words(part: Part) -> str:
    return f"{part.mark} {part.text}" if part.mark else part.text


def _flow(line: Line, look: Look, edge: str) -> list[str]:
    """The line wrapped behind an edge; a quotation hangs by its mark, as it does where a report is shown."""
    if [part.style for part in line] == ["quote"]:
        return hang(safe(line[0].text), look, edge, edge + " ", "green")
    parts = [(_words(part), _STYLES.get(part.style, "dim")) for part in line]
    return [edge + one for one in flow(parts, look._replace(width=max(look.width - len(edge), 1)))]
