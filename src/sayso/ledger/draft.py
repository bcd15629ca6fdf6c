"""A claim that a person marked in a report: words as they were marked, made a claim whose spans slice the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from sayso.core.claim import (
    Act,
    Casualty,
    Certainty,
    Claim,
    Effect,
    Happening,
    Kind,
    Link,
    Participant,
    Polarity,
    Source,
    Status,
    When,
    Where,
)  # fmt: skip
from sayso.core.fold import fold
from sayso.core.quote import Quote, quoted
from sayso.core.span import Span, Spans
from sayso.core.value import digest


class Figure(NamedTuple):
    """How many suffered what: bounds, None for an open end, and the words that say so, the claim's own if not given."""

    effect: Effect
    low: int | None
    high: int | None
    approximate: bool = False
    status: Status = "unknown"
    group: str | None = None
    words: Quote | None = None


class Draft(NamedTuple):
    """What a person says of the words marked. Without `source` it is the report's own voice that speaks.

    `date` is EDTF; it rests on context where no words are marked for it.
    """

    content: Quote
    source: Quote | None = None
    kind: Kind = "organisation"
    act: Act = "say"
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    type: str = "killing"
    date: str | None = None
    date_words: Quote | None = None
    place: Quote | None = None
    agent: Quote | None = None
    target: Quote | None = None
    figures: tuple[Figure, ...] = ()


class Text(NamedTuple):
    """The text that words are marked in, the span near which they are looked for, and the report's other claims."""

    text: str
    near: Span | None = None
    beside: tuple[Claim, ...] = ()

    def spans(self, words: Quote) -> Spans:
        """Where the words stand; raises SpanError where they do not, or it is not clear where."""
        return (quoted(self.text, words, self.near),)

    def participants(self, words: Quote | None) -> tuple[Participant, ...]:
        """Who is named by the words, nobody without words."""
        if words is None:
            return ()
        span = self.spans(words)
        return (Participant(name=span[0].of(self.text), span=span),)

    def source(self, words: Quote, kind: Kind) -> Source:
        """The source that is named by the words."""
        span = self.spans(words)
        return Source(name=span[0].of(self.text), kind=kind, span=span)

    def where(self, words: Quote) -> Where:
        """The place that the words name, resolved as another claim of the report has it."""
        span = self.spans(words)
        made = Where(name=span[0].of(self.text), span=span, basis="explicit")
        known = (one.event.where for one in self.beside if one.event.where is not None)
        same = next((one for one in known if one.id is not None and fold(one.name) == fold(made.name)), None)
        if same is None:
            return made
        return msgspec.structs.replace(made, id=same.id, lat=same.lat, lon=same.lon, precision=same.precision)

    def when(self, edtf: str, words: Quote | None) -> When:
        """A date, resting on the words, or on context where there are none."""
        span = self.spans(words) if words is not None else None
        return When(edtf=edtf, span=span, basis="explicit" if span else "context")


def claim_of_draft(draft: Draft, document: str, text: str, beside: Iterable[Claim] = ()) -> Claim:
    """The claim; `document` is the key of the report, `beside` are its other claims.

    The id is never that of a claim a reader finds. Raises SpanError where words do not stand in the text, or the
    claim's own stand there more than once.
    """
    content = Text(text).spans(draft.content)
    inside = Text(text, content[0], tuple(beside))
    chain: tuple[Link, ...] = ()
    if draft.source is not None:
        who = inside.source(draft.source, draft.kind)
        chain = (Link(source=who, cue=None, act=draft.act, manner="indirect"),)
    event = Happening(
        type=draft.type,
        span=None,
        agents=inside.participants(draft.agent),
        targets=inside.participants(draft.target),
        when=inside.when(draft.date, draft.date_words) if draft.date else None,
        where=inside.where(draft.place) if draft.place else None,
    )
    figures = tuple(_casualty(inside, one, content) for one in draft.figures)
    body = (content, chain, draft.polarity, draft.certainty, event, figures)
    return Claim(
        id=digest("by hand", document, msgspec.to_builtins(body)),
        content=content, attribution=chain, polarity=draft.polarity, certainty=draft.certainty, confirmation=None,
        event=event, casualties=figures,
    )  # fmt: skip


def _casualty(inside: Text, figure: Figure, content: Spans) -> Casualty:
    return Casualty(
        effect=figure.effect, low=figure.low, high=figure.high, approximate=figure.approximate, group=figure.group,
        status=figure.status, span=inside.spans(figure.words) if figure.words else content,
    )  # fmt: skip
