"""The reports that come with sayso, as documents, and what a ledger of them adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from sayso.core.document import Document, Unread
from sayso.core.release import Release
from sayso.ingest.plain import read_plain
from sayso.lang.pack import Pack
from sayso.ledger.fold import fold
from sayso.ledger.store import Store
from sayso.run.adding import Adding
from sayso.run.pipeline import Read
from sayso.run.record import When
from sayso.run.release import release

SUFFIX = ".md"
BY = "sayso demo"


def bundled(story: str | None = None) -> Iterator[Document | Unread]:
    """Every bundled report, or those of one story, in the order of their names."""
    folder = files("sayso") / "reports"
    for path in sorted(_inside(folder / story if story else folder), key=lambda path: path.name):
        yield read_plain(path.read_bytes(), path.name)


def stories() -> list[str]:
    """The names of the bundled stories."""
    return sorted(path.name for path in (files("sayso") / "reports").iterdir() if path.is_dir())


def released(results: Iterable[Read], store: Store, packs: Mapping[str, Pack], when: When) -> Release:
    """Add what was read to a ledger, and give what it adds up to."""
    adding = Adding(store, packs, BY, when)
    for result in results:
        adding.add(result)
    adding.flush()
    return release(fold(store.rows()))


def _inside(folder: Traversable) -> Iterator[Traversable]:
    for path in folder.iterdir():
        if path.is_dir():
            yield from _inside(path)
        elif path.name.endswith(SUFFIX) and path.name.lower() != "readme.md":
            yield path
