"""Reading a gazetteer: from a name to the places that bear it. Rows stay on disk; what was asked for is remembered."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from sayso.core.place import KINDS, Place
from sayso.core.trouble import SaysoError
from sayso.reference.gazetteer.key import key
from sayso.reference.gazetteer.write import FORMAT, MAGIC

_MEMORY = 50_000  # names remembered before the memory is emptied
_ASKED = """
SELECT id, name, lat, lon, kind, country, admin1, admin2, population, capital FROM name JOIN place USING (n)
WHERE key = ? ORDER BY population DESC, n LIMIT 200
"""


class GazetteerError(SaysoError):
    """A gazetteer cannot be opened; the message says what to do."""


class Gazetteer:
    """One or more files, asked in order; a place that two of them hold is the first one's. Close it when done."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.paths = tuple(paths)
        self._bases = [_opened(path) for path in self.paths]
        self._memory: dict[str, tuple[Place, ...]] = {}

    def digest(self) -> str:
        """What tells these files from others: the digests of what was written into them, in order."""
        return " ".join(base.execute("SELECT digest FROM written").fetchone()[0] for base in self._bases)

    def places(self, name: str) -> tuple[Place, ...]:
        """The places that bear a name, in whatever case and accents, the most populous first; () where none does."""
        found = self._memory.get(name)
        if found is None:
            found = self._ask(key(name))
            if len(self._memory) >= _MEMORY:
                self._memory.clear()
            self._memory[name] = found
        return found

    def _ask(self, asked: str) -> tuple[Place, ...]:
        found: dict[str, Place] = {}
        for base in self._bases:
            for ident, name, lat, lon, kind, *rest in base.execute(_ASKED, (asked,)):
                country, admin1, admin2, population, capital = rest
                place = Place(
                    ident, name, lat, lon, KINDS[kind], country, admin1, admin2, population, bool(capital),
                    own=key(name) == asked,
                )  # fmt: skip
                found.setdefault(ident, place)
        return tuple(sorted(found.values(), key=lambda place: -place.population))

    def close(self) -> None:
        """Let go of the files."""
        for base in self._bases:
            base.close()


def is_gazetteer(path: Path) -> bool:
    """Whether a file is a gazetteer that `write` made, by its first bytes. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(100)
    return head[:16] == b"SQLite format 3\0" and int.from_bytes(head[68:72], "big") == MAGIC


def _opened(path: Path) -> sqlite3.Connection:
    try:
        if not is_gazetteer(path):
            message = f"{path}: not a gazetteer; build one with: sayso gazetteer"
            raise GazetteerError(message)
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        if base.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
            message = f"{path}: a gazetteer of another version of sayso; build it again with: sayso gazetteer"
            raise GazetteerError(message)
    except (OSError, sqlite3.Error) as fault:
        message = f"{path}: the gazetteer cannot be opened: {fault}"
        raise GazetteerError(message) from None
    base.execute("PRAGMA mmap_size = 268435456")
    return base
