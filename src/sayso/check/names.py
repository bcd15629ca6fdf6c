"""The lists of names of a pack: that their codes are known, and its table `examples/names.tsv` of what has which."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from sayso.check.fault import Fault
from sayso.lang.pack import Pack
from sayso.lang.table import read_table
from sayso.read.identity import participant
from sayso.reference.actors import actors

NONE = "-"  # the code of a name that is to have none
_CODED = ("actor", "casualty_group")


def check_names(pack: Pack) -> Iterator[Fault | None]:
    """A Fault for each code that is not known; for each line of the table a Fault, or None where it is right."""
    yield from _unknown(pack)
    path = pack.folder / "examples" / "names.tsv"
    if path.is_file():
        yield from _table(pack, path)


def _unknown(pack: Pack) -> Iterator[Fault]:
    known = {*actors(), *(entry.values[0] for entry in pack.naming if entry.list == "actor_name")}
    for name in _CODED:
        lines = {entry.line: entry.values[0] for entry in pack.naming if entry.list == name}
        for line, code in lines.items():
            if not {code, code.rpartition(":")[2]} & known and not code.isupper():  # a country alone is its government
                yield Fault(
                    pack.folder / "names" / f"{name}.tsv", line, f"no code named {code!r} in reference/actors.tsv"
                )


def _table(pack: Pack, path: Path) -> Iterator[Fault | None]:
    for line, entries in groupby(read_table(path), key=lambda entry: entry.line):
        wrong = [
            f"  {entry.form}: expected {entry.values[0]}, came {came}"
            for entry in entries
            if (came := participant(pack, entry.form) or NONE) != entry.values[0]
        ]
        yield Fault(path, line, "\n".join(["names", *wrong])) if wrong else None
