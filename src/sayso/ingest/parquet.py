"""Parquet files: a document a row, read in batches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import msgspec

from sayso.core.trouble import InputError
from sayso.ingest.columns import mapped, of_row
from sayso.ingest.limits import Limits, amount, named
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.unpack import refused

NAME = "parquet"
EXTRA = "parquet"
_MARK = b"PAR1"
_BATCH = 500  # rows
_BLOCK = 1 << 20


def accepts(head: bytes, place: Place) -> bool:  # noqa: ARG001 -- known by its content alone
    """Whether this is a Parquet file."""
    return head.startswith(_MARK)


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The documents of a table, a row each; a row has no bytes of its own, so it is taken from its values in JSON."""
    import tempfile  # noqa: PLC0415 -- only Parquet files need it

    try:
        import duckdb  # noqa: PLC0415 -- an extra
    except ImportError:
        raise InputError("a Parquet file; to read it, pip install 'sayso[parquet]', or save it as CSV") from None
    with tempfile.NamedTemporaryFile(suffix=".parquet") as aside, duckdb.connect(config=_settings()) as engine:
        _lay_aside(given, aside, tools.limits)
        try:
            engine.execute("SELECT * FROM read_parquet($1) LIMIT 0", [aside.name])
            columns = [str(column[0]) for column in engine.description or ()]
            where = mapped(columns, tools.columns)
            wanted = ", ".join(f"CAST({_quoted(column)} AS VARCHAR)" for column in where.values())
            engine.execute(f"SELECT {wanted} FROM read_parquet($1)", [aside.name])  # noqa: S608 -- names are quoted
            number = 0
            while rows := engine.fetchmany(_BATCH):
                for row in rows:
                    number += 1
                    yield _taken(dict(zip(where, row, strict=True)), number, given.place)
        except duckdb.Error as fault:
            said = str(fault).partition("\n")[0].replace(aside.name, "this file")
            raise InputError(f"a damaged Parquet file ({said}); write it again") from None


def _taken(values: dict[str, str | None], number: int, place: Place) -> Taken:
    here = place.within(f"row {number}")
    try:
        return Taken(of_row(values, number), here, NAME, msgspec.json.encode(values))
    except InputError as fault:
        return refused(here, str(fault).removeprefix(f"row {number}: "), NAME)


def _lay_aside(given: Input, aside: IO[bytes], limits: Limits) -> None:
    """The input in a file, which is what can be read in any order."""
    while part := given.stream.read(_BLOCK):
        aside.write(part)
        if aside.tell() > limits.unpacked_bytes:
            raise InputError(f"larger than {amount(limits.unpacked_bytes)}, {named('unpacked_bytes')}")
    aside.flush()


def _settings() -> dict[str, str | bool | int | float | list[str]]:
    """Little memory, one thread for one order of rows, and nothing fetched from elsewhere."""
    return {
        "threads": 1,
        "memory_limit": "512MB",
        "autoload_known_extensions": False,
        "autoinstall_known_extensions": False,
    }


def _quoted(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


PARQUET = Ingestor(NAME, "Parquet: a document a row", accepts, documents, EXTRA, "PAR1 at its beginning")
