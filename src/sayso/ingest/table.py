"""CSV and its kin: a document a row, read one at a time, whatever parts the columns."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from sayso.core.trouble import InputError
from sayso.ingest.columns import mapped, of_row, recognised
from sayso.ingest.decode import decode, marked
from sayso.ingest.port import HEAD, Ingestor, Input, Place, Taken, Tools
from sayso.ingest.records import Bad, Record, Records
from sayso.ingest.unpack import refused

NAME = "csv"
_BY = "its columns, or its name"
SUFFIXES = frozenset({".csv", ".tsv", ".tab"})
_DELIMITERS = (",", "\t", ";", "|")
_SAID = re.compile(r"\s*sep=(.)\s*", re.IGNORECASE)  # a first line by which Excel says what parts the columns
_TRIED = 20  # records by which it is told otherwise
_TRIED_BYTES = 1 << 13  # of what is not called a table
_KNOWN = 3  # columns with names we know, by which a table is one whatever its file is called


def accepts(head: bytes, place: Place) -> bool:
    """Whether the first line names columns we know, or the name of the file says that it is a table."""
    if place.suffix in SUFFIXES:
        return _beginning(head) is not None
    if not any(head.partition(b"\n")[0].count(one.encode()) >= _KNOWN - 1 for one in _DELIMITERS):
        return False
    text = _beginning(head[:_TRIED_BYTES]) or ""
    first = _records(text, _delimiter(text))[:2]
    return len(first) == 2 and len(first[0]) == len(first[1]) and recognised(first[0]) >= _KNOWN


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The documents of a table, a row each."""
    records = iter(Records(given, _delimiter(_beginning(given.head) or ""), tools.limits))
    header = next((one for one in records if isinstance(one, Bad) or not _says_delimiter(one)), None)
    if header is None or isinstance(header, Bad):
        why = "an empty table" if header is None else f"the names of the columns cannot be read: {header.why}"
        yield refused(given.place, why, NAME)
        return
    columns = [cell.strip() for cell in header.cells]
    at = {field: columns.index(column) for field, column in mapped(columns, tools.columns).items()}
    number = 0
    for number, one in enumerate(records, 1):
        place = given.place._replace(line=one.line)
        if isinstance(one, Bad):
            yield refused(place, f"row {number}: {one.why}", NAME)
        else:
            yield _taken(one, at, len(columns), number, place)
    if not number:
        yield refused(given.place, "a table without rows", NAME)


def _taken(record: Record, at: Mapping[str, int], width: int, number: int, place: Place) -> Taken:
    cells = record.cells
    if len(cells) > width and any(cell.strip() for cell in cells[width:]):
        why = (
            f"row {number}: {len(cells)} cells where there are {width} columns; one with a delimiter in it needs quotes"
        )
        return refused(place, why, NAME)
    values = {field: cells[k] if k < len(cells) else None for field, k in at.items()}
    try:
        return Taken(of_row(values, number, record.warnings), place, NAME, record.raw)
    except InputError as fault:
        return refused(place, str(fault), NAME)


def _says_delimiter(record: Record) -> bool:
    return record.cells[0].lower().startswith("sep=") and not any(record.cells[1:])


def _beginning(head: bytes) -> str | None:
    """The head as text; None where it is no text. A character that its end cuts off is left out."""
    cut = len(head) // 4 * 4 if marked(head) not in (None, "utf-8") else len(head)
    if marked(head) in (None, "utf-8") and len(head) in (HEAD, _TRIED_BYTES):
        cut = max(head.rfind(b"\n") + 1, 1)
    try:
        return decode(head[:cut]).text
    except ValueError:
        return None


def _delimiter(text: str) -> str:
    """What parts the columns: what the first line says, else what makes as many cells of one record as of the next.

    Of several, that with most cells; a comma where there is but one column.
    """
    said = _SAID.fullmatch(text.partition("\n")[0])
    return said[1] if said else max(_DELIMITERS, key=lambda one: _agreement(_records(text, one)))


def _agreement(records: list[list[str]]) -> tuple[int, int]:
    """How many records have as many cells as the first, where that is more than one; and how many cells."""
    if not records or len(records[0]) < 2:
        return 0, 0
    width = len(records[0])
    return Counter(map(len, records))[width], width


def _records(text: str, delimiter: str) -> list[list[str]]:
    """The first records of a text, without the last, which may be cut off, unless there are but two."""
    found: list[list[str]] = []
    try:
        for cells in csv.reader(text.splitlines(keepends=True), delimiter=delimiter):
            if any(cells):
                found.append(cells)
            if len(found) > _TRIED:
                break
    except csv.Error:  # a cell larger than csv allows where nobody asks for more
        pass
    return found[:-1] if len(found) > 2 else found


TABLE = Ingestor(NAME, "CSV and its kin: a document a row", accepts, documents, known=_BY)
