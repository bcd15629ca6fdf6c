"""Reading one document of many: what goes wrong with it is told in its place, and the rest go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, NamedTuple, TypeVar

from sayso.core.document import Document, Unread
from sayso.core.trouble import PackError
from sayso.lang.pack import Pack
from sayso.reference.gazetteer import Gazetteer
from sayso.run.moment import today
from sayso.run.pipeline import Read, read_document
from sayso.run.readers import GRAMMAR, By

T = TypeVar("T")


class With(NamedTuple):
    """What documents are read with."""

    packs: Mapping[str, Pack]
    gazetteer: Gazetteer | None = None
    by: By = GRAMMAR
    mentions: bool = False


class Done(NamedTuple, Generic[T]):
    """What was made of a document read, and in which language that was."""

    language: str
    made: T


def read_safely(document: Document, tools: With, make: Callable[[Read], T]) -> Done[T] | Unread:
    """Read a document and make of that what is wanted of it; raises PackError where a pack has a fault."""
    try:
        read = read_document(
            document, tools.packs, gazetteer=tools.gazetteer, with_mentions=tools.mentions, today=today(), by=tools.by
        )
        return read if isinstance(read, Unread) else Done(read.record.language, make(read))
    except PackError:
        raise
    except Exception as fault:  # noqa: BLE001 -- a fault of ours in one text must not cost a long run
        message = f"sayso failed on this text ({type(fault).__name__}: {fault}); please report it with the text"
        return Unread(id=document.id, error=message)
