"""From the claims of older readings to those of the newest, so that what people decided outlasts a better reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.core.claim import Claim
from sayso.core.span import Spans


class Following:
    """All claims ever read, and which of them are live.

    `ever` gives each claim's document and the claim as read; `home` is the live document that stands for a document,
    and `live` holds the live documents' claims as read. `added` are claims that people added: they are live too, and
    stand for no claim of a reader.
    """

    def __init__(
        self,
        ever: Mapping[str, tuple[str, Claim]],
        home: Mapping[str, str],
        live: Mapping[str, Iterable[Claim]],
        added: Iterable[Claim] = (),
    ) -> None:
        self._ever = ever
        self._home = home
        self._live = live
        self._now = {claim.id: claim for claims in (*live.values(), added) for claim in claims}

    def read(self, one: str) -> Claim | None:
        """A claim as it was read, live or not; None where there was none."""
        return self._ever[one][1] if one in self._ever else None

    def now(self, one: str) -> Claim | None:
        """The live claim, as read, that says what a claim said: that itself where it is live, None if there is none."""
        if one in self._now or one not in self._ever:
            return self._now.get(one)
        document, old = self._ever[one]
        return successor(old, self._live.get(self._home.get(document, ""), ()))


def successor(old: Claim, new: Iterable[Claim]) -> Claim | None:
    """The claim that shares the most characters of content with one of the same document; None where none shares any.

    Of several with as many, the one with the same type of event, then the first in the text.
    """
    best, shared = None, (0, False, 0)
    for claim in new:
        fit = (_shared(old.content, claim.content), claim.event.type == old.event.type, -claim.content[0].start)
        if fit[0] and (best is None or fit > shared):
            best, shared = claim, fit
    return best


def _shared(some: Spans, others: Spans) -> int:
    """How many code points two sets of spans share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)
