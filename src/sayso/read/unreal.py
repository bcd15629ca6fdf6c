"""Harm not told as done: *threatened to kill two*, *could lead to two deaths*, *plans for the murder of two*."""

from __future__ import annotations

from sayso.lang.table import Entry
from sayso.read.kind import Kind
from sayso.read.line import Line

_REACHED = ("captured", "rescued")  # *could be arrested*, *kunde räddas* tell of what was reached, not of what might be


def by_verb(line: Line, k: int, entry: Entry) -> bool:
    """*threatened to kill*, *could kill*: an infinitive or a modal without *have* tells of no harm done."""
    return entry.values[0] not in _REACHED and _open(line, k)


def by_governor(line: Line, k: int) -> bool:
    """Whether what the harm of chunk `k` hangs on wants it, fears it or is yet to bring it about.

    That is a noun or verb of the list `intent` behind which a preposition follows (*called for the execution of two*),
    such a word before the noun (*the planned execution of two*), or a verb of the list `causing` that is itself an
    infinitive or modal (*could lead to the deaths of two*).
    """
    marks, at = line.words.pack.marks, k - 1
    if line.kind(k) is Kind.NOUN and line.mask(k) & marks.intent:
        return True
    while line.kind(at) is Kind.CONJUNCTION and line.mask(at - 1) & marks.harm:  # *on capturing and killing*
        at -= 2
    if line.kind(at) is Kind.PREPOSITION:
        at -= 1
        if _wanted(line, at):
            return True
    causing = line.kind(at) is Kind.VERB and line.mask(at) & marks.causing
    return bool(causing and (_open(line, at) or _wanted(line, at - 1)))


def _wanted(line: Line, k: int) -> bool:
    last = line.chunks[k].end - 1
    return line.kind(k) in (Kind.NOUN, Kind.VERB) and bool(line.words.mask[last] & line.words.pack.marks.intent)


def _open(line: Line, k: int) -> bool:
    marks, mask = line.words.pack.marks, line.mask(k)
    return not mask & marks.have and (line.chunks[k].infinitive or bool(mask & marks.modal))
