"""A claim in the making: what it says and through whom, before event, date and place are settled across the report."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from sayso.core.claim import Act, Certainty, Confirmation, Happening, Link, Polarity
from sayso.core.reading import PlaceName, Reading, Sign, Time, Toll, Trigger
from sayso.core.span import Span, Spans


@dataclass(slots=True)
class Draft:
    """One claim being built. `reasons` are (field, rule or word-list entry, spans) as `sayso why` shows them."""

    content: Spans
    links: tuple[Link, ...]
    sentence: int
    own_act: Act | None = None
    hearsay: Certainty | None = None
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    confirmation: Confirmation | None = None
    trigger: Trigger | None = None
    triggers: tuple[Trigger, ...] = ()
    event: Happening | None = None
    tolls: tuple[Toll, ...] = ()
    history: bool = False
    reasons: list[tuple[str, str, Spans]] = field(default_factory=list)

    def holds(self, span: Span) -> bool:
        """Whether a span lies inside the content."""
        return any(part.start <= span.start and span.end <= part.end for part in self.content)


class Index:
    """A reading's findings by sentence."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tolls: dict[int, list[Toll]] = {}
        self.triggers: dict[int, list[Trigger]] = {}
        self.times: dict[int, list[Time]] = {}
        self.signs: dict[int, list[Sign]] = {}
        self.places: dict[int, list[PlaceName]] = {}
        self.toponyms: dict[int, list[PlaceName]] = {}
        self.attributed = {said.sentence for said in reading.said}
        self.told = {said.sentence for said in reading.said if said.manner != "evidential"}
        self._opens = [quote.start for quote in reading.quotes]
        self._reach = list(accumulate((quote.end for quote in reading.quotes), max))
        for toll in reading.tolls:
            self.tolls.setdefault(toll.sentence, []).append(toll)
        for trigger in reading.triggers:
            self.triggers.setdefault(trigger.sentence, []).append(trigger)
        for time in reading.times:
            self.times.setdefault(time.sentence, []).append(time)
        for sign in reading.signs:
            self.signs.setdefault(sign.sentence, []).append(sign)
        for place in reading.places:
            self.places.setdefault(place.sentence, []).append(place)
        for place in reading.toponyms:
            self.toponyms.setdefault(place.sentence, []).append(place)

    def in_dateline(self, place: PlaceName) -> bool:
        """Whether a place is the one that a report was filed from, before its first words."""
        return place.span.start < self.reading.sentences[place.sentence].body

    def in_quote(self, start: int, end: int) -> bool:
        """Whether one quotation holds all from `start` to `end`; both are code points."""
        k = bisect_right(self._opens, start) - 1
        return k >= 0 and end <= self._reach[k]

    def sentences_of(self, content: Spans) -> range:
        """The numbers of the sentences that content touches."""
        first, last = content[0].start, content[-1].end
        sentences = self.reading.sentences
        low = bisect_right(sentences, first, key=lambda sentence: sentence.span.end)
        high = low
        while high < len(sentences) and sentences[high].span.start < last:
            high += 1
        return range(low, high)
