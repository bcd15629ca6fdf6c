"""What the API takes."""

from __future__ import annotations

from typing import Annotated

import msgspec

from sayso.core.claim import Act, Certainty, Effect, Kind, Polarity, Status
from sayso.core.judgement import Arranged, Ruling, Verdict
from sayso.core.value import Value

Row = Annotated[int, msgspec.Meta(ge=0)]


class Deciding(Value, kw_only=True):
    """What every decision may say: the last row that was seen.

    Where somebody else has decided on the same since, nothing is recorded. Left out, nothing holds it back.
    """

    seen: Row | None = None


class Compare(Deciding, kw_only=True):
    """Whether two claims speak of one event."""

    left: str
    right: str
    verdict: Verdict
    why: str


class Rule(Deciding, kw_only=True):
    """Whether a claim is what the report says: one that is rejected enters no event and no estimate."""

    claim: str
    verdict: Ruling
    why: str


class Arrange(Deciding, kw_only=True):
    """Events merged or kept apart; or one event split, the claims named becoming an event of their own."""

    events: tuple[str, ...]
    verdict: Arranged
    claims: tuple[str, ...] = ()
    why: str


class LetStand(Deciding, kw_only=True):
    """An event let stand with the claims that it holds now."""

    event: str
    why: str


class Correct(Deciding, kw_only=True):
    """A field of a claim put right; the field is its path, parted by dots (`event.when.edtf`)."""

    claim: str
    field: str
    value: object
    why: str


class Retract(Deciding, kw_only=True):
    """Anything that a person recorded taken back: a decision, a correction, a note, a claim that was added."""

    row: int
    why: str


class Remark(Deciding, kw_only=True):
    """A remark on a claim."""

    claim: str
    text: str


class Words(Value, kw_only=True):
    """Words as they stand in the report; where they stand there twice, what is around them tells which are meant."""

    exact: str
    before: str = ""
    after: str = ""


class Mark(Deciding, kw_only=True):
    """A part of a claim put right by words of its report.

    `part` is source, place, date, agent, target or figure. `means` is the date in EDTF, the number, or the kind of
    source, where the words alone do not say it. `figure` is which of them, counted from 0; one past the last adds one.
    """

    claim: str
    part: str
    words: Words
    means: str = ""
    figure: Row = 0
    why: str


class AddFigure(Value, kw_only=True):
    """How many suffered what: `12`, `12..` for at least, `..12` for at most, `10..15`, `~100`."""

    number: str
    effect: Effect = "killed"
    status: Status = "unknown"
    group: str | None = None
    words: Words | None = None


class Add(Deciding, kw_only=True):
    """A claim that the reader missed, by words of a document named by its id or key; without a source it is its own."""

    document: str
    content: Words
    source: Words | None = None
    kind: Kind = "organisation"
    act: Act = "say"
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    type: str = "killing"
    date: str | None = None
    date_words: Words | None = None
    place: Words | None = None
    agent: Words | None = None
    target: Words | None = None
    figures: tuple[AddFigure, ...] = ()
    why: str


class Code(Deciding, kw_only=True):
    """A coder's form on an event, by the names of its fields; what is left out or null is empty."""

    event: str
    values: dict[str, str | int | None]
    why: str


class Paste(Value, kw_only=True):
    """A text, or the bytes of a file in base64 and its name; and what is known of it."""

    text: str = ""
    file: bytes = b""
    name: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""


class Pasted(Value, kw_only=True):
    """What waits, by its name."""

    name: str


class Enter(Value, kw_only=True):
    """What lets somebody in where people log in; the answer sets the cookie to bring along."""

    name: str
    password: str


class Leave(Value, kw_only=True):
    """Nothing; an empty object is sent."""
