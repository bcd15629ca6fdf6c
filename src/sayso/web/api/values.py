"""What the API gives and takes, beside the values of the contract."""

from __future__ import annotations

from sayso.core.claim import Claim, Kind
from sayso.core.document import Document
from sayso.core.event import Event, Step
from sayso.core.judgement import Arranged, Correction, Judgement, Ruling, Verdict
from sayso.core.value import Value


class Moment(Value, kw_only=True):
    """The row that what is given is as of, when that was recorded, and the last row there is."""

    row: int
    at: str | None
    last: int


class Ledger(Value, kw_only=True):
    """How much there is as of a row, and the tags."""

    as_of: Moment
    documents: int
    claims: int
    events: int
    tags: dict[str, int]


class Events(Value, kw_only=True):
    """Some of the events that fit: `total` of them fit, and `next` is where the rest begin, null at the end."""

    as_of: Moment
    total: int
    next: int | None
    events: tuple[Event, ...]


class Account(Value, kw_only=True):
    """An event, the claims it is made of, and how its figures moved."""

    as_of: Moment
    event: Event
    claims: tuple[Claim, ...]
    course: tuple[Step, ...]
    judgements: tuple[Judgement, ...]


class ClaimIn(Value, kw_only=True):
    """A claim, the key of the document that makes it, its event, and what people put right in it."""

    as_of: Moment
    claim: Claim
    document: str
    event: str | None
    corrections: tuple[Correction, ...]


class DocumentLine(Value, kw_only=True):
    """A document without its text."""

    key: str
    id: str
    publisher: str | None
    published: str | None
    title: str | None
    language: str
    claims: int


class Documents(Value, kw_only=True):
    """Some of the documents: `next` is where the rest begin, null at the end."""

    as_of: Moment
    total: int
    next: int | None
    documents: tuple[DocumentLine, ...]


class DocumentIn(Value, kw_only=True):
    """A document with its text, and its claims."""

    as_of: Moment
    key: str
    document: Document
    claims: tuple[Claim, ...]


class SourceLine(Value, kw_only=True):
    """A source that stands at the origin of claims: its code where it has one, else its name."""

    id: str
    name: str
    kind: Kind
    claims: int


class Sources(Value, kw_only=True):
    """Some of the sources, those with most claims first: `next` is where the rest begin, null at the end."""

    as_of: Moment
    total: int
    next: int | None
    sources: tuple[SourceLine, ...]


class SourceIn(Value, kw_only=True):
    """A source and what it is said to have said."""

    as_of: Moment
    source: SourceLine
    claims: tuple[Claim, ...]


class Compare(Value, kw_only=True):
    """Whether two claims speak of one event."""

    left: str
    right: str
    verdict: Verdict
    why: str


class Rule(Value, kw_only=True):
    """Whether a claim is what the report says: one that is rejected enters no event and no estimate."""

    claim: str
    verdict: Ruling
    why: str


class Arrange(Value, kw_only=True):
    """Events merged or kept apart; or one event split, the claims named becoming an event of their own."""

    events: tuple[str, ...]
    verdict: Arranged
    claims: tuple[str, ...] = ()
    why: str


class Review(Value, kw_only=True):
    """An event let stand with the claims that it holds now."""

    event: str
    why: str


class Correct(Value, kw_only=True):
    """A field of a claim put right; the field is its path, parted by dots (`event.when.edtf`)."""

    claim: str
    field: str
    value: object
    why: str


class Retract(Value, kw_only=True):
    """A judgement or correction taken back."""

    row: int
    why: str


class Note(Value, kw_only=True):
    """A remark on a claim."""

    claim: str
    text: str


class Enter(Value, kw_only=True):
    """What lets somebody in where people log in; the answer sets the cookie to bring along."""

    name: str
    password: str


class Entered(Value, kw_only=True):
    """Who is in, and what they may."""

    name: str
    role: str


class Recorded(Value, kw_only=True):
    """The row in which something now stands."""

    row: int


class Fault(Value, kw_only=True):
    """Why a request got no answer, and what to do."""

    error: str
    more: str = ""
