"""Documents read one after another, each at its turn; how many processes read them makes no difference to that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Generic, NamedTuple, Protocol, TypeVar

from sayso.core.document import Document, Unread
from sayso.ingest.port import Taken
from sayso.run.one import Done, With, read_safely
from sayso.run.pipeline import Read
from sayso.run.readers import By

T = TypeVar("T")
Skip = Callable[[Document], bool]


class Turn(NamedTuple, Generic[T]):
    """A document whose turn it is. `done` gives what was made of it, and raises PackError where a pack has a fault.

    `skipped`: it was not to be read, as the look ahead already told; then there is no asking for what was made of it.
    """

    taken: Taken
    done: Callable[[], Done[T] | Unread]
    skipped: bool = False


class Reading(Protocol[T]):
    """What reads documents; `by` is what they are read by."""

    by: By

    def each(self, found: Iterable[Taken], skip: Skip) -> Iterator[Turn[T]]:
        """Every document in its order. `skip` may be asked beforehand of those that need not be read."""
        ...


class Alone(Generic[T]):
    """Reads in this process, each document when what was made of it is asked for."""

    def __init__(self, tools: With, make: Callable[[Read], T]) -> None:
        self.by = tools.by
        self._tools = tools
        self._make = make

    def each(self, found: Iterable[Taken], skip: Skip) -> Iterator[Turn[T]]:  # noqa: ARG002 -- nothing is done ahead
        """Every document in its order."""
        return (Turn(taken, partial(self._done, taken.one)) for taken in found)

    def _done(self, one: Document | Unread) -> Done[T] | Unread:
        return one if isinstance(one, Unread) else read_safely(one, self._tools, self._make)
