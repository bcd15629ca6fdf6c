"""The line of documents on their way to being read: which go together to a worker, and whose turn it is."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from sayso.core.document import Document, Unread
from sayso.core.trouble import PackError
from sayso.ingest.port import Taken
from sayso.run.many.turn import Turn
from sayso.run.one import Done

TOGETHER = 8  # documents sent at once, at most: of tiny ones the sending would cost more than the reading
LONG = 20_000  # characters that are sent at once without waiting for more

T = TypeVar("T")
Outcome = Done[T] | Unread | PackError


class Batch(NamedTuple):
    """Documents that one worker reads, by their numbers in the line."""

    numbers: tuple[int, ...]
    documents: tuple[Document, ...]
    first: str  # where the first of them stands, and the last, for when a worker is lost with them
    last: str


class Line(Generic[T]):
    """Documents enter in order and leave in order; in between they are sent, and answered whenever that may be."""

    def __init__(self) -> None:
        self._entered = 0
        self._line: deque[tuple[int, Taken, bool]] = deque()
        self._unsent: deque[tuple[int, Document, str]] = deque()
        self._answers: dict[int, Outcome[T]] = {}

    def __len__(self) -> int:
        """How many are in it."""
        return len(self._line)

    def enter(self, taken: Taken, *, skipped: bool = False) -> None:
        """One more at the end; what is `skipped` or no document waits for its turn alone."""
        number, one = self._entered, taken.one
        self._entered += 1
        self._line.append((number, taken, skipped))
        if isinstance(one, Unread):
            self._answers[number] = one
        elif not skipped:
            self._unsent.append((number, one, str(taken.place)))

    def batch(self, *, hurry: bool) -> Batch | None:
        """What is to be sent next; less than a full batch only in a hurry."""
        size = count = 0
        for _, document, _ in self._unsent:
            size, count = size + len(document.text), count + 1
            if count == TOGETHER or size >= LONG:
                break
        else:
            if not (hurry and count):
                return None
        numbers, documents, places = zip(*(self._unsent.popleft() for _ in range(count)), strict=True)
        return Batch(numbers, documents, places[0], places[-1])

    def answer(self, batch: Batch, answers: Sequence[Outcome[T]]) -> None:
        """Note what came back for a batch."""
        self._answers.update(zip(batch.numbers, answers, strict=True))

    def next(self) -> Turn[T] | None:
        """The first in line, which leaves it; None as long as it is not answered."""
        if not self._line:
            return None
        number, taken, skipped = self._line[0]
        if not skipped and number not in self._answers:
            return None
        self._line.popleft()
        return Turn(taken, partial(_given, self._answers.pop(number, None)), skipped)


def _given(answer: Outcome[T] | None) -> Done[T] | Unread:
    if isinstance(answer, PackError):
        raise answer
    assert answer is not None, "what was skipped is not asked for"
    return answer
