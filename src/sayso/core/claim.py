"""Who says what, how sure: the values that `sayso read` prints, field for field in the order of the contract."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.core.span import Spans
from sayso.core.value import Value

Kind = Literal[
    "outlet", "agency", "office", "organisation", "state", "armed_group",
    "person", "witness", "document", "unnamed", "unspecified",
]  # fmt: skip
Act = Literal[
    "say", "report", "claim", "confirm", "deny", "admit", "accuse", "doubt",
    "no_knowledge", "decline", "declare_open", "retract",
]  # fmt: skip
Manner = Literal["direct", "indirect", "mixed", "according_to", "evidential"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Confirmation = Literal["confirmed", "unconfirmed", "disputed"]
Basis = Literal["explicit", "relative", "context", "published", "previous"]
Effect = Literal["killed", "injured", "missing", "captured", "displaced", "rescued"]
Status = Literal["civilian", "combatant", "unknown"]


class Source(Value, kw_only=True):
    """One hand that words passed through. `span` is null where the text names nobody.

    `id` is a code of whom it names that is the same in every language. `inferred` is present only where the name or
    the id was not read in the span itself, and says from what it was taken: `pronoun`, `short name`,
    `previous sentence`.
    """

    name: str | None
    kind: Kind
    span: Spans | None
    id: str | None = None
    role: str | None = None
    on_behalf_of: str | None = None
    inferred: str | msgspec.UnsetType = msgspec.UNSET


class Link(Value, kw_only=True):
    """A step of the chain; `content` is present where the link reports more than the claim's own content.

    `cue` is null where no words of the text attribute: a quotation that goes on in a paragraph of its own, an outlet
    that was told.
    """

    source: Source
    cue: Spans | None
    act: Act
    manner: Manner
    content: Spans | msgspec.UnsetType = msgspec.UNSET


class Participant(Value, kw_only=True):
    """Somebody or something with a part in an event, as the text names it."""

    name: str
    span: Spans


class When(Value, kw_only=True):
    """A date in EDTF, where it stands in the text, and what it rests on."""

    edtf: str
    span: Spans | None
    basis: Basis


class Where(Value, kw_only=True):
    """A place as the text names it; `id`, `lat`, `lon` and `precision` are null until it is resolved."""

    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    span: Spans | None
    basis: Basis


class Happening(Value, kw_only=True):
    """What is said to have occurred; `type` is a name from `reference/event_types.tsv`."""

    type: str
    span: Spans | None
    agents: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    instruments: tuple[Participant, ...] = ()
    when: When | None = None
    where: Where | None = None


class Casualty(Value, kw_only=True):
    """How many people suffered what: bounds as the text gives them, never widened."""

    effect: Effect
    low: int | None
    high: int | None
    approximate: bool
    group: str | None
    status: Status
    span: Spans


class Claim(Value, kw_only=True):
    """One thing that is said; `attribution` runs from the hand nearest the reader to the origin."""

    id: str
    content: Spans
    attribution: tuple[Link, ...]
    polarity: Polarity
    certainty: Certainty
    confirmation: Confirmation | None
    event: Happening
    casualties: tuple[Casualty, ...] = ()


class Reader(Value, kw_only=True):
    """What read a document: enough to read it the same way again."""

    version: str
    mode: Literal["grammar", "neural"]
    pack: str
    model: str | None = None


class Record(Value, kw_only=True):
    """What was read in one document: one line of `sayso read --format jsonl`."""

    id: str
    text_sha256: str
    language: str
    published: str | None
    publisher: str | None
    title: str | None
    reader: Reader
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...] = ()
    mentions: tuple[dict[str, object], ...] | msgspec.UnsetType = msgspec.UNSET
