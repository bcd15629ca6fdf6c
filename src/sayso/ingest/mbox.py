"""Mailboxes in one file (mbox): messages one after the other, each begun by a line with *From* and no colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.core.trouble import InputError
from sayso.ingest import mail
from sayso.ingest.limits import Limits, amount, named
from sayso.ingest.port import Ingestor, Input, Place, Taken, Tools
from sayso.ingest.stream import lines
from sayso.ingest.unpack import refused

NAME = "mbox"
_BEGINS = b"From "
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def accepts(head: bytes, place: Place) -> bool:
    """Whether this begins as a mailbox does, with a message behind the first line."""
    return head.startswith(_BEGINS) and mail.accepts(head.partition(b"\n")[2], place)


def documents(given: Input, tools: Tools) -> Iterator[Taken]:
    """The documents of every message, in order."""
    for number, raw in enumerate(_messages(given, tools.limits), 1):
        place = given.place.within(f"message {number}")
        if raw is None:
            why = f"larger than {amount(tools.limits.page_bytes)}, {named('page_bytes')}"
            yield refused(place, why, NAME)
            continue
        try:
            yield from mail.read_message(_QUOTED.sub(rb"\1", raw), place, tools)
        except InputError as fault:
            yield refused(place, str(fault), NAME)


def _messages(given: Input, limits: Limits) -> Iterator[bytes | None]:
    """The bytes of each message, one held at a time; None for one larger than a page may be."""
    held: list[bytes] = []
    size, empty, begun = 0, True, False
    for line in lines(given.stream, limits):
        if empty and line.startswith(_BEGINS):
            if begun:
                yield _joined(held) if size <= limits.page_bytes else None
            held, size, begun = [], 0, True
        else:
            size += len(line)
            if size <= limits.page_bytes:
                held.append(line)
        empty = not line.strip()
    if begun:
        yield _joined(held) if size <= limits.page_bytes else None


def _joined(held: list[bytes]) -> bytes:
    """A message without the empty line that parts it from the next."""
    return b"".join(held[:-1] if held and not held[-1].strip() else held)


MBOX = Ingestor(NAME, "a mailbox in one file (mbox)", accepts, documents, known="a line From, then a message")
