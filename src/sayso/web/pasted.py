"""What people pasted and have not added yet: a few at a time, in memory, each for the one who pasted it."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from typing import NamedTuple

from sayso.run.aside import Answer

KEPT = 16  # at a time; the oldest goes


class Draft(NamedTuple):
    """Who pasted it, and what was read of it."""

    by: str
    answer: Answer


class Pasted:
    """Drafts under names that nobody can guess."""

    def __init__(self) -> None:
        self._drafts: OrderedDict[str, Draft] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, draft: Draft) -> str:
        """Keep a draft, and give its name."""
        name = secrets.token_urlsafe(16)
        with self._lock:
            self._drafts[name] = draft
            while len(self._drafts) > KEPT:
                self._drafts.popitem(last=False)
        return name

    def of(self, name: str, by: str) -> Draft | None:
        """The draft of a name, if it is that person's and still there."""
        with self._lock:
            draft = self._drafts.get(name)
        return draft if draft is not None and draft.by == by else None

    def drop(self, name: str) -> None:
        """Let go of a draft."""
        with self._lock:
            self._drafts.pop(name, None)
