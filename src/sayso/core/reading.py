"""What is written in a report and where, before anything is concluded from it: the hand-over from `read` to `claim`.

All spans are half-open code points of the document's text. `sentence` counts from 0. `reason` names the rule and the
word-list entries that a finding rests on, as `sayso why` prints them.
"""

from __future__ import annotations

from enum import IntEnum

import msgspec

from sayso.core.document import Document
from sayso.core.quantity import Quantity
from sayso.core.report import Name
from sayso.core.span import Span, Spans


class Found(msgspec.Struct, frozen=True, gc=False):
    """Base of every finding."""

    span: Span
    sentence: int
    reason: str


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence; a heading stands alone without a full stop; `body` begins behind a dateline or dialogue dash."""

    span: Span
    body: int
    paragraph: int
    heading: bool
    first: bool


class Named(Found, frozen=True, gc=False):
    """A source as the text has it. `pronoun` holds person, number and class where it is one.

    `id` is the code of whom it names, None where nobody knows.
    """

    name: str
    kind: str
    role: str | None = None
    on_behalf_of: str | None = None
    pronoun: tuple[str, str, str] | None = None
    words: tuple[str, ...] = ()
    id: str | None = None


class Said(Found, frozen=True, gc=False):
    """One attribution: `span` runs over its content. `previous`: the content is the sentence before."""

    source: Named | None
    cue: Spans
    act: str
    manner: str
    content: Spans
    outlet: Named | None = None
    via: tuple[tuple[Spans, Named], ...] = ()
    previous: bool = False
    certainty: str | None = None
    quoted: bool = False


class Toll(Found, frozen=True, gc=False):
    """People who came to harm; `verb` is where the harm itself is written.

    `share` is whether they are some of those counted elsewhere.
    """

    effect: str
    quantity: Quantity
    group: str | None
    status: str
    verb: Span
    share: bool = False


class Rank(IntEnum):
    """How near a trigger is to what its clause asserts.

    Harm stands below a new event noun: deaths in *an air strike* are told of the strike, in *the battle* a killing.
    """

    KNOWN = 1  # a noun taken as known
    KNOWN_OCCURS = 2  # a known noun that a verb says occurred
    HARM = 3  # harm itself
    PHRASE = 4  # a noun or participle inside a phrase
    NEW = 5  # a noun that brings an event up anew
    OCCURRED = 6  # a new noun that a verb says occurred
    VERB = 7  # a finite verb
    PREDICATE = 8  # a rule for a whole predicate


class Trigger(Found, frozen=True, gc=False):
    """A word that names a kind of event; a higher rank is nearer to what its sentence asserts."""

    type: str
    rank: Rank
    agents: tuple[Span, ...] = ()
    targets: tuple[Span, ...] = ()
    instruments: tuple[Span, ...] = ()


class Time(Found, frozen=True, gc=False):
    """A date or time expression, not yet resolved: what it makes of which parts."""

    make: str
    parts: dict[str, int]


class PlaceName(Found, frozen=True, gc=False):
    """A place as written, and what its neighbours tell of it.

    `base` is the form to look up, less an ending; `kind` what a noun beside it says it is; `near` that what happened
    there was near it; `within` the name behind it of what it lies in (*Karsal, Lirena*); `beside` one that it is
    listed with; `country` an ISO 3166-1 code; `origin` that somebody or something is told to come from there.
    """

    name: str
    listed: bool
    base: str | None = None
    kind: str | None = None
    near: bool = False
    within: Span | None = None
    beside: Span | None = None
    country: str | None = None
    origin: bool = False


class Sign(Found, frozen=True, gc=False):
    """A small word that changes what its clause says: hedge, negation, verdict, no_knowledge and so on."""

    kind: str
    value: str


class Count(Found, frozen=True, gc=False):
    """A quantity, whatever it counts."""

    quantity: Quantity


class Reading(msgspec.Struct, frozen=True, gc=False):
    """A document with all that was found in it, each list in the order of the text.

    `places` are those that claims may rest on, `toponyms` every place name, wherever it stands.
    `breaks` are where clauses may part: marks, subordinators, relative words and complementizers, by code point.
    `codes` are those of whoever takes part or comes to harm, by the name the text gives them.
    `head` is the date in the report's dateline or on a line above its text, `filed` the country (ISO 3166-1) of the
    dateline's place.
    """

    document: Document
    language: str
    sentences: tuple[Sentence, ...]
    said: tuple[Said, ...] = ()
    tolls: tuple[Toll, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    times: tuple[Time, ...] = ()
    head: Time | None = None
    filed: str | None = None
    places: tuple[PlaceName, ...] = ()
    toponyms: tuple[PlaceName, ...] = ()
    signs: tuple[Sign, ...] = ()
    counts: tuple[Count, ...] = ()
    quotes: Spans = ()
    breaks: tuple[int, ...] = ()
    names: tuple[Name, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    credits: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
